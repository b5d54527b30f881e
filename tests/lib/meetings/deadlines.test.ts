/** Posting in time, across midnight and months of Vietnam, and reminders in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listReminders, papersDeadline, papersPostedAt, resultsDeadline } from '../../../lib/meetings/deadlines';
import { dayInVietnam } from '../../../lib/vi/dates';
import { at, meeting, task } from './sample';

const NOW = new Date(at('2026-12-01', '08:00'));

describe('papers', () => {
  it.each([
    ['a day and more before', at('2026-12-02', '19:30'), 'inTime'],
    ['a minute too late', at('2026-12-02', '19:31'), 'late'],
    ['not yet', null, 'open'],
  ])('posted %s', (_, papersPostedAt, verdict) => {
    expect(papersDeadline(meeting('m', '2026-12-03', { papersPostedAt }), NOW)).toMatchObject({
      due: at('2026-12-02', '19:30'),
      verdict,
    });
  });

  it('is overdue once the day before has come, and due in the month before when the meeting opens the month', () => {
    expect(papersDeadline(meeting('m', '2026-12-01'), NOW).verdict).toBe('overdue');
    expect(papersDeadline(meeting('m', '2027-01-01', { plannedStart: at('2027-01-01', '00:15') }), NOW).due).toBe(
      at('2026-12-31', '00:15'),
    );
  });

  it('are posted when the last of them is', () => {
    const paper = (id: string, postedAt: string | null) => ({ id, title: id, postedAt });
    const early = at('2026-11-30');
    const late = at('2026-12-02');
    expect(papersPostedAt({ papers: [paper('a', early), paper('b', late)], papersPostedAt: null })).toBe(late);
    expect(papersPostedAt({ papers: [paper('a', early), paper('b', null)], papersPostedAt: null })).toBeNull();
    expect(papersPostedAt({ papers: [paper('a', early), paper('b', null)], papersPostedAt: late })).toBe(late);
    expect(papersPostedAt({ papers: [], papersPostedAt: null })).toBeNull();
  });
});

describe('results', () => {
  it.each([
    ['2026-12-05', '21:00', 'inTime'],
    ['2026-12-05', '21:01', 'late'],
  ])('posted %s %s', (day, clock, verdict) => {
    const held = meeting('m', '2026-12-03', { heldTo: at('2026-12-03', '21:00'), resultsPostedAt: at(day, clock) });
    expect(resultsDeadline(held, NOW)).toMatchObject({ due: at('2026-12-05', '21:00'), verdict });
  });

  it('have no deadline before the end', () => {
    expect(resultsDeadline(meeting('m', '2026-12-03'), NOW)).toEqual({
      due: null,
      doneAt: null,
      verdict: 'notYet',
      leftMs: null,
    });
  });
});

it('counts 24 and 48 hours to the millisecond, in every month and year', () => {
  const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.integer({ min: -200_000_000, max: 200_000_000 }), (start, shift) => {
      const one = meeting('m', '2026-12-03', {
        plannedStart: start.toISOString(),
        heldTo: start.toISOString(),
        papersPostedAt: new Date(start.getTime() - 86_400_000 + shift).toISOString(),
        resultsPostedAt: new Date(start.getTime() + 172_800_000 + shift).toISOString(),
      });
      const verdict = shift > 0 ? 'late' : 'inTime';
      expect(papersDeadline(one, start)).toMatchObject({ verdict, leftMs: 0 - shift });
      expect(resultsDeadline(one, start)).toMatchObject({ verdict, leftMs: 0 - shift });
      // One day earlier on the calendar of Vietnam too: there is no summer time.
      const due = papersDeadline(one, start).due ?? '';
      expect(Date.parse(`${dayInVietnam(start)}T00:00Z`) - Date.parse(`${dayInVietnam(new Date(due))}T00:00Z`)).toBe(
        86_400_000,
      );
    }),
  );
});

describe('listReminders', () => {
  it('puts what is overdue first, then what is due next', () => {
    const held = meeting('held', '2026-11-28', {
      state: 'HELD',
      heldFrom: at('2026-11-28'),
      heldTo: at('2026-11-28', '21:30'),
    });
    const tasks = [
      task('done', '2026-11', { state: 'HOAN_THANH' }),
      task('old', '2026-11', { due: '2026-11-25' }),
      task('carried', '2026-10', { due: '2026-10-20' }),
      task('heir', '2026-11', { due: '2026-12-02', carriedFrom: 'carried' }),
    ];
    const found = listReminders([meeting('next', '2026-12-03'), held], tasks, NOW);
    expect(found.map(({ what, meetingId, taskId, overdue }) => [what, meetingId ?? taskId, overdue])).toEqual([
      ['task', 'old', true],
      ['results', 'held', true],
      ['papers', 'next', false],
      ['invite', 'next', false],
      ['committee', 'next', false],
      ['task', 'heir', false],
      ['start', 'next', false],
    ]);
  });

  it('asks for nothing that is done or far away', () => {
    const ready = meeting('m', '2026-12-03', {
      papersPostedAt: at('2026-12-01', '07:00'),
      invitedAt: at('2026-12-01', '07:00'),
      committeeMetOn: '2026-11-30',
    });
    expect(listReminders([ready], [], NOW).map(({ what }) => what)).toEqual(['start']);
    expect(listReminders([meeting('far', '2027-03-03')], [], NOW)).toEqual([]);
    expect(listReminders([meeting('past', '2026-11-20')], [], NOW).map(({ what }) => what)).toEqual(['finish']);
    expect(listReminders([meeting('old', '2026-08-20')], [], NOW)).toEqual([]);
    const running = { ...ready, heldFrom: at('2026-12-03') };
    expect(listReminders([running], [], NOW).map(({ what }) => what)).toEqual(['finish']);
  });
});
