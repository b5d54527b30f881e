/** Questions about captured lists. */
import type { Capture } from '../model/capture';
import type { TrackerDb } from './db';

/** Captured lists, newest first. */
export async function listCaptures(db: TrackerDb): Promise<Capture[]> {
  return (await db.captures.toArray()).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

export async function getCapture(db: TrackerDb, id: string): Promise<Capture | null> {
  return (await db.captures.get(id)) ?? null;
}
