/** A task the cell gave to a member, in the table of one month; what is unfinished goes on in the next month's table. */
import * as z from 'zod';
import { isDay } from '../vi/dates';
import { words } from './safe-words';

/** Chưa thực hiện, Đang thực hiện, Chờ kết quả, Hoàn thành, Tạm dừng, Hủy (party-work.md §9); overdue is computed. */
export const TASK_STATES = [
  'CHUA_THUC_HIEN',
  'DANG_THUC_HIEN',
  'CHO_KET_QUA',
  'HOAN_THANH',
  'TAM_DUNG',
  'HUY',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** "Tình trạng đầu kỳ" of a month's resolution (party-work.md §3.6). */
export const OPENING_STATES = [
  'DANG_TRIEN_KHAI',
  'CO_MOC_THOI_HAN',
  'NHIEM_VU_THUONG_XUYEN',
  'CHUA_XAC_DINH_MOC',
] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

const id = z.string().min(1).max(64);
const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
/** `2026-11`. */
const month = z.string().refine((text) => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`), 'expected YYYY-MM');

export const taskSchema = z.strictObject({
  id,
  /** Empty only while it is being typed. */
  title: words(500),
  memberId: id.nullable(),
  /** Who does it, as displayed; empty while nobody is named. */
  name: words(200),
  meetingId: id.nullable(),
  givenOn: day,
  due: day.nullable(),
  state: z.enum(TASK_STATES),
  opening: z.enum(OPENING_STATES),
  doneOn: day.nullable(),
  result: words(2_000),
  /** The task of an earlier month that this one goes on with. */
  carriedFrom: id.nullable(),
  month,
});
export type Task = z.infer<typeof taskSchema>;

/** Still to be done. */
export function isOpen(task: Pick<Task, 'state'>): boolean {
  return task.state !== 'HOAN_THANH' && task.state !== 'HUY';
}
