/** Every write of anything moves the number on, and nothing else does. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { memberDraftSchema } from '../../../lib/model/actions';
import { SELF } from '../../../lib/model/point-reading';
import { lastCommit, listMembers } from '../../../lib/tracker';
import { recordReadings } from '../../../lib/tracker/write-readings';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { freshStore, handedIn } from './readings';

it('counts writes, not questions', async () => {
  const [db, now] = [freshStore(), new Date('2026-11-20T05:00:00Z')];
  expect(await lastCommit(db)).toBe(0);
  await saveMembers(db, [memberDraftSchema.parse({ name: 'An' })], now);
  const first = await lastCommit(db);
  expect(first).toBeGreaterThan(0);
  await listMembers(db);
  expect(await lastCommit(db)).toBe(first);
  await recordReadings(db, [handedIn(SELF, '2026-11-19', 5)], now);
  expect(await lastCommit(db)).toBe(first + 1);
});
