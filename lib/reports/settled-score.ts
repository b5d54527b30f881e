/** The score of a meeting as it was settled: points, most, grade and why points were taken off; null while it is not settled. */
import type { Meeting } from '../model/meeting';
import type { Rubric } from '../model/rubric';
import { type ScoreSheet, scoreSheetSchema } from '../model/score-sheet';
import { type ColumnScore, scoreColumn } from '../rubric/score';
import { rubricOf } from '../rubric/versions';

export interface SettledScore {
  rubric: Rubric;
  score: ColumnScore;
  /** One line for each item with points taken off, with its note. */
  deductions: string[];
}

/** The sheet kept on a meeting; null when there is none that can be read. */
export function sheetOf(meeting: Pick<Meeting, 'score'>): ScoreSheet | null {
  if (meeting.score === null) return null;
  const read = scoreSheetSchema.safeParse(meeting.score);
  return read.success ? read.data : null;
}

/** A sheet is settled when it holds the facts it was settled by. */
export function isSettled(sheet: Pick<ScoreSheet, 'facts'>): boolean {
  return sheet.facts !== null;
}

/** The cell's own column of a settled sheet, scored by the very version of the rubric it was made with (R17). */
export function settledScore(meeting: Pick<Meeting, 'score'>, rubrics: readonly Rubric[]): SettledScore | null {
  const sheet = sheetOf(meeting);
  if (sheet === null || !isSettled(sheet)) return null;
  const rubric = rubricOf(sheet, rubrics);
  const answers = sheet.columns.self;
  if (rubric === null || answers === undefined) return null;
  const score = scoreColumn(rubric, answers);
  const items = new Map(rubric.groups.flatMap((group) => group.items.map((item) => [item.id, item] as const)));
  const deductions = score.groups.flatMap((group) =>
    group.items.flatMap(({ item, points, max }): string[] => {
      if (points === null || max === null || points >= max) return [];
      const { code = '', text = item } = items.get(item) ?? {};
      // Within brackets and before a semicolon a sentence loses its stop.
      const note = (answers[item]?.note ?? '').trim().replace(/\.$/, '');
      const name = [code, text].filter((part) => part !== '').join(' ');
      return [`${name}: trừ ${figure(max - points)} điểm${note === '' ? '' : ` (${note})`}`];
    }),
  );
  return { rubric, score, deductions };
}

function figure(value: number): string {
  return String(Math.round(value * 100) / 100).replace('.', ',');
}
