/** One item of a sheet: what is proposed and why, the answers to choose from, a note where one is wanted. */
import { useId } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { SelectField, TextField } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import {
  type Answer,
  NA_POLICIES,
  type NaPolicy,
  type Proposal,
  type Rubric,
  type RubricItem,
  sameAnswer,
} from '@/lib/rubric';
import { FigureField } from './FigureField';
import { ProposalNote } from './ProposalNote';
import { type Choice, choiceOf, choicesFor, withChoice } from './item-choices';
import { noteReason } from './sheet-answers';
import { noteWords, useRubricWords } from './use-rubric-words';

interface Props {
  rubric: Rubric;
  item: RubricItem;
  /** The heading above says the same words. */
  titled: boolean;
  /** What the person answered. */
  given: Answer | null;
  /** What counts: the person's answer, or what filled itself in. */
  counts: Answer | null;
  proposal: Proposal | undefined;
  noteMissing: boolean;
  others: readonly { who: string; answer: Answer }[];
  onAnswer: (answer: Answer | null) => void;
}

export function ItemForm({ rubric, item, titled, given, counts, proposal, noteMissing, others, onAnswer }: Props) {
  const texts = useText();
  const words = useRubricWords();
  const name = useId();
  const t = texts.rubric;
  const max = item.mode === 'PASS_FAIL' ? null : item.max;
  const choices = choicesFor(item, texts, words);
  const current = counts === null ? null : choiceOf(counts);
  const why = counts === null ? null : noteReason(rubric, item, counts, proposal);
  const showNote = given !== null && (why !== null || given.note !== '');
  const noteLabel = {
    deduction: t.sheet.noteDeduction,
    failed: t.sheet.noteFailed,
    overrule: t.sheet.noteOverrule,
    own: t.sheet.noteOwn,
    none: t.sheet.note,
  }[why ?? 'none'];
  const choose = (choice: Choice) => {
    const next = withChoice(choice, counts, item);
    const reason = proposal === undefined ? '' : noteWords.note(proposal);
    const asProposed = proposal?.is === 'ANSWER' && sameAnswer(next, proposal.answer);
    // The note that came with a proposal explains the proposal, not what replaces it.
    const own = given === null || given.note === reason ? '' : given.note;
    onAnswer({ ...next, note: asProposed ? reason : own });
  };
  const askPoints = item.mode === 'NUMERIC' || counts?.kind === 'POINTS';
  return (
    <div class="score-item" data-item={item.id}>
      <fieldset class="score-fields">
        <legend class={titled ? 'unseen' : undefined}>
          <span class="rubric-code">{item.code}</span> {item.text}
          <span class="score-max"> {max === null ? '' : `(${t.points(words.figure(max))})`}</span>
        </legend>
        {item.how !== '' && item.how !== t.modes[item.mode] && item.mode !== 'BAND' && (
          <p class="small soft">{item.how}</p>
        )}
        <ProposalNote
          item={item}
          proposal={proposal}
          state={
            given === null && counts !== null
              ? 'filled'
              : proposal?.is === 'ANSWER' && given !== null && sameAnswer(given, proposal.answer)
                ? 'same'
                : 'open'
          }
          answered={given !== null}
          onTake={() =>
            onAnswer(proposal?.is === 'ANSWER' ? { ...proposal.answer, note: noteWords.note(proposal) } : null)
          }
          onBack={() => onAnswer(null)}
        />
        {choices.length > 0 && (
          <div class="score-options">
            {choices.map((choice) => (
              <label key={choice.key}>
                <input type="radio" name={name} checked={current === choice.key} onChange={() => choose(choice)} />
                <span>{choice.label}</span>
                {choice.points !== null && <span class="soft figures">{t.points(words.figure(choice.points))}</span>}
              </label>
            ))}
          </div>
        )}
        {askPoints && max !== null && counts?.kind !== 'NA' && (
          <FigureField
            label={t.sheet.pointsGiven(words.figure(max))}
            value={counts?.kind === 'POINTS' ? counts.points : null}
            min={0}
            max={max}
            wrong={t.sheet.pointsWrong(words.figure(max))}
            settles
            onFigure={(points) =>
              onAnswer(points === null ? null : { kind: 'POINTS', points, note: given?.note ?? '' })
            }
          />
        )}
        {counts?.kind === 'NA' && item.naPolicy === null && (
          <SelectField
            label={t.sheet.policy}
            value={counts.policy ?? ''}
            error={counts.policy === null ? t.sheet.policyChoose : null}
            options={[
              ...(counts.policy === null ? [{ value: '' as const, label: t.sheet.policyChoose }] : []),
              ...NA_POLICIES.map((policy) => ({ value: policy, label: t.policies[policy] })),
            ]}
            onChange={(policy: NaPolicy | '') => onAnswer({ ...counts, policy: policy === '' ? null : policy })}
          />
        )}
        {counts?.kind === 'NA' && item.naPolicy !== null && <p class="small soft">{t.policies[item.naPolicy]}</p>}
        {showNote && counts !== null && (
          <TextField
            label={noteLabel}
            value={given.note}
            maxLength={600}
            error={noteMissing ? t.sheet.noteNeeded : null}
            onInput={(note) => onAnswer({ ...counts, note })}
          />
        )}
        {others.map(({ who, answer }) => (
          <p key={who} class="small soft">
            <Icon name="people" /> {t.sheet.other(who, words.answer(item, answer))}
          </p>
        ))}
        {given !== null && proposal?.is !== 'ANSWER' && (
          <div>
            <Button kind="quiet" size="small" onClick={() => onAnswer(null)}>
              {t.sheet.clear}
            </Button>
          </div>
        )}
      </fieldset>
    </div>
  );
}
