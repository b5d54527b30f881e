/** Before a file leaves: what is in it, who may have it, its neutral name; then it is made in the worker and downloaded. */
import { useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Choices } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import type { Desk } from '@/components/workers/desk';
import { EXPORT_KINDS, type ExportKind } from '@/components/workers/desk-calls';
import type { WriteOptions } from '@/lib/formats';
import type { Settings } from '@/lib/model/settings';
import type { Tally } from '@/lib/model/tally';
import { downloadFile } from './download';
import { exportName } from './export-name';

interface Props {
  desk: Desk;
  tally: Tally;
  /** What is told otherwise than in the report that this one amends. */
  changes?: WriteOptions['changes'];
  settings: Settings;
  onClose: () => void;
}

export function ExportDialog({ desk, tally, changes, settings, onClose }: Props) {
  const { tally: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const [kind, setKind] = useState<ExportKind>('xlsx');
  const [making, setMaking] = useState<AbortController | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { superior, cell, place, secretaryName } = settings.party;
  const days = `${f.day(tally.period.from)} – ${f.day(tally.period.to)}`;
  const name = exportName(tally.period, kind);

  const make = async () => {
    const stop = new AbortController();
    setFailed(null);
    setMaking(stop);
    try {
      const letterhead = {
        superior: superior ?? undefined,
        place: place ?? undefined,
        signerName: secretaryName ?? undefined,
      };
      const named = tally.unit === null ? { ...tally, unit: cell ?? settings.unitName } : tally;
      const file = await desk.call('exportTally', { tally: named, kind, letterhead, changes }, stop.signal);
      downloadFile(file.bytes, name, file.mime);
      // The file is out whether or not the note can be kept.
      void act({ type: 'noteExport', kind, rows: tally.members.length });
      toast('good', t.exportDone(name));
      onClose();
    } catch (error) {
      if (!stop.signal.aborted) setFailed(error instanceof Error ? error.message : String(error));
    } finally {
      setMaking(null);
    }
  };
  const close = () => {
    making?.abort(new DOMException('', 'AbortError'));
    onClose();
  };

  return (
    <Dialog
      title={t.exportTitle}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{ui.cancel}</Button>
          <Button kind="main" icon="download" busy={making !== null} onClick={() => void make()}>
            {t.exportMake}
          </Button>
        </>
      }
    >
      <p>{t.exportLeaves(f.number(tally.members.length), days)}</p>
      <Banner tone="warn" live="off">
        <p>{t.exportDuty}</p>
      </Banner>
      <Choices
        legend={t.format}
        value={kind}
        options={EXPORT_KINDS.map((one) => ({ value: one, label: t.formatNames[one] }))}
        onChange={setKind}
      />
      <p class="soft wrap-anywhere">{t.exportFile(name)}</p>
      {making ? (
        <Progress label={t.exportMaking} onCancel={() => making.abort(new DOMException('', 'AbortError'))} />
      ) : null}
      {failed !== null ? (
        <Banner tone="bad" title={t.exportFailed}>
          <p class="wrap-anywhere">{failed}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
