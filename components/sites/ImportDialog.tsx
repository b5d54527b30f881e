/** What a file's description would do, beside what is used on that host now; allowed and kept in one press, or not at all. */
import { useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useFormat, useLanguage, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Table } from '@/components/ui/Table';
import { useToast } from '@/components/ui/Toast';
import { type SiteDescription, describeSite, exportSite } from '@/lib/model/describe-site';
import type { ErrorCode } from '@/lib/protocol';
import type { HostEntry } from './host-list';
import type { SiteFile } from './read-site-file';
import { SiteWords } from './SiteWords';
import { requestHost } from '@/components/hooks/request-host';
import { takeBack } from './use-granted';

interface Props {
  file: Extract<SiteFile, { ok: true }>;
  known: readonly HostEntry[];
  onClose: () => void;
}

type State = 'ready' | 'asking' | 'denied' | 'failed' | { notSaved: ErrorCode };

export function ImportDialog({ file, known, onClose }: Props) {
  const { sites, ui } = useText();
  const t = sites.import;
  const toast = useToast();
  const [state, setState] = useState<State>('ready');
  const { host, site, text } = file;
  const before = known.find((one) => one.host === host) ?? null;
  const use = async () => {
    setState('asking');
    const answer = await requestHost(host);
    if (answer !== 'granted') return setState(answer);
    const reply = await act({ type: 'saveHostSite', host, text, from: 'imported' });
    if (!reply.ok) {
      if (before?.granted !== true) await takeBack(host, { listed: before?.row != null });
      return setState({ notSaved: reply.code });
    }
    toast('good', t.used(host));
    onClose();
  };
  return (
    <Dialog
      title={t.dialog(host)}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" icon="check" busy={state === 'asking'} onClick={() => void use()}>
            {t.use}
          </Button>
        </>
      }
    >
      <section class="stack-tight" aria-labelledby="site-words">
        <h3 id="site-words">{sites.words.title}</h3>
        <SiteWords site={site} />
      </section>
      {before?.row?.site == null ? null : <Conflict before={before} file={file} />}
      <Banner tone="warn" title={t.trust} live="off">
        <p>{t.trustText}</p>
        <p>{t.permission}</p>
      </Banner>
      {state === 'asking' ? <p role="status">{sites.asking}</p> : null}
      {state === 'denied' ? (
        <Banner tone="warn">
          <p>{sites.denied}</p>
        </Banner>
      ) : null}
      {state === 'failed' ? (
        <Banner tone="bad" title={sites.failed}>
          <p>{sites.askFailed}</p>
        </Banner>
      ) : null}
      {typeof state === 'object' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[state.notSaved]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}

function Conflict({ before, file }: { before: HostEntry; file: Props['file'] }) {
  const { sites, glance } = useText();
  const t = sites.import;
  const f = useFormat();
  const language = useLanguage();
  const old = before.row?.site;
  if (old == null) return null;
  if (exportSite(old) === exportSite(file.site)) return <p>{t.same}</p>;
  const [now, then] = [describeSite(old, language), describeSite(file.site, language)];
  const row = (id: keyof typeof t.rows, of: (one: SiteDescription) => string) => ({
    id,
    what: t.rows[id],
    now: of(now),
    file: of(then),
  });
  const rows = [
    { id: 'from', what: t.rows.from, now: t.from[before.row?.from ?? 'shipped'], file: t.from.file },
    row('version', ({ version }) => String(version)),
    row('day', ({ day }) => (day === null ? t.noDay : f.day(day))),
    row('parts', ({ parts }) => String(parts.length)),
    row('lists', ({ lists }) => lists.map(({ kind }) => glance.tables.kinds[kind]).join(', ') || t.noLists),
  ];
  return (
    <div class="stack-tight">
      <Table
        label={t.conflict}
        captioned
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'what', header: t.columns.what, rowHeader: true, cell: ({ what }) => what },
          { id: 'now', header: t.columns.now, cell: (one) => one.now },
          { id: 'file', header: t.columns.file, cell: (one) => one.file },
        ]}
      />
      <p>{t.conflictText}</p>
    </div>
  );
}
