/** Writing what is typed into forms before it is saved: the last text of each form, nothing older. */
import type { DraftEntry } from '../model/draft';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { write } from './write';

/** Keeps a draft in the place of the one before; of a member who is not there any more nothing is kept. */
export function saveDraft(db: TrackerDb, draft: DraftEntry, now: Date): Promise<Reply> {
  return write(db, { tables: [db.drafts, db.members], now, journal: null }, async () => {
    const { memberId } = draft;
    if (memberId !== null && (await db.members.get(memberId)) === undefined) return null;
    await db.drafts.put({ ...draft, at: now.toISOString() });
    return null;
  });
}

/** Throws a draft away; nothing when there is none. */
export function dropDraft(db: TrackerDb, key: string, now: Date): Promise<Reply> {
  return write(db, { tables: [db.drafts], now, journal: null }, async () => {
    if ((await db.drafts.get(key)) !== undefined) await db.drafts.delete(key);
    return null;
  });
}
