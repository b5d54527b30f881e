/** Writing down, inside the transaction that does it, what taking a step back will need. */
import type { Member } from '../model/member';
import { isSameData } from '../model/same-data';
import type { MemberChange, StepRef, StepRow } from '../model/step';
import type { TrackerDb } from './db';

/** Adds to the step what this transaction did; nothing where it did nothing. One step is kept: the last one begun. */
export async function noteStep(
  db: TrackerDb,
  step: StepRef | null,
  done: Partial<Pick<StepRow, 'made' | 'changed' | 'placed' | 'capture'>>,
  now: Date,
): Promise<void> {
  const { made = [], changed = [], placed = [], capture = null } = done;
  if (step === null || (made.length + changed.length + placed.length === 0 && capture === null)) return;
  const others = await db.steps.where('step').notEqual(step.id).primaryKeys();
  if (others.length > 0) await db.steps.bulkDelete(others);
  const part = { step: step.id, name: step.name, at: now.toISOString() };
  const head = await db.steps.orderBy('seq').first();
  const { sum } = head ?? {};
  const readings = placed.reduce((count, one) => count + one.made.length, 0);
  await db.steps.put({
    ...(head ?? { ...part, made: [], changed: [], placed: [], capture: null }),
    sum: {
      made: (sum?.made ?? 0) + made.length,
      changed: (sum?.changed ?? 0) + changed.length,
      readings: (sum?.readings ?? 0) + readings,
    },
  });
  await db.steps.add({ ...part, made, changed, placed, capture });
}

/** Fields that differ between two states of a member; none when they are the same. */
export function memberChange(before: Member, after: Member): MemberChange[] {
  // The keys of a member are those of its schema.
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Member)[];
  const differing = fields.filter(
    (field) => field in before !== field in after || !isSameData(before[field] ?? null, after[field] ?? null),
  );
  const part = (member: Member): Partial<Member> =>
    Object.fromEntries(differing.filter((field) => field in member).map((field) => [field, member[field]]));
  return differing.length === 0 ? [] : [{ id: before.id, before: part(before), after: part(after) }];
}
