/** Taking the last step back as a whole: what was there before is there again, or nothing is changed. */
import type { Member } from '../model/member';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { unwind } from './steps';
import { dropSubject, putReadings, subjectTables } from './subject-pages';
import { Refused, write } from './write';

/**
 * Takes back everything a step did, in one transaction. Refused (`conflict`) when that would lose what was done since with a
 * member it made or changed (`stepBlockers` names them), and when it is not the last step any more (`notFound`).
 */
export function undoStep(db: TrackerDb, id: string, now: Date): Promise<Reply> {
  const tables = [
    ...subjectTables(db),
    db.members,
    db.captures,
    db.desk,
    db.memberConsents,
    db.requests,
    db.steps,
    db.drafts,
  ];
  return write(db, { tables, now, journal: { action: 'undoStep' } }, async () => {
    const rows = await db.steps.where('step').equals(id).toArray();
    if (rows.length === 0) throw new Refused('notFound', 'no such step');
    const { restored, blockers } = await unwind(db, rows);
    if (blockers.length > 0) throw new Refused('conflict', `changed since: ${blockers.length} members`);
    for (const [subject, readings] of restored.readings) {
      if (readings === null) await dropSubject(db, subject);
      else await putReadings(db, subject, readings);
    }
    const back: Member[] = [];
    const gone: string[] = [];
    for (const [memberId, member] of restored.members) {
      if (member === null) gone.push(memberId);
      else back.push(member);
    }
    await db.members.bulkPut(back);
    await db.members.bulkDelete(gone);
    const drafts = await db.drafts.toArray();
    const theirs = drafts.filter(({ memberId }) => memberId !== null && gone.includes(memberId));
    await db.drafts.bulkDelete(theirs.map(({ key }) => key));
    for (const { capture } of rows) {
      const kept = capture === null ? undefined : await db.captures.get(capture.id);
      if (kept !== undefined && kept.adoptedAt === capture?.adoptedAt)
        await db.captures.put({ ...kept, adoptedAt: null });
    }
    await db.steps.bulkDelete(rows.flatMap(({ seq }) => seq ?? []));
    return null;
  });
}
