/** A small cell and its meetings for the tests of lib/meetings; the people are made up. */
import { type AttendanceRow, type AttendanceState, type Meeting, newMeeting } from '../../../lib/model/meeting';
import type { Task } from '../../../lib/model/task';
import { instantAt } from '../../../lib/vi/clock';

/** An instant of Vietnam; throws on a day that does not exist. */
export function at(day: string, clock = '19:30'): string {
  const instant = instantAt(day, clock);
  if (instant === null) throw new Error(`${day} ${clock}`);
  return instant;
}

export function meeting(id: string, day: string, more: Partial<Meeting> = {}): Meeting {
  return newMeeting({ id, kind: 'THUONG_KY', plannedStart: at(day), ...more });
}

export function row(memberId: string, state: AttendanceState | null, more: Partial<AttendanceRow> = {}): AttendanceRow {
  return {
    memberId,
    name: memberId,
    status: 'CHINH_THUC',
    state,
    specialDuty: false,
    reason: '',
    spoke: false,
    ...more,
  };
}

export function task(id: string, month: string, more: Partial<Task> = {}): Task {
  return {
    id,
    title: `Nhiệm vụ ${id}`,
    memberId: null,
    name: '',
    meetingId: null,
    givenOn: `${month}-03`,
    due: `${month}-25`,
    state: 'CHUA_THUC_HIEN',
    opening: 'CO_MOC_THOI_HAN',
    doneOn: null,
    result: '',
    carriedFrom: null,
    month,
    ...more,
  };
}
