/** Filling in by itself: each answer with its reason, a question wherever the rubric or the facts leave something open. */
import { describe, expect, it } from 'vitest';
import { type MeetingFacts, NO_FACTS, type Proposal, type Rubric, fillIn } from '../../../lib/rubric';
import { RUBRICS } from '../../../lib/rubrics';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { hd12 } from '../../../lib/rubrics/hd12-2018';
import { hd42 } from '../../../lib/rubrics/hd42-2025';
import { tanTien } from '../../../lib/rubrics/tan-tien-2025';
import { facts } from './facts';

const at = (rubric: Rubric, item: string, change: Partial<MeetingFacts> = {}): Proposal => {
  const found = fillIn(rubric, facts(change)).find((one) => one.item === item);
  if (found === undefined) throw new Error(item);
  return found;
};
/** `dat: 5` for an answer, the reason's code for a question. */
const short = (proposal: Proposal): string => {
  if (proposal.is === 'ASK') return `? ${proposal.because.is}`;
  const { answer, points } = proposal;
  return `${answer.kind === 'BAND' ? answer.band : answer.kind} ${points ?? '-'}`;
};

describe('An Phú, length', () => {
  it.each<[string, Partial<MeetingFacts>, string]>([
    ['120 of 120', { minutesHeld: 120 }, 'dat 5'],
    ['119 of 120', { minutesHeld: 119 }, 'thieu-15 4'],
    ['15 short stands in two bands', { minutesHeld: 105 }, '? IN_SEVERAL_BANDS'],
    ['16 short', { minutesHeld: 104 }, 'thieu-30 3'],
    ['30 short', { minutesHeld: 90 }, 'thieu-30 3'],
    ['31 short of 120', { minutesHeld: 89 }, '? IN_GAP'],
    ['60 short of 120', { minutesHeld: 60 }, 'mot-nua 2'],
    ['61 short of 120', { minutesHeld: 59 }, 'duoi-mot-nua 1'],
    ['31 short of 90', { memberCount: 20, minutesHeld: 59 }, '? IN_GAP'],
    ['44 short of 90', { memberCount: 20, minutesHeld: 46 }, '? IN_GAP'],
    ['45 short of 90', { memberCount: 20, minutesHeld: 45 }, 'mot-nua 2'],
    ['46 short of 90', { memberCount: 20, minutesHeld: 44 }, 'duoi-mot-nua 1'],
    ['29 members need 90', { memberCount: 29, minutesHeld: 90 }, 'dat 5'],
    ['31 members need 120', { memberCount: 31, minutesHeld: 90 }, 'thieu-30 3'],
    ['exactly 30 members, 120 held: both readings agree', { memberCount: 30, minutesHeld: 120 }, 'dat 5'],
    ['exactly 30 members, 100 held: they do not', { memberCount: 30, minutesHeld: 100 }, '? READINGS_DIFFER'],
    ['fixed by the committee', { requiredMinutes: 60, minutesHeld: 60 }, 'dat 5'],
    ['counted from start to end', { minutesHeld: null }, 'dat 5'],
    ['no end noted', { minutesHeld: null, endAt: null }, '? FACT_MISSING'],
    ['size of the cell unknown', { memberCount: null }, '? FACT_MISSING'],
  ])('%s', (_what, change, expected) => expect(short(at(anPhu, 'thoi-luong', change))).toBe(expected));

  it('gives the figures of the gap', () => {
    expect(at(anPhu, 'thoi-luong', { minutesHeld: 80 })).toMatchObject({
      is: 'ASK',
      because: {
        is: 'IN_GAP',
        readings: [{ measure: 'minutesShort', shown: 40, required: 120, part: 80, whole: 120 }],
      },
    });
  });
});

describe('An Phú, attendance and speakers', () => {
  it.each<[string, Partial<MeetingFacts>, string]>([
    ['90 %', { present: 27, counted: 30 }, 'tu-90 4'],
    ['just below 90 %', { present: 8_999, counted: 10_000 }, 'tu-75 3'],
    ['75 %', { present: 3, counted: 4 }, 'tu-75 3'],
    ['64.9 %', { present: 649, counted: 1_000 }, 'duoi-65 1'],
    ['one absent without reason', { absentUnexcused: 1 }, 'duoi-65 1'],
    ['absences without reason unknown', { absentUnexcused: null }, '? FACT_MISSING'],
    ['unknown, but below 65 % anyhow', { absentUnexcused: null, present: 1 }, 'duoi-65 1'],
    ['more present than count', { present: 35 }, '? FACTS_CONTRADICT'],
    ['nobody counts', { counted: 0, present: 0 }, '? NOTHING_PLANNED'],
  ])('%s', (_what, change, expected) => expect(short(at(anPhu, 'du-hop', change))).toBe(expected));

  it.each<[number, number, string]>([
    [17, 33, 'tren-50 5'],
    [16, 32, '? IN_GAP'],
    [15, 32, 'tu-40 4'],
    [2, 5, 'tu-40 4'],
    [3, 10, 'tu-30 3'],
    [0, 10, 'duoi-30 2'],
  ])('%d of %d spoke', (speakers, present, expected) =>
    expect(short(at(anPhu, 'phat-bieu', { speakers, present, counted: present }))).toBe(expected),
  );

  it('names the condition that went before the share', () => {
    expect(at(anPhu, 'du-hop', { absentUnexcused: 2 })).toMatchObject({
      reason: {
        is: 'BAND_BY_CONDITION',
        band: 'duoi-65',
        conditions: [{ condition: { measure: 'absentUnexcused' }, readings: [{ shown: 2 }] }],
        readings: [{ part: 32, whole: 34 }],
      },
    });
  });
});

describe('An Phú, what was posted, done and excused', () => {
  it.each<[string, string, Partial<MeetingFacts>, string]>([
    ['dang-truoc', '24 hours before', { papersPostedAt: '2026-11-02T12:30:00Z' }, 'YES 2'],
    ['dang-truoc', 'a minute less', { papersPostedAt: '2026-11-02T12:31:00Z' }, 'NO 0'],
    ['dang-truoc', 'not known', { papersPostedAt: null }, '? FACT_MISSING'],
    ['dang-sau', 'within 48 hours', { resultsPostedAt: '2026-11-05T14:35:00Z' }, 'YES 1'],
    ['dang-sau', 'second day, but after 48 hours', { resultsPostedAt: '2026-11-05T16:00:00Z' }, '? READINGS_DIFFER'],
    ['dang-sau', 'third day', { resultsPostedAt: '2026-11-06T02:00:00Z' }, 'NO 0'],
    ['vang-lien-tiep', 'three in a row', { longestExcusedStreak: 3 }, 'YES 1'],
    ['vang-lien-tiep', 'four in a row', { longestExcusedStreak: 4 }, 'NO 0'],
    ['hop-chi-uy', 'met, the minutes a person has to see', {}, '? PARTLY_KNOWN'],
    ['hop-chi-uy', 'did not meet', { committeeMetFirst: false }, 'NO 0'],
    ['hop-chi-uy', 'a secretary only', { hasCommittee: false, committeeMetFirst: null }, 'NA 2'],
    ['hop-chi-uy', 'met, so there is one', { hasCommittee: null }, '? PARTLY_KNOWN'],
    ['hop-chi-uy', 'nothing known', { hasCommittee: null, committeeMetFirst: null }, '? FACT_MISSING'],
    ['thong-bao', 'the superior was not invited', { invitedSuperior: false }, 'NO 0'],
    ['co-tai-lieu', 'papers are there', {}, 'YES 1'],
    ['chuyen-de', 'a month without', { kind: 'THUONG_KY' }, '? NO_POLICY'],
    ['chuyen-de', 'a month with', {}, '? JUDGEMENT'],
    ['chuyen-de', 'kind unknown', { kind: null }, '? FACT_MISSING'],
    ['chi-tieu', '11 of 12 indicators', {}, 'tu-90 30'],
    ['chi-tieu', '13 of 12: taken as 100 % (R8)', { indicatorsMet: 13 }, 'tu-90 30'],
    ['chi-tieu', 'no indicators: tasks', { indicatorsTotal: 0, indicatorsMet: 0, tasksDone: 7 }, 'tu-70 24'],
    [
      'chi-tieu',
      'nothing planned',
      { indicatorsTotal: 0, indicatorsMet: 0, tasksTotal: 0, tasksDone: 0 },
      '? NOTHING_PLANNED',
    ],
    ['chi-tieu', 'more tasks done than there were', { indicatorsTotal: null, tasksDone: 11 }, '? FACTS_CONTRADICT'],
    ['goi-mo', 'only a person can tell', {}, '? JUDGEMENT'],
  ])('%s: %s', (item, _what, change, expected) => expect(short(at(anPhu, item, change))).toBe(expected));
});

describe('the other rubrics', () => {
  it('the central frame asks, and shows the figures', () => {
    const proposals = fillIn(hd42, facts());
    expect(proposals.every((one) => one.is === 'ASK')).toBe(true);
    expect(at(hd42, 'du-sinh-hoat')).toMatchObject({
      because: { is: 'NO_SCALE' },
      shows: [{ measure: 'attendancePercent', part: 32, whole: 34, shown: 94.12 }, { shown: 0 }, { shown: 2 }],
    });
  });

  it('Tân Tiến gives full attendance points where both conditions hold, and asks otherwise', () => {
    expect(short(at(tanTien, 'du-sinh-hoat'))).toBe('POINTS 5');
    expect(short(at(tanTien, 'du-sinh-hoat', { absentUnexcused: 1 }))).toBe('? NOT_FULL');
  });

  it('2018: passed or not', () => {
    expect(at(hd12, 'ti-le', { present: 85, counted: 100 })).toMatchObject({ answer: { kind: 'NO' } });
    expect(at(hd12, 'ti-le', { present: 86, counted: 100 })).toMatchObject({ answer: { kind: 'YES' } });
    expect(at(hd12, 'thoi-luong', { minutesHeld: 89 })).toMatchObject({ answer: { kind: 'NO' } });
    expect(at(hd12, 'hop-chi-uy', { hasCommittee: false })).toMatchObject({ answer: { kind: 'NA' }, points: null });
  });

  it.each(RUBRICS)('$id proposes nothing when nothing is known', (rubric) => {
    expect(fillIn(rubric, NO_FACTS).filter((one) => one.is === 'ANSWER')).toEqual([]);
  });
});
