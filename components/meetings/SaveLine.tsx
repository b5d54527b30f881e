/** Whether what is on screen is saved, what went wrong and what to do, the last step to undo, and what another window wrote. */
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { KeeperState } from './keeper';

interface Props {
  state: Pick<KeeperState<never>, 'status' | 'code' | 'conflicts'>;
  /** Name of the last step that can be undone. */
  undoable: string | null;
  onUndo: () => void;
  onSave: () => void;
  onSeen: () => void;
}

export function SaveLine({ state, undoable, onUndo, onSave, onSeen }: Props) {
  const { meetings: t, ui } = useText();
  const { status, code, conflicts } = state;
  return (
    <>
      <div class="spread meeting-save-line no-print">
        <p class="soft small" role="status">
          {status === 'saved' ? t.saved : status === 'saving' ? t.saving : status === 'waiting' ? t.waiting : t.failed}
        </p>
        {undoable === null ? null : (
          <span class="cluster small">
            {t.justDone(undoable)}
            <Button size="small" onClick={onUndo}>
              {ui.undo}
            </Button>
          </span>
        )}
      </div>
      {status === 'failed' ? (
        <Banner tone="bad" title={t.failed}>
          {code === null ? null : <p>{ui.errors[code]}</p>}
          <p>{t.failedText}</p>
          <Button size="small" onClick={onSave}>
            {t.saveNow}
          </Button>
        </Banner>
      ) : null}
      {conflicts.length > 0 ? (
        <Banner tone="warn" title={t.conflictTitle} onClose={onSeen}>
          <p>{t.conflictText}</p>
          {conflicts.map((conflict, index) => (
            <pre key={index} class="meeting-conflict">
              {typeof conflict.theirs === 'string' ? conflict.theirs : JSON.stringify(conflict.theirs)}
            </pre>
          ))}
        </Banner>
      ) : null}
    </>
  );
}
