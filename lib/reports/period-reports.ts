/** The reports of a period, counted from rows: meeting quality, adoption, attendance, six months, point tally, cover report. */
import type { DocumentInputs } from '../documents/make';
import { countAttendance } from '../meetings/attendance';
import { papersPostedAt } from '../meetings/deadlines';
import { dayOf, inOrder, isHeld } from '../meetings/moments';
import { proposedTitle } from '../meetings/invitation';
import { activityByMember } from '../model/activity';
import type { AttendanceRow } from '../model/meeting';
import { ABSENCE_REASONS, type Member } from '../model/member';
import { cellOn, memberOn } from '../model/member-history';
import { namesApart } from '../model/names-apart';
import type { Period } from '../model/period';
import type { KnownTally, Tally } from '../model/tally';
import { CELL_KINDS, REGULAR_KINDS, THEMATIC_KINDS } from '../rules/meetings';
import { clockInVietnam } from '../vi/clock';
import { foldLabel } from '../vi/text';
import { aboutOf, reportedPeriod } from './reported-period';
import { settledScore } from './settled-score';
import { type ReportSource, frameOf } from './source';
import { usersIn } from './users-in';

/** Held meetings of the cell in the period, oldest first. */
function heldIn({ meetings }: ReportSource, { from, to }: Period) {
  return inOrder(meetings).filter(
    (one) => isHeld(one) && CELL_KINDS.includes(one.kind) && dayOf(one) >= from && dayOf(one) <= to,
  );
}

/** Members at the end of the period: a report for March shows March's. */
function rosterOf({ members }: ReportSource, { to }: Period): Member[] {
  return cellOn(members, to);
}

/** The monthly list, with the one row of this cell; the month's last regular meeting counts. */
export function meetingQualityInput(source: ReportSource, asked: Period): DocumentInputs['meeting-quality'] {
  const period = reportedPeriod('meeting-quality', asked);
  const meeting = heldIn(source, period).findLast((one) => REGULAR_KINDS.includes(one.kind)) ?? null;
  const settled = meeting === null ? null : settledScore(meeting, source.rubrics);
  const rubric = settled?.rubric ?? source.rubrics.find(({ id }) => id === source.cell.rubric) ?? source.rubrics[0];
  return {
    ...frameOf(source),
    month: period.to.slice(0, 7),
    rows: [
      {
        unit: source.unit,
        members: rosterOf(source, period).length,
        metOn: meeting === null ? null : dayOf(meeting),
        points: settled?.score.complete === true ? settled.score.points : null,
        grade: settled?.score.grade ?? null,
        note: settled === null || settled.deductions.length === 0 ? null : settled.deductions.join('; '),
        posting:
          meeting === null
            ? null
            : {
                start: clockInVietnam(new Date(meeting.heldFrom ?? meeting.plannedStart)),
                end: meeting.heldTo === null ? null : clockInVietnam(new Date(meeting.heldTo)),
                papers: papersPostedAt(meeting),
                results: meeting.resultsPostedAt,
              },
      },
    ],
    maximum: rubric?.total ?? 100,
    bands: null,
    changes: changesOf(source, period),
  };
}

/** Who joined and left within the period, in words; null when nobody did. */
export function changesOf({ members }: ReportSource, { from, to }: Period): string | null {
  const within = (day: string | null): day is string => day !== null && day >= from && day <= to;
  const named = (list: readonly Member[]) => list.map(({ name }) => name).join(', ');
  const alive = members.filter((one) => one.removedAt === null && one.sameAs == null);
  const joined = alive.filter((one) => (one.stays ?? []).some((stay) => within(stay.from)));
  const left = alive.filter((one) => (one.stays ?? []).some((stay) => within(stay.to)));
  const parts = [
    joined.length === 0 ? null : `Chuyển đến: ${joined.length} (${named(joined)})`,
    left.length === 0 ? null : `Chuyển đi: ${left.length} (${named(left)})`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** Installed, signed in, used; both denominators; reasons of those who have not installed it. */
export function adoptionInput(
  source: ReportSource,
  period: Period,
  known: KnownTally | null,
): DocumentInputs['adoption'] {
  const roster = rosterOf(source, period);
  const stated = (read: (one: Member) => boolean | null | undefined) =>
    roster.some((one) => read(one) != null) ? roster.filter((one) => read(one) === true).length : null;
  const reasons: Partial<Record<(typeof ABSENCE_REASONS)[number], number>> = {};
  for (const one of roster) {
    if (one.installed === true || one.installed === null) continue;
    const reason = reasonCode(one.reason);
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  const { targets } = source.cell;
  const planOf = (percent: number | null) => (percent === null ? null : Math.ceil((roster.length * percent) / 100));
  const attended = attendanceIn(source, period);
  const activity = activityByMember(source.activity, period);
  const quizzes = roster.filter(({ id }) => (activity.get(id)?.quizzes ?? 0) > 0).length;
  const quizTold = roster.some(({ id }) => activity.get(id)?.quizzes != null);
  const used = usersIn(source, roster, activity, known);
  return {
    ...frameOf(source),
    period,
    units: [
      {
        unit: source.unit,
        members: roster.length,
        eligible: stated((one) => one.eligible),
        installed: stated((one) => one.installed),
        loggedIn: stated((one) => one.loggedIn),
        active: used,
        reasons,
      },
    ],
    indicators: [
      ...(targets.installed === null
        ? []
        : [{ name: 'Cài đặt sổ tay', plan: planOf(targets.installed), done: stated((one) => one.installed) }]),
      ...(targets.active === null ? [] : [{ name: 'Sử dụng trong kỳ', plan: planOf(targets.active), done: used }]),
      ...(attended === null
        ? []
        : [
            {
              name: 'Lượt dự sinh hoạt',
              plan: targets.attendance === null ? attended.due : Math.ceil((attended.due * targets.attendance) / 100),
              done: attended.present,
            },
          ]),
      ...(targets.quiz === null && !quizTold
        ? []
        : [{ name: 'Làm bài kiểm tra', plan: planOf(targets.quiz), done: quizTold ? quizzes : null }]),
    ],
    remark: null,
  };
}

/** The standard reason a noted one stands for: its code, or words that people write for it; anything else is another reason. */
function reasonCode(reason: string | null): (typeof ABSENCE_REASONS)[number] {
  const known = ABSENCE_REASONS.find((code) => code === reason);
  if (known !== undefined) return known;
  const text = foldLabel(reason ?? '');
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'KHAC';
}

const WORDS: [(typeof ABSENCE_REASONS)[number], RegExp][] = [
  ['KHONG_CO_DIEN_THOAI', /khong co (?:dien thoai|smartphone|may)|cao tuoi/],
  ['MIEN_SINH_HOAT', /mien (?:cong tac|sinh hoat)/],
  ['QUAN_DOI_CONG_AN', /quan doi|cong an|luc luong vu trang/],
  ['SAI_DU_LIEU', /sai (?:du lieu|thong tin)/],
  ['CHUA_CO_TAI_KHOAN', /(?:chua|khong) co tai khoan/],
  ['DU_BI', /^(?:dang vien )?du bi$/],
];

/** Attendances due and given over all meetings of the period (R1); null without a meeting that was called. */
function attendanceIn(source: ReportSource, period: Period): { due: number; present: number } | null {
  const counted = heldIn(source, period)
    .map((one) => countAttendance(one.attendance))
    .filter(({ complete }) => complete);
  if (counted.length === 0) return null;
  return counted.reduce(
    (sum, { all }) => ({
      due: sum.due + all.members - all.exempt - all.specialDuty,
      present: sum.present + all.present,
    }),
    { due: 0, present: 0 },
  );
}

/** Who was at which meeting. */
export function attendanceInput(source: ReportSource, period: Period): DocumentInputs['attendance'] {
  const held = heldIn(source, period);
  const roster = rosterOf(source, period);
  const names = namesApart(roster);
  const named = new Map(roster.map((one, at) => [one.id, names[at] ?? one.name]));
  for (const row of held.flatMap((one) => one.attendance)) {
    if (row.memberId !== null && !named.has(row.memberId)) named.set(row.memberId, row.name);
  }
  return {
    ...frameOf(source),
    period,
    meetings: held.map((one) => ({ day: dayOf(one), name: one.title === '' ? proposedTitle(one) : one.title })),
    members: [...named].map(([id, name]) => ({
      name,
      states: held.map((one) => stateOf(one.attendance.find((row) => row.memberId === id))),
    })),
  };
}

/** Absent on special duty is no absence (R1); whoever came is present. */
function stateOf(row: AttendanceRow | undefined): DocumentInputs['attendance']['members'][number]['states'][number] {
  if (row === undefined || row.state === null) return null;
  return row.specialDuty && row.state !== 'CO_MAT' && row.state !== 'MIEN' ? 'SPECIAL' : row.state;
}

/** The half-year row of the cell; what the desk does not know stays open for the secretary. */
export function sixMonthInput(source: ReportSource, asked: Period): DocumentInputs['six-month'] {
  const period = reportedPeriod('six-month', asked);
  const held = heldIn(source, period);
  const roster = rosterOf(source, period);
  const activity = activityByMember(source.activity, period);
  const called = held.map((one) => countAttendance(one.attendance)).filter(({ complete }) => complete);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const studied = roster.flatMap(({ id }) => activity.get(id)?.studied ?? []);
  const thematic = held.filter((one) => THEMATIC_KINDS.includes(one.kind));
  const planned = source.meetings.filter(
    (one) => THEMATIC_KINDS.includes(one.kind) && dayOf(one) >= period.from && dayOf(one) <= period.to,
  );
  return {
    ...frameOf(source),
    year: Number(period.to.slice(0, 4)),
    half: Number(period.to.slice(5, 7)) <= 6 ? 1 : 2,
    rows: [
      {
        unit: source.unit,
        figures: {
          members: roster.length,
          attended: called.length === 0 ? null : sum(called.map(({ all }) => all.present)),
          spoke: called.length === 0 ? null : sum(called.map(({ speakers }) => speakers.count)),
          massWork: null,
          thematicStudy: held.length === 0 ? null : thematic.length,
          articles: studied.length === 0 ? null : sum(studied),
          thematicPlans: planned.length,
          admissions: null,
          inspections: null,
        },
        note: null,
        other: null,
      },
    ],
  };
}

/** The tally as a party document; the figures are the tally's own. */
export function pointTallyInput(source: ReportSource, tally: Tally): DocumentInputs['point-tally'] {
  const told = tally.members.some((one) => one.activity !== undefined);
  const names = namesApart(tally.members);
  return {
    ...frameOf(source),
    tally: {
      ...tally,
      unit: tally.unit ?? source.unit,
      members: tally.members.map((one, at) => ({ ...one, name: names[at] ?? one.name })),
    },
    extras: told
      ? tally.members.map(({ activity }) => ({
          uses: activity?.visits ?? null,
          studied: activity?.studied ?? null,
          quizzes: activity?.quizzes ?? null,
          quizRight: activity?.quizRight ?? null,
          quizAsked: activity?.quizAsked ?? null,
          opinions: activity?.opinions ?? null,
        }))
      : [],
  };
}

/** The cover report: organisation and figures filled in, the words left to the secretary. */
export function reportInput(source: ReportSource, period: Period, known: KnownTally | null): DocumentInputs['report'] {
  const roster = rosterOf(source, period);
  const states = roster.map((one) => memberOn(one, period.to));
  const count = (holds: (one: (typeof states)[number]) => boolean) => states.filter(holds).length;
  const stated = states.every(({ status }) => status !== null);
  const last = heldIn(source, period).at(-1) ?? null;
  const paragraphs = (text: string | undefined) => (text ?? '').split(/\n+/).filter((one) => one.trim() !== '');
  const changes = changesOf(source, period);
  return {
    ...frameOf(source),
    about: aboutOf(period),
    organisation: {
      members: roster.length,
      official: stated ? count(({ status }) => status === 'CHINH_THUC') : null,
      probationary: stated ? count(({ status }) => status === 'DU_BI') : null,
      exempt: count(({ exemption }) => exemption?.kind === 'MIEN'),
    },
    organisationText: changes === null ? [] : [`${changes}.`],
    politics: paragraphs(last?.minutes.lastMonth),
    building: paragraphs(last?.minutes.ideology),
    direction: paragraphs(last?.minutes.nextMonth),
    indicators: adoptionInput(source, period, known).indicators,
    grades: null,
    proposals: [],
    attached: [],
  };
}
