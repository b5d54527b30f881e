/** Takes the deletion of old records of the desk back, as long as this page is open. */
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import { MOST_DESK_RECORDS } from '@/lib/model/actions';
import { type AnyDeskRecord, onto } from '@/lib/model/desk';

export function UndoDesk({ records, onUndone }: { records: readonly AnyDeskRecord[]; onUndone: () => void }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const { run, status } = useAction();
  const undo = async () => {
    // Whole again or not at all, as far as one step reaches; a step that fails leaves the button.
    const entries = records.map(({ id, kind, unit, removedAt, value }) =>
      // Kind and value come from one record; taking it apart loses that for TypeScript only.
      onto({ id, kind, unit, removed: removedAt !== null, value } as Parameters<typeof onto>[0], null),
    );
    for (let at = 0; at < entries.length; at += MOST_DESK_RECORDS) {
      const reply = await run({ type: 'saveDesk', records: entries.slice(at, at + MOST_DESK_RECORDS) });
      if (!reply.ok) return;
    }
    toast('good', t.deskBack(f.number(records.length)));
    onUndone();
  };
  return (
    <Banner title={t.deskGone(f.number(records.length))} live="off">
      <div class="stack-tight">
        <div>
          <Button size="small" busy={status.state === 'busy'} onClick={() => void undo()}>
            {t.deskUndo}
          </Button>
        </div>
        {status.state === 'failed' ? <p>{ui.errors[status.code]}</p> : null}
      </div>
    </Banner>
  );
}
