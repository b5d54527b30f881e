/** What a task may hold, and when it is open. */
import { describe, expect, it } from 'vitest';
import { isOpen, taskSchema } from '../../../lib/model/task';
import { task } from '../meetings/sample';

describe('a task', () => {
  it('stands in a month and may wait for a person and a day', () => {
    expect(taskSchema.parse(task('t', '2026-12', { due: null, name: '' }))).toMatchObject({ month: '2026-12' });
    for (const month of ['2026-13', '2026-1', '12/2026']) {
      expect(taskSchema.safeParse({ ...task('t', '2026-12'), month }).success).toBe(false);
    }
    expect(taskSchema.safeParse(task('t', '2026-12', { title: 'Chuyển công văn mật' })).success).toBe(false);
  });

  it.each([
    ['CHUA_THUC_HIEN', true],
    ['DANG_THUC_HIEN', true],
    ['CHO_KET_QUA', true],
    ['TAM_DUNG', true],
    ['HOAN_THANH', false],
    ['HUY', false],
  ] as const)('%s is open: %s', (state, open) => expect(isOpen({ state })).toBe(open));
});
