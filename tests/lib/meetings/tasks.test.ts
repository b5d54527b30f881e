/** Tasks carried from month to month: never doubled, never lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, doneShare, isOverdue, proposedDue, reportedMonth, tableOf } from '../../../lib/meetings/tasks';
import { nextMonth } from '../../../lib/meetings/moments';
import { TASK_STATES, type Task, isOpen, taskSchema } from '../../../lib/model/task';
import { task } from './sample';

describe('carryOver', () => {
  it('takes what is open, once, and links it', () => {
    const tasks = [
      task('a', '2026-11'),
      task('b', '2026-11', { state: 'HOAN_THANH' }),
      task('c', '2026-10', { state: 'DANG_THUC_HIEN' }),
      task('d', '2026-11', { state: 'HUY' }),
      task('e', '2026-12'),
    ];
    const added = carryOver(tasks, '2026-12');
    expect(added.map(({ id, carriedFrom, month, opening }) => [id, carriedFrom, month, opening])).toEqual([
      ['a~2026-12', 'a', '2026-12', 'CO_MOC_THOI_HAN'],
      ['c~2026-12', 'c', '2026-12', 'DANG_TRIEN_KHAI'],
    ]);
    expect(carryOver([...tasks, ...added], '2026-12')).toEqual([]);
  });

  it('goes on with the one that was carried, not with the one it came from', () => {
    const first = task('a', '2026-11');
    const december = carryOver([first], '2026-12');
    const january = carryOver([first, ...december], '2027-01');
    expect(january).toMatchObject([{ id: 'a~2027-01', carriedFrom: 'a~2026-12' }]);
    const done = december.map((one): Task => ({ ...one, state: 'HOAN_THANH' }));
    expect(carryOver([first, ...done], '2027-01')).toEqual([]);
  });

  it('says how a task stands when the month begins', () => {
    const opening = (more: Partial<Task>) => carryOver([task('a', '2026-11', more)], '2026-12')[0]?.opening;
    expect(opening({ opening: 'NHIEM_VU_THUONG_XUYEN' })).toBe('NHIEM_VU_THUONG_XUYEN');
    expect(opening({ due: null })).toBe('CHUA_XAC_DINH_MOC');
    expect(opening({ state: 'TAM_DUNG' })).toBe('DANG_TRIEN_KHAI');
  });

  it('over any months and states, every open task lives on exactly once and no done one comes back', () => {
    const given = fc.array(
      fc.record({ month: fc.integer({ min: 0, max: 5 }), state: fc.constantFrom(...TASK_STATES) }),
      { maxLength: 25 },
    );
    const finishing = fc.array(fc.nat(24), { maxLength: 10 });
    fc.assert(
      fc.property(given, fc.array(finishing, { minLength: 6, maxLength: 6 }), (drafts, finished) => {
        const months = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'];
        let tasks = drafts.map(({ month, state }, at) => task(`t${at}`, months[month] ?? '', { state }));
        const rootOf = (one: Task) => one.id.split('~')[0];
        for (const [at, month] of months.entries()) {
          tasks = [...tasks, ...carryOver(tasks, month)];
          // Doing it again, or in another window, adds nothing.
          expect(carryOver(tasks, month)).toEqual([]);
          const heirs = new Set(tasks.map((one) => one.carriedFrom));
          const alive = tasks.filter((one) => !heirs.has(one.id) && one.month <= month);
          expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
          // One living end of the chain per task given so far.
          expect(alive.map(rootOf).sort()).toEqual(
            tasks
              .filter((one) => one.carriedFrom === null && one.month <= month)
              .map(rootOf)
              .sort(),
          );
          for (const one of alive) if (isOpen(one)) expect(one.month).toBe(month);
          tasks = tasks.map((one, index): Task =>
            finished[at]?.includes(index) && !heirs.has(one.id) && one.month === month
              ? { ...one, state: 'HOAN_THANH' }
              : one,
          );
        }
        for (const one of tasks) taskSchema.parse(one);
      }),
    );
  });
});

it('shows the month as it is and as it would be', () => {
  const tasks = [
    task('a', '2026-11'),
    task('b', '2026-12', { state: 'HOAN_THANH' }),
    task('c', '2026-12', { due: null }),
    task('d', '2026-12', { due: '2026-12-10' }),
  ];
  const table = tableOf(tasks, '2026-12');
  expect(table.rows.map(({ id }) => id)).toEqual(['a~2026-12', 'd', 'c', 'b']);
  expect(table.added.map(({ id }) => id)).toEqual(['a~2026-12']);
});

it('counts what is done without what was called off', () => {
  const tasks = [
    task('a', '2026-11', { state: 'HOAN_THANH' }),
    task('b', '2026-11'),
    task('c', '2026-11', { state: 'HUY' }),
    task('d', '2026-10'),
  ];
  expect(doneShare(tasks, '2026-11')).toEqual({ count: 1, of: 2, share: 0.5 });
  expect(doneShare(tasks, '2026-01').share).toBeNull();
  expect(reportedMonth(tasks, '2026-12')).toBe('2026-11');
  expect(reportedMonth(tasks, '2026-11')).toBe('2026-10');
  expect(reportedMonth([], '2027-01')).toBe('2026-12');
});

it('is overdue the day after', () => {
  expect(isOverdue(task('a', '2026-11', { due: '2026-11-25' }), '2026-11-25')).toBe(false);
  expect(isOverdue(task('a', '2026-11', { due: '2026-11-25' }), '2026-11-26')).toBe(true);
  expect(isOverdue(task('a', '2026-11', { due: '2026-11-25', state: 'HOAN_THANH' }), '2026-11-26')).toBe(false);
});

it('knows months and their ends', () => {
  expect(nextMonth('2026-12')).toBe('2027-01');
  expect(proposedDue('2026-12-03')).toBe('2027-01-31');
  expect(proposedDue('2027-01-30')).toBe('2027-02-28');
});
