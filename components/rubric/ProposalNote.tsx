/** What the app knows about an item: what filled itself in and why, or why it asks. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Proposal, RubricItem } from '@/lib/rubric';
import { useRubricWords } from './use-rubric-words';

interface Props {
  item: RubricItem;
  proposal: Proposal | undefined;
  /** `filled`: counts without a person's answer; `same`: the person answered the same; `open`: neither. */
  state: 'filled' | 'same' | 'open';
  answered: boolean;
  onTake: () => void;
  onBack: () => void;
}

export function ProposalNote({ item, proposal, state, answered, onTake, onBack }: Props) {
  const { rubric: t } = useText();
  const words = useRubricWords();
  if (proposal === undefined) return null;
  if (proposal.is === 'ASK') {
    const { because, shows } = proposal;
    if (because.is === 'JUDGEMENT') return null;
    const figures = because.is === 'NO_SCALE' ? shows : [];
    const open = ['IN_GAP', 'IN_SEVERAL_BANDS', 'READINGS_DIFFER', 'FACTS_CONTRADICT', 'NO_POLICY'].includes(
      because.is,
    );
    return (
      <div class="score-why" data-tone={open ? 'warn' : undefined}>
        <Icon name={open ? 'warning' : 'info'} />
        <div>
          <p>{words.because(because, item)}</p>
          {figures.map((reading, index) => (
            <p key={index}>{words.capital(words.reading(reading))}</p>
          ))}
        </div>
      </div>
    );
  }
  return (
    <div class="score-why" data-tone={state === 'open' ? undefined : 'good'}>
      <Icon name={state === 'open' ? 'info' : 'check'} />
      <div>
        <p>
          <strong>
            {state === 'filled' ? t.sheet.filledIn : t.sheet.proposal(words.answer(item, proposal.answer))}
          </strong>
          {'. '}
          {words.reason(proposal.reason)}
        </p>
        {state === 'open' && (
          <Button size="small" onClick={answered ? onBack : onTake}>
            {answered ? t.sheet.backToProposal : t.sheet.take}
          </Button>
        )}
      </div>
    </div>
  );
}
