/** Rubrics and scores as text for a terminal. */
import type { Band, RubricItem } from '../model/rubric';
import type { ColumnScore, Proposal, Rubric, Scorer } from '../rubric';
import { printable } from './io';
import { becauseWords, readingWords, reasonWords, scoreFindingWords } from './rubric-words';

/** The whole form: head, source, groups, items, bands, grades. */
export function printRubric(rubric: Rubric): string {
  const { basis } = rubric;
  const head = [
    `${rubric.id}, version ${rubric.rubricVersion}${rubric.copiedFrom === null ? '' : `, copied from ${rubric.copiedFrom.id} version ${rubric.copiedFrom.rubricVersion}`}`,
    rubric.title,
    `${rubric.issuer}: ${basis.instrument}, ${basis.number ?? 'number unknown'}, ${basis.date ?? 'date unknown'} (${basis.certainty})`,
    `in force: ${rubric.effectiveFrom ?? 'unknown'} to ${rubric.effectiveTo ?? 'open'}`,
    basis.note,
    ...basis.addresses,
    ...rubric.requiredMinutes.map(({ words, minutes }) => `length: ${words} (${minutes} min)`),
  ];
  const lines = head.filter((line) => line !== '');
  for (const group of rubric.groups) {
    lines.push(
      '',
      `${group.code === '' ? group.id : group.code}  ${group.title}${group.max === null ? '' : ` (${group.max})`}`,
    );
    for (const item of group.items) lines.push(...itemLines(item));
  }
  if (rubric.grades.length > 0) lines.push('');
  for (const grade of rubric.grades) lines.push(`${grade.label}: ${ends(grade)}`);
  return `${lines.map(printable).join('\n')}\n`;
}

function itemLines(item: RubricItem): string[] {
  const max = item.mode === 'PASS_FAIL' ? 'pass/fail' : `${item.max}`;
  const lines = [`  ${item.code.padEnd(4)} ${item.text} [${item.mode} ${max}] #${item.id}`];
  if (item.how !== '') lines.push(`       ${item.how}`);
  if (item.mode === 'BAND')
    for (const band of item.bands) lines.push(`       ${band.points}: ${band.label} #${band.id}`);
  return lines;
}

function ends({ range }: Pick<Band, 'range'>): string {
  const end = (bound: typeof range.from) =>
    typeof bound === 'number' ? String(bound) : bound === null ? '' : `${bound.ofRequired} × required`;
  return `${range.fromOpen ? '(' : '['}${end(range.from)}, ${end(range.to)}${range.toOpen ? ')' : ']'}`;
}

/** Points by group, total, grade and what is missing for each scorer; then what the facts propose. */
export function printScores(
  rubric: Rubric,
  scores: Partial<Record<Scorer, ColumnScore>>,
  proposals: readonly Proposal[],
): string {
  const lines: string[] = [`${rubric.id}, version ${rubric.rubricVersion}: ${rubric.title}`];
  for (const { role, title } of rubric.scorers) {
    const score = scores[role];
    if (score === undefined) continue;
    lines.push('', `${role}: ${title}`);
    for (const group of score.groups) {
      const name = rubric.groups.find((one) => one.id === group.group)?.title ?? group.group;
      const result = group.passed === null ? `${group.points}/${group.max}` : group.passed ? 'met' : 'not met';
      lines.push(`  ${result.padStart(8)}  ${name}${group.complete ? '' : ' (open)'}`);
    }
    const total =
      rubric.total === null
        ? score.passed === null
          ? 'open'
          : score.passed
            ? 'met'
            : 'not met'
        : `${score.points}/${score.max}`;
    const grade = rubric.grades.find((one) => one.code === score.grade)?.label;
    lines.push(
      `  ${total.padStart(8)}  in all${grade === undefined ? '' : `: ${grade}`}${score.complete ? '' : `, ${score.open} open`}`,
    );
    for (const finding of score.findings) lines.push(`  - ${scoreFindingWords(finding)}`);
  }
  if (proposals.length > 0) lines.push('', 'By the facts of the meeting:');
  for (const one of proposals) lines.push(`  ${one.item}: ${proposalWords(one)}`);
  return `${lines.map(printable).join('\n')}\n`;
}

function proposalWords(proposal: Proposal): string {
  if (proposal.is === 'ANSWER') {
    const { answer, points } = proposal;
    const given = answer.kind === 'BAND' ? answer.band : answer.kind.toLowerCase();
    return `${given}${points === null ? '' : `, ${points} points`}: ${reasonWords(proposal.reason)}`;
  }
  const shows = proposal.because.is === 'NO_SCALE' ? `; ${proposal.shows.map(readingWords).join('; ')}` : '';
  return `asked, ${becauseWords(proposal.because)}${shows}`;
}
