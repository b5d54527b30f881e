/** The answers an item can be given, as choices with a key each. */
import type { Texts } from '@/components/i18n';
import type { Answer, RubricItem } from '@/lib/rubric';
import type { RubricWords } from './words';

export interface Choice {
  /** `YES`, `NO`, `NA`, `POINTS`, or `BAND` and the band. */
  key: string;
  label: string;
  points: number | null;
}

/** Bands first; "not applicable" only where the form knows such a case. */
export function choicesFor(item: RubricItem, texts: Texts, words: RubricWords): Choice[] {
  const t = texts.rubric.sheet;
  const choices: Choice[] = [];
  if (item.mode === 'BAND') {
    for (const band of item.bands) choices.push({ key: `BAND ${band.id}`, label: band.label, points: band.points });
    choices.push({ key: 'POINTS', label: t.ownPoints, points: null });
  }
  if (item.mode === 'YES_NO')
    choices.push({ key: 'YES', label: t.yes, points: item.max }, { key: 'NO', label: t.no, points: 0 });
  if (item.mode === 'PASS_FAIL')
    choices.push({ key: 'YES', label: t.pass, points: null }, { key: 'NO', label: t.fail, points: null });
  const exceptional = item.onlyKinds.length > 0 || item.appliesWhen.length > 0 || item.naPolicy !== null;
  if (exceptional && item.mode === 'NUMERIC')
    choices.push({ key: 'POINTS', label: words.capital(texts.rubric.modes.NUMERIC), points: null });
  if (exceptional) choices.push({ key: 'NA', label: t.notApplicable, points: null });
  return choices;
}

export function choiceOf(answer: Answer): string {
  return answer.kind === 'BAND' ? `BAND ${answer.band}` : answer.kind;
}

/** The answer a choice stands for; own points start where the last answer was. */
export function withChoice(choice: Choice, before: Answer | null, item: RubricItem): Answer {
  const note = '';
  if (choice.key === 'YES' || choice.key === 'NO') return { kind: choice.key, note };
  if (choice.key === 'NA') return { kind: 'NA', policy: null, note };
  if (choice.key.startsWith('BAND ')) return { kind: 'BAND', band: choice.key.slice(5), note };
  const band =
    item.mode === 'BAND' && before?.kind === 'BAND' ? item.bands.find((one) => one.id === before.band) : undefined;
  return { kind: 'POINTS', points: band?.points ?? 0, note };
}
