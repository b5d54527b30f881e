/** Questions about what was typed and not saved yet. */
import type { Draft } from '../model/draft';
import type { TrackerDb } from './db';

/** The draft of one form, or null. */
export async function getDraft(db: TrackerDb, key: string): Promise<Draft | null> {
  return (await db.drafts.get(key)) ?? null;
}
