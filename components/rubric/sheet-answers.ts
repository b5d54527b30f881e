/** The answers of a sheet as they count: the cell's own column fills itself in by what is known of the meeting. */
import {
  type Answer,
  type Answers,
  type ColumnScore,
  type MeetingFacts,
  type Proposal,
  type Rubric,
  type RubricItem,
  type ScoreSheet,
  type Scorer,
  fillIn,
  findUnexplained,
  pointsOf,
  scoreColumn,
  sameAnswer,
  withProposals,
} from '@/lib/rubric';
import { noteWords } from './use-rubric-words';

export type Columns = ScoreSheet['columns'];

/** Proposals for a meeting; none while nothing is known. */
export function proposalsFor(rubric: Rubric, facts: MeetingFacts | null): Proposal[] {
  return facts === null ? [] : fillIn(rubric, facts);
}

/** One column as it counts. Only the cell's column fills itself in: others score by their own look at the meeting. */
export function columnAnswers(columns: Columns, scorer: Scorer, proposals: readonly Proposal[]): Answers {
  const answers = columns[scorer] ?? {};
  return scorer === 'self' ? withProposals(answers, proposals, noteWords.note) : answers;
}

/** What to keep when a sheet is done: filled-in answers written out, so that later facts cannot change it. */
export function settledColumns(rubric: Rubric, columns: Columns, proposals: readonly Proposal[]): Columns {
  const settled: Columns = {};
  for (const { role } of rubric.scorers) {
    const answers = columnAnswers(columns, role, proposals);
    if (Object.keys(answers).length > 0) settled[role] = answers;
  }
  return settled;
}

/** Why a note is wanted; null where none is. */
export type NoteReason = 'deduction' | 'failed' | 'overrule' | 'own' | null;

export function noteReason(
  rubric: Rubric,
  item: RubricItem,
  answer: Answer,
  proposal: Proposal | undefined,
): NoteReason {
  if (proposal?.is === 'ANSWER' && !sameAnswer(answer, proposal.answer)) return 'overrule';
  if (item.mode === 'BAND' && answer.kind === 'POINTS') return 'own';
  if (!rubric.deductionNotes || answer.kind === 'NA') return null;
  if (item.mode === 'PASS_FAIL') return answer.kind === 'NO' ? 'failed' : null;
  const points = pointsOf(item, answer);
  return points !== null && points < item.max ? 'deduction' : null;
}

/** Items that still need something, in the order of the form: an answer, or a note. */
export function itemsToDo(
  score: ColumnScore,
  answers: Answers,
  proposals: readonly Proposal[],
): { open: string[]; notes: string[] } {
  const open: string[] = [];
  const notes = findUnexplained(answers, proposals);
  for (const finding of score.findings) {
    if (finding.is === 'OPEN' || finding.is === 'DOES_NOT_FIT' || finding.is === 'POLICY_MISSING')
      open.push(finding.item);
    if (finding.is === 'NOTE_MISSING' || finding.is === 'OWN_POINTS_NOTE') notes.push(finding.item);
  }
  return { open, notes: [...new Set(notes)] };
}

/** The same for the column that reports are made of. */
export function leftInOwnColumn(rubric: Rubric, columns: Columns, facts: MeetingFacts | null) {
  const proposals = proposalsFor(rubric, facts);
  const answers = columnAnswers(columns, 'self', proposals);
  return itemsToDo(scoreColumn(rubric, answers), answers, proposals);
}
