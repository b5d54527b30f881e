/** Taking a document out: one button per format, then a last look at what leaves and what should be mended first. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { printOnly } from '@/components/hooks/print-only';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Choices } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import type { DocumentAsk, WrittenDocument } from '@/components/workers/desk-calls';
import { type DocumentId, type FileFormat, type MadeDocument } from '@/lib/documents';
import { tablesOf } from '@/lib/documents/paper';
import { FindingList } from './FindingList';

interface Props {
  id: DocumentId;
  name: string;
  input: unknown;
  made: MadeDocument;
  formats: readonly FileFormat[];
  write: (ask: DocumentAsk, signal: AbortSignal) => Promise<WrittenDocument>;
  onExported: (format: FileFormat | 'print') => void;
}

export function ReportExport(props: Props) {
  const { documents: t } = useText();
  const [asked, setAsked] = useState<FileFormat | 'print' | null>(null);
  return (
    <>
      <div class="cluster" role="group" aria-label={t.exports}>
        {props.formats.map((format, at) => (
          <Button key={format} kind={at === 0 ? 'main' : 'plain'} icon="download" onClick={() => setAsked(format)}>
            {t.formats[format]}
          </Button>
        ))}
        <Button icon="file" onClick={() => setAsked('print')}>
          {t.formats.print}
        </Button>
      </div>
      {asked === null ? null : <LastLook {...props} format={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function LastLook(props: Props & { format: FileFormat | 'print'; onClose: () => void }) {
  const { documents: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const { made, format, name } = props;
  const [sign, setSign] = useState<'semicolon' | 'comma'>('semicolon');
  const [making, setMaking] = useState<AbortController | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const stops = made.findings.filter((one) => one.severity === 'stop');
  const rows = tablesOf(made.paper).reduce((sum, table) => sum + table.rows.length, 0);
  const fileName = format === 'print' ? null : `${made.file}.${format}`;
  const anyway = stops.length > 0;

  const close = () => {
    making?.abort(new DOMException('', 'AbortError'));
    props.onClose();
  };
  const out = async () => {
    if (format === 'print') {
      props.onClose();
      props.onExported('print');
      // The dialog must be gone before the browser takes its picture of the page.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          // The paper alone: on a meeting's page much else stands around it.
          const sheet = document.querySelector('.sheet-frame');
          if (sheet === null) print();
          else printOnly(sheet);
        }),
      );
      return;
    }
    const stop = new AbortController();
    setFailed(null);
    setMaking(stop);
    try {
      const ask: DocumentAsk = {
        id: props.id,
        input: props.input,
        profile: made.paper.profile,
        format,
        delimiter: sign === 'comma' ? ',' : ';',
      };
      const written = await props.write(ask, stop.signal);
      downloadFile(written.bytes, written.name, written.mime);
      props.onExported(format);
      toast('good', t.done(written.name));
      props.onClose();
    } catch (error) {
      if (!stop.signal.aborted) setFailed(error instanceof Error ? error.message : String(error));
    } finally {
      setMaking(null);
    }
  };

  const go = format === 'print' ? (anyway ? t.printAnyway : t.printNow) : anyway ? t.makeAnyway : t.make;
  return (
    <Dialog
      title={t.dialogTitle}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{ui.cancel}</Button>
          <Button
            kind={anyway ? 'danger' : 'main'}
            icon={format === 'print' ? 'file' : 'download'}
            busy={making !== null}
            onClick={() => void out()}
          >
            {go}
          </Button>
        </>
      }
    >
      <p>{rows === 0 ? t.leavesText(name) : t.leaves(name, f.number(rows))}</p>
      {anyway ? (
        <>
          <p>{t.stillStops}</p>
          <FindingList findings={stops} />
        </>
      ) : null}
      <Banner tone="warn" live="off">
        <p>{t.duty}</p>
      </Banner>
      {format === 'csv' ? (
        <Choices
          legend={t.csvSign}
          value={sign}
          options={(['semicolon', 'comma'] as const).map((one) => ({ value: one, label: t.csvSigns[one] }))}
          onChange={setSign}
        />
      ) : null}
      {fileName === null ? null : <p class="soft wrap-anywhere">{t.fileName(fileName)}</p>}
      {making === null ? null : (
        <Progress label={t.making} onCancel={() => making.abort(new DOMException('', 'AbortError'))} />
      )}
      {failed === null ? null : (
        <Banner tone="bad" title={t.failed}>
          <p class="wrap-anywhere">{failed}</p>
        </Banner>
      )}
    </Dialog>
  );
}
