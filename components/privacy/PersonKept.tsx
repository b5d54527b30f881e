/** Everything kept about one person: counted, listed, and handed out as a copy. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { act } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Table } from '@/components/ui/Table';
import { useToast } from '@/components/ui/Toast';
import { type AboutPerson, personalCopy } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { KeptNotes } from './KeptNotes';

const SHOWN = 50;

export function PersonKept({ about, now }: { about: AboutPerson; now: () => Date }) {
  const { privacy: t, data } = useText();
  const f = useFormat();
  const toast = useToast();
  const [failed, setFailed] = useState(false);
  const counts = [
    { what: t.kept.member, count: about.member === null ? 0 : 1 },
    { what: t.kept.readings, count: about.readings.length },
    { what: t.kept.capturedRows, count: about.capturedRows.length },
    { what: t.kept.consents, count: about.consents.length },
    { what: t.kept.requests, count: about.requests.length },
  ];
  const latest = about.readings.slice(-SHOWN).reverse();

  const copyOut = async (kind: 'personalCsv' | 'personalJson') => {
    setFailed(false);
    try {
      const moment = now();
      const copy = personalCopy(about, moment);
      const rows = counts.reduce((sum, { count }) => sum + count, 0);
      // Its CSV writer is only needed here.
      const { personalCopyCsv, personalCopyJson } = await import('@/lib/formats/personal-copy');
      const csv = kind === 'personalCsv';
      // The name tells a day and nothing else: a file name must not say whose it is.
      const name = `ban-sao-${dayInVietnam(moment)}.${csv ? 'csv' : 'json'}`;
      downloadFile(
        csv ? personalCopyCsv(copy) : personalCopyJson(copy),
        name,
        csv ? 'text/csv;charset=utf-8' : 'application/json',
      );
      void act({ type: 'noteExport', kind, rows });
      toast('good', t.copied(name));
    } catch {
      setFailed(true);
    }
  };

  return (
    <div class="stack">
      <Table
        label={t.stepSee}
        rows={counts}
        rowKey={(row) => row.what}
        columns={[
          { id: 'what', header: data.columns.what, rowHeader: true, cell: (row) => row.what },
          { id: 'count', header: data.columns.count, align: 'end', cell: (row) => f.number(row.count) },
        ]}
      />
      <KeptNotes about={about} />
      {latest.length > 0 ? (
        <details>
          <summary>{t.showReadings}</summary>
          <div class="stack-tight">
            <Table
              label={t.kept.readings}
              rows={latest}
              rowKey={(one) => one.id}
              columns={[
                { id: 'day', header: t.day, rowHeader: true, cell: (one) => f.day(one.day) },
                { id: 'total', header: t.total, align: 'end', cell: (one) => f.number(one.total) },
                { id: 'source', header: t.source, cell: (one) => data.details[one.source] ?? one.origin },
              ]}
            />
            <p class="soft small">{t.readingsShown(f.number(latest.length), f.number(about.readings.length))}</p>
          </div>
        </details>
      ) : null}
      <p>{t.copyText}</p>
      <div class="cluster">
        <Button icon="download" onClick={() => void copyOut('personalCsv')}>
          {t.copyCsv}
        </Button>
        <Button icon="download" onClick={() => void copyOut('personalJson')}>
          {t.copyJson}
        </Button>
      </div>
      {failed ? (
        <Banner tone="bad">
          <p>{t.copyFailed}</p>
        </Banner>
      ) : null}
    </div>
  );
}
