/** Requests: the list with what is due, noting a new one, and the page on which one is answered. */
import { useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import { Table } from '@/components/ui/Table';
import type { DataRequest } from '@/lib/model/data-request';
import type { Settings } from '@/lib/model/settings';
import { listMembers, listRequests } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { dueWords } from './due-words';
import { HolidayField } from './HolidayField';
import { RequestDialog } from './RequestDialog';
import { type Editors, RequestPage } from './RequestPage';

export function RequestTab({ settings, now, editors }: { settings: Settings; now: () => Date; editors: Editors }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const today = dayInVietnam(now());
  const requests = useLiveQuery(() => listRequests(db), [db]);
  const members = useLiveQuery(() => listMembers(db, { includeRemoved: true }), [db], { everyMs: 400 });
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  if (opened !== null) {
    return <RequestPage key={opened} id={opened} now={now} editors={editors} onBack={() => setOpened(null)} />;
  }
  const rows = requests.value ?? [];
  const due = (one: DataRequest) => {
    const words = dueWords(one, today, t, f);
    return words.late ? <strong class="request-late">{words.when}</strong> : words.when === '' ? '–' : words.when;
  };
  return (
    <section class="stack">
      <div class="spread">
        <h2>{t.requests}</h2>
        <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
          {t.addRequest}
        </Button>
      </div>
      <p>{t.requestsText}</p>
      {requests.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : null}
      {requests.value === undefined ? (
        <Progress label={ui.loading} />
      ) : rows.length === 0 ? (
        <p class="card">{t.requestsEmpty}</p>
      ) : (
        <Table
          label={t.requests}
          rows={rows}
          rowKey={(one) => one.id}
          columns={[
            { id: 'person', header: t.person, rowHeader: true, cell: (one) => one.person },
            { id: 'kind', header: t.requestKind, cell: (one) => t.requestKinds[one.kind] },
            { id: 'received', header: t.received, cell: (one) => f.day(one.receivedOn) },
            { id: 'state', header: t.state, cell: (one) => dueWords(one, today, t, f).what },
            { id: 'due', header: t.due, cell: due },
            {
              id: 'actions',
              header: t.actions,
              cell: (one) => (
                <span class="privacy-action">
                  <Button size="small" onClick={() => setOpened(one.id)}>
                    {t.openRequest}
                    <span class="unseen">: {one.person}</span>
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <HolidayField holidays={settings.holidays} />
      {adding ? (
        <RequestDialog
          members={members.value ?? []}
          now={now()}
          onDone={(id) => {
            setAdding(false);
            setOpened(id);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  );
}
