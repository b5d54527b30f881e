/** What pressing will do, in one line, and how it ended. */
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { Plan } from './decisions';
import type { Receiving } from './use-receive';

interface Props {
  /** Rows that can be decided on. */
  open: number;
  plan: Plan;
  receiving: Receiving;
  onApply: () => void;
  onUndo: (() => void) | null;
}

export function ReceiveFoot({ open, plan, receiving, onApply, onUndo }: Props) {
  const { handin: t, ui } = useText();
  const f = useFormat();
  const { decisions, unanswered, readings } = plan;
  return (
    <>
      {receiving.at === 'applied' ? (
        <Banner tone="good" title={t.applied(f.number(receiving.documents))}>
          <p>{t.appliedNext}</p>
          {onUndo === null ? null : <Button onClick={onUndo}>{t.undo}</Button>}
        </Banner>
      ) : null}
      {receiving.at === 'undone' ? (
        <Banner tone="good">
          <p>{t.undone}</p>
        </Banner>
      ) : null}
      {receiving.at === 'refused' ? (
        <Banner tone="bad" title={t.notApplied}>
          {receiving.code === null ? null : <p>{t.errors[receiving.code]}</p>}
          {receiving.store === null ? null : <p>{ui.errors[receiving.store]}</p>}
        </Banner>
      ) : null}
      {open === 0 ? null : (
        <div class="card stack">
          <p aria-live="polite">
            {unanswered > 0
              ? t.notReady(f.number(unanswered))
              : decisions.length === 0
                ? t.planNone
                : t.plan(f.number(decisions.length), f.number(readings))}
          </p>
          <div>
            <Button
              kind="main"
              icon="check"
              disabled={decisions.length === 0 || unanswered > 0}
              busy={receiving.at === 'applying'}
              onClick={onApply}
            >
              {receiving.at === 'applying' ? t.applying : t.apply}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
