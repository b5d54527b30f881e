/** The rescue page: works without the database. What was found, every snapshot, restore, take out, start empty. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import type { StoreDump, StoreState } from '@/lib/model/store-dump';
import type { StoreInfo } from '@/lib/protocol';
import type { SnapshotInfo } from '@/lib/recovery';
import { patiently } from '@/lib/tracker/patience';
import { dayInVietnam } from '@/lib/vi/dates';
import { askBackground } from '../hooks/ask-background';
import { useFormat, useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button, LinkButton } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Progress } from '../ui/Progress';
import { SnapshotTable } from './SnapshotTable';

/** What the page reads by itself, so that it works when nothing else does. */
export interface RescueAccess {
  /** Databases there are, with what can be told of each. */
  look(): Promise<{ name: string; state: StoreState }[]>;
  listSnapshots(): Promise<SnapshotInfo[]>;
  readSnapshot(name: string): Promise<StoreDump>;
  salvage(database: string): Promise<StoreDump & { missed: number }>;
}

/** What was found so far: undefined while it is looked for, null when it could not be read. Each part stands by itself. */
interface Found {
  stores?: { name: string; state: StoreState }[] | null;
  snapshots?: SnapshotInfo[] | null;
  info?: StoreInfo | null;
}

/** A damaged place may leave a question without an answer for ever. */
const PATIENCE = { stillMs: 5_000, tries: 2 };

type Doing = { kind: 'restore'; name: string } | { kind: 'empty' } | null;

export function RescueView({ access, now = () => new Date() }: { access: RescueAccess; now?: () => Date }) {
  const { safety: t, lock, ui } = useText();
  const f = useFormat();
  const [found, setFound] = useState<Found>({});
  const [asking, setAsking] = useState<Doing>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ tone: 'good' | 'bad'; text: string } | null>(null);

  const look = useCallback(async () => {
    const add = (part: Found) => setFound((before) => ({ ...before, ...part }));
    await Promise.all([
      patiently(() => access.look(), PATIENCE).then(
        (stores) => add({ stores }),
        () => add({ stores: null }),
      ),
      patiently(() => access.listSnapshots(), PATIENCE).then(
        (snapshots) => add({ snapshots }),
        () => add({ snapshots: null }),
      ),
      patiently(() => askBackground<StoreInfo>({ type: 'getStore' }), PATIENCE).then(
        (reply) => add({ info: reply.ok ? reply.value : null }),
        () => add({ info: null }),
      ),
    ]);
  }, [access]);
  useEffect(() => void look(), [look]);
  // A background that was still starting answers a little later.
  useEffect(() => {
    if (found.info !== null) return;
    const timer = setTimeout(() => void look(), 3_000);
    return () => clearTimeout(timer);
  }, [found, look]);

  const takeOut = async (read: () => Promise<StoreDump & { missed?: number }>, name: string) => {
    try {
      const dump = await read();
      downloadFile(`${JSON.stringify(dump, null, 1)}\n`, name, 'application/json');
      const missed = dump.missed ?? 0;
      setSaid({
        tone: missed > 0 ? 'bad' : 'good',
        text: missed > 0 ? t.takenOutPart(name, f.number(missed)) : t.takenOut(name),
      });
    } catch {
      setSaid({ tone: 'bad', text: t.takeOutFailed });
    }
  };
  const carryOut = async () => {
    if (asking === null) return;
    setBusy(true);
    const reply = await askBackground(
      asking.kind === 'empty' ? { type: 'startEmpty' } : { type: 'restoreSnapshot', name: asking.name },
    );
    setBusy(false);
    setAsking(null);
    setSaid(
      reply.ok
        ? { tone: 'good', text: asking.kind === 'empty' ? t.startedEmpty : t.restored }
        : { tone: 'bad', text: `${t.failed} ${reply.detail}` },
    );
    await look();
  };
  const stamp = () => dayInVietnam(now());

  return (
    <main class="page stack-wide page-narrow">
      <div class="stack-tight">
        <h1 tabIndex={-1}>{t.rescue}</h1>
        <p>{t.rescueText}</p>
        <div>
          <LinkButton href="dashboard.html">{t.toDashboard}</LinkButton>
        </div>
      </div>
      {said !== null ? <Banner tone={said.tone} title={said.text} onClose={() => setSaid(null)} /> : null}
      <section class="card stack" aria-labelledby="found-title">
        <h2 id="found-title">{t.found}</h2>
        {found.info?.lock === 'locked' ? <Banner live="off" icon="lock" title={lock.sealedRescue} /> : null}
        {found.info === null ? <Banner tone="warn" live="off" title={t.noBackground} /> : null}
        {found.stores === undefined ? <Progress label={ui.loading} /> : null}
        {found.stores === null ? <Banner tone="warn" live="off" title={t.notLookedAt} /> : null}
        {found.stores?.length === 0 ? <p>{t.noStore}</p> : null}
        <ul class="plain-list stack">
          {(found.stores ?? []).map(({ name, state }) => (
            <li key={name} class="spread">
              <span>
                <strong>{name === found.info?.database ? t.inUse : t.setAside}</strong>{' '}
                {state.state === 'readable' ? t.readable(f.number(dataRows(state.counts))) : t.unreadable}
              </span>
              <Button
                size="small"
                icon="download"
                onClick={() => void takeOut(() => access.salvage(name), `cuu-du-lieu-${stamp()}.json`)}
              >
                {t.takeOutReadable}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {/* No landmark of its own: the table is one already, under the same name. */}
      <div class="stack">
        <h2>{t.snapshots}</h2>
        <p>{t.snapshotsText}</p>
        {found.snapshots === undefined ? <Progress label={ui.loading} /> : null}
        {found.snapshots === null ? <Banner tone="warn" live="off" title={t.notLookedAt} /> : null}
        {found.snapshots == null ? null : (
          <SnapshotTable
            snapshots={found.snapshots}
            onRestore={(name) => setAsking({ kind: 'restore', name })}
            onTakeOut={(name) => void takeOut(() => access.readSnapshot(name), `ban-chup-${stamp()}.json`)}
          />
        )}
      </div>
      <section class="card stack" aria-labelledby="empty-title">
        <h2 id="empty-title">{t.startEmpty}</h2>
        <p>{t.startEmptyText}</p>
        <div>
          <Button kind="danger" onClick={() => setAsking({ kind: 'empty' })}>
            {t.startEmptyButton}
          </Button>
        </div>
      </section>
      {asking !== null ? (
        <ConfirmDialog
          title={asking.kind === 'empty' ? t.startEmpty : t.restoreTitle}
          text={asking.kind === 'empty' ? t.startEmptyText : t.restoreText}
          confirmLabel={asking.kind === 'empty' ? t.startEmptyButton : t.restoreNow}
          danger={asking.kind === 'empty'}
          busy={busy}
          onConfirm={() => void carryOut()}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </main>
  );
}

function dataRows(counts: Record<string, number>): number {
  return Object.entries(counts).reduce((sum, [table, count]) => (table === 'meta' ? sum : sum + count), 0);
}
