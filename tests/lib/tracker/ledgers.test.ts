/** Where a request stands against its days. */
import { describe, expect, it } from 'vitest';
import type { DataRequest } from '../../../lib/model/data-request';
import { requestState } from '../../../lib/tracker/ledgers';

const base: DataRequest = {
  id: 'q',
  memberId: null,
  person: 'An',
  kind: 'access',
  receivedOn: '2026-11-02',
  answerBy: '2026-11-04',
  doneBy: '2026-11-12',
  answeredOn: null,
  doneOn: null,
  extendedOn: null,
  note: '',
  erasedOn: null,
};

describe('requestState', () => {
  it.each([
    ['the last day is not late', {}, '2026-11-04', { next: 'answer', due: '2026-11-04', late: false }],
    ['the day after is', {}, '2026-11-05', { next: 'answer', due: '2026-11-04', late: true }],
    ['answered', { answeredOn: '2026-11-03' }, '2026-11-12', { next: 'do', due: '2026-11-12', late: false }],
    ['answered, late', { answeredOn: '2026-11-03' }, '2026-11-13', { next: 'do', due: '2026-11-12', late: true }],
    ['done', { answeredOn: '2026-11-03', doneOn: '2026-11-30' }, '2027-01-01', { next: null, due: null, late: false }],
    [
      'a long holiday before the answer',
      { answerBy: '2026-11-20' },
      '2026-11-13',
      { next: 'answer', due: '2026-11-12', late: true },
    ],
  ])('%s', (_, more, today, state) => {
    expect(requestState({ ...base, ...more }, today)).toEqual(state);
  });
});
