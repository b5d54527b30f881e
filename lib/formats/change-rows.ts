/** "What changed since report no. n" as rows of a table, for every format alike. */
import { ACTIVITY_TERMS, FIELD_TERMS } from '../model/glossary';
import type { ChangedField, Told, TallyChanges } from '../tally/closing';
import { formatPercent } from '../vi/numbers';
import type { Value } from './tally-table';

export const CHANGE_TITLES = ['Mục', 'Nội dung', 'Trước', 'Nay'] as const;

const FIELDS: Record<ChangedField, string> = {
  name: FIELD_TERMS.name.vi,
  code: FIELD_TERMS.code.vi,
  role: FIELD_TERMS.role.vi,
  opening: FIELD_TERMS.opening.vi,
  closing: FIELD_TERMS.closing.vi,
  points: FIELD_TERMS.points.vi,
  rank: FIELD_TERMS.rank.vi,
  installed: FIELD_TERMS.installed.vi,
  eligible: FIELD_TERMS.eligible.vi,
  reason: FIELD_TERMS.reason.vi,
  visits: ACTIVITY_TERMS.visits.vi,
  studied: ACTIVITY_TERMS.studied.vi,
  quizzes: ACTIVITY_TERMS.quizzes.vi,
  quizRight: ACTIVITY_TERMS.quizRight.vi,
  quizAsked: ACTIVITY_TERMS.quizAsked.vi,
  opinions: ACTIVITY_TERMS.opinions.vi,
};

const FIGURES: Record<string, string> = {
  members: 'Tổng số đảng viên',
  eligible: 'Số đủ điều kiện cài đặt',
  withReading: 'Số có lần ghi điểm',
  max: 'cao nhất',
  min: 'thấp nhất',
  mean: 'bình quân',
  median: 'trung vị',
  total: 'tổng',
  points: 'Điểm trong kỳ',
  closing: 'Điểm cuối kỳ',
  installed: 'Đã cài đặt',
  active: 'Có điểm tăng trong kỳ',
  count: 'số người',
  ofAll: 'trên tổng số (tỷ lệ)',
  ofEligible: 'trên số đủ điều kiện (tỷ lệ)',
};

/** Heading of the sheet or section. */
export function changeTitle({ since, reason }: { since: number; reason: string }): string {
  return `Thay đổi so với báo cáo số ${since}. Lý do: ${reason}`;
}

/** One row per field told otherwise, people first, then figures of the summary; under `CHANGE_TITLES`. */
export function changeRows({ rows, figures }: TallyChanges): Value[][] {
  return [
    ...rows.flatMap(({ name, kind, fields }): Value[][] => {
      if (kind === 'added') return [[name, 'thêm vào danh sách', null, closingOf(fields, 'after')]];
      if (kind === 'removed') return [[name, 'không còn trong danh sách', closingOf(fields, 'before'), null]];
      return fields.map(({ field, before, after }) => [name, FIELDS[field], before, after]);
    }),
    ...figures.map(
      ({ path, before, after }) =>
        ['Tóm tắt', figureName(path), figure(path, before), figure(path, after)] satisfies Value[],
    ),
  ];
}

function closingOf(fields: TallyChanges['rows'][number]['fields'], side: 'before' | 'after'): Told {
  return fields.find(({ field }) => field === 'closing')?.[side] ?? null;
}

/** Shares as people read them: `76,47%`. */
function figure(path: string, value: Told): Value {
  const isShare = /\.(?:ofAll|ofEligible)$/.test(path);
  return isShare && typeof value === 'number' ? formatPercent(value) : value;
}

function figureName(path: string): string {
  return path
    .split('.')
    .map((part) => FIGURES[part] ?? part)
    .join(': ');
}
