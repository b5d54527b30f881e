/** What needs no decision: hand-ins taken before, files that were refused, and the senders known so far. */
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Table } from '@/components/ui/Table';
import type { Review, ReviewRow } from '@/lib/handin/review';
import type { PeerKey } from '@/lib/model/hand-in';
import { PeriodAndExtras, type RowContext, Sender, TrustMark } from './RowFacts';

export function DoneTable({ rows, ...context }: RowContext & { rows: readonly ReviewRow[] }) {
  const { handin: t } = useText();
  return (
    <section class="card stack" aria-labelledby="handin-done">
      <h2 id="handin-done">{t.doneTitle}</h2>
      <p class="soft">{t.doneText}</p>
      <Table
        label={t.tableOf(t.doneTitle)}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: t.columns.name,
            rowHeader: true,
            cell: (row) => <Sender row={row} names={context.names} />,
          },
          { id: 'period', header: t.columns.period, cell: (row) => <PeriodAndExtras row={row} /> },
          { id: 'sender', header: t.columns.sender, cell: (row) => <TrustMark row={row} {...context} /> },
        ]}
      />
    </section>
  );
}

export function RefusedTable({ refused }: Pick<Review, 'refused'>) {
  const { handin: t } = useText();
  return (
    <section class="card stack" aria-labelledby="handin-refused">
      <h2 id="handin-refused">{t.refusedTitle}</h2>
      <p class="soft">{t.refusedText}</p>
      <Table
        label={t.tableOf(t.refusedTitle)}
        rows={refused}
        rowKey={({ name }, index) => `${index} ${name}`}
        columns={[
          {
            id: 'file',
            header: t.columns.file,
            rowHeader: true,
            cell: ({ name }) => <span class="wrap-anywhere">{name}</span>,
          },
          { id: 'why', header: t.columns.why, cell: ({ code }) => t.refusals[code] },
        ]}
      />
    </section>
  );
}

export function PeerTable(props: {
  peers: readonly PeerKey[];
  names: RowContext['names'];
  onVerify: (peer: PeerKey) => void;
}) {
  const { handin: t } = useText();
  const f = useFormat();
  const nameOf = (peer: PeerKey) => props.names.get(peer.memberId) ?? peer.name;
  return (
    <section class="card stack" aria-labelledby="handin-peers">
      <h2 id="handin-peers">{t.peersTitle}</h2>
      <p class="soft">{t.peersText}</p>
      <Table
        label={t.tableOf(t.peersTitle)}
        rows={props.peers}
        rowKey={({ keyId }) => keyId}
        columns={[
          { id: 'name', header: t.columns.name, rowHeader: true, cell: nameOf },
          { id: 'seen', header: t.firstSeen, cell: ({ firstSeen }) => f.instant(firstSeen) },
          {
            id: 'sender',
            header: t.columns.sender,
            cell: (peer) =>
              peer.verifiedOn === null ? (
                <Button size="small" icon="eye" label={t.verifyName(nameOf(peer))} onClick={() => props.onVerify(peer)}>
                  {t.verify}
                </Button>
              ) : (
                t.verifiedOn(f.day(peer.verifiedOn))
              ),
          },
        ]}
      />
    </section>
  );
}
