/** Taking everything out without a passphrase: first what leaves and who could read it, then JSON or CSV tables. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { act } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Choices } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import { dayInVietnam } from '@/lib/vi/dates';
import { kindText } from './kinds';
import { useVault } from '@/components/hooks/use-vault';

const KINDS = { json: ['.json', 'application/json'], csv: ['.zip', 'application/zip'] } as const;

interface Props {
  counts: readonly (readonly [string, number])[];
  now: () => Date;
  onClose: () => void;
}

export function PlainExportDialog({ counts, now, onClose }: Props) {
  const { backup: t, data, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const vault = useVault();
  const toast = useToast();
  const [kind, setKind] = useState<keyof typeof KINDS>('json');
  const [making, setMaking] = useState<AbortController | null>(null);
  const [failed, setFailed] = useState(false);

  const make = async () => {
    const stop = new AbortController();
    const moment = now();
    const [ending, mime] = KINDS[kind];
    const name = `du-lieu-${dayInVietnam(moment)}${ending}`;
    setFailed(false);
    setMaking(stop);
    try {
      const ask = { database: db.name, key: db.key, kind, now: moment.toISOString() };
      const { bytes } = await vault.call('exportPlain', ask, { signal: stop.signal });
      downloadFile(bytes, name, mime);
      // The file is out whether or not the note can be kept: a full disk must not hold it back.
      void act({ type: 'noteExport', kind: 'everything', rows: counts.reduce((sum, [, count]) => sum + count, 0) });
      toast('good', data.exported(name));
      onClose();
    } catch {
      if (!stop.signal.aborted) setFailed(true);
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
      title={t.plainTitle}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{ui.cancel}</Button>
          <Button kind="main" icon="download" busy={making !== null} onClick={() => void make()}>
            {t.plainMake}
          </Button>
        </>
      }
    >
      <p>{t.plainLeaves}</p>
      <ul class="reasons">
        {counts
          .filter(([, count]) => count > 0)
          .map(([one, count]) => (
            <li key={one}>{data.eraseLine(f.number(count), kindText(one, data).what.toLocaleLowerCase('vi'))}</li>
          ))}
      </ul>
      <Banner tone="warn" live="off">
        <p>{t.plainDuty}</p>
        <p>{t.plainNote}</p>
      </Banner>
      <Choices
        legend={t.plainKind}
        value={kind}
        options={(['json', 'csv'] as const).map((value) => ({ value, label: t.plainKinds[value] }))}
        onChange={setKind}
      />
      {making ? (
        <Progress label={data.exporting} onCancel={() => making.abort(new DOMException('', 'AbortError'))} />
      ) : null}
      {failed ? <Banner tone="bad" title={data.exportFailed} /> : null}
    </Dialog>
  );
}
