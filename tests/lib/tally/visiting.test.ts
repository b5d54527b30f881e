/** The visiting list: who needs help, and with what first. */
import { expect, it } from 'vitest';
import type { TallyMember } from '../../../lib/model/tally';
import { computeTally, visitsOf } from '../../../lib/tally';

const EMPTY = computeTally([], { period: { from: '2026-09-01', to: '2026-09-30' }, now: new Date(0) });
const member = (patch: Partial<TallyMember>): TallyMember => ({
  name: 'An',
  code: null,
  opening: 1,
  closing: 2,
  points: 1,
  rank: 1,
  readings: 1,
  openingInPeriod: false,
  reset: false,
  installed: true,
  eligible: true,
  reason: null,
  role: null,
  ...patch,
});

it.each([
  [{}, true, null],
  [{ reason: 'KHONG_CO_DIEN_THOAI', installed: false }, null, 'device'],
  [{ reason: 'KHONG_CO_DIEN_THOAI', installed: true }, null, null],
  [{ reason: 'SAI_DU_LIEU', installed: null }, null, 'account'],
  [{ installed: false }, null, 'notInstalled'],
  [{ installed: true }, false, 'neverSignedIn'],
  [{ closing: null, points: null }, true, 'noReading'],
  [{ points: 0 }, true, 'notUsed'],
  [{ reason: 'MIEN_SINH_HOAT', closing: null, installed: false }, null, null],
  [{ eligible: false, closing: null }, null, null],
])('%o, signed in %s: %s', (patch, loggedIn, need) => {
  const visits = visitsOf({ ...EMPTY, members: [member(patch)] }, [loggedIn]);
  expect(visits.map((one) => one.need)).toEqual(need === null ? [] : [need]);
});

it('puts what has to be solved first at the top', () => {
  const members = [
    member({ points: 0 }),
    member({ installed: false }),
    member({ reason: 'KHONG_CO_DIEN_THOAI', installed: false }),
  ];
  expect(visitsOf({ ...EMPTY, members }).map(({ index }) => index)).toEqual([2, 1, 0]);
});
