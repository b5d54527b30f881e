/**
 * The guard of the store: notices loss, restores, keeps the copies up to date. One per writer.
 *
 *   check ── state fits the canary and the copies ──▶ use it
 *     └───── anything short of that ──▶ keep what was found as a snapshot ─▶ build a NEW database from the newest good
 *            copy ─▶ read it back ─▶ canary names it. The damaged one is left as it is: nothing is deleted to repair.
 *
 *   commit ──▶ change log ──▶ canary ──▶ acknowledged ──▶ (quiet again) snapshot, read back, older ones thinned out
 */
import { type Canary, type LossCause, type RecoveryReport, canarySchema } from '../model/canary';
import type { Commit, StoreDump, StoreState } from '../model/store-dump';
import { type BestCopy, lastCopied, loadBestCopy } from './best-copy';
import { appendCommit, removeCommits } from './change-log';
import { emptyDump, numbersOf, renumbered, stateOf } from './dumps';
import { forgetBelow, withFloor } from './floor';
import type { SnapshotReason } from './generations';
import { dataRows, judge } from './judge';
import { lookAt, lookDeeply } from './look';
import { countRows } from './replay';
import type { CheckResult, GuardOptions, ProtectionStatus } from './guard-types';
import { listGenerations, listSnapshots, readSnapshot, thinOut, writeSnapshot, type SnapshotInfo } from './snapshots';
import { createReports } from './reports';
import { createTurns } from './turns';

export type { CheckResult, GuardOptions, ProtectionStatus } from './guard-types';

/** A snapshot may take this share of the time. */
const SHARE = 0.05;
/** Commits kept in the log reach back to the snapshot of this place, so that a damaged newest one loses nothing. */
const SPARE_SNAPSHOTS = 3;
const OLD_DATABASE_MS = 30 * 86_400_000;

export type Guard = ReturnType<typeof createGuard>;

export function createGuard(options: GuardOptions) {
  const { stores, snapshots, log, schemaVersion, now, quietMs = 1_500 } = options;
  const reports = createReports(options.report);
  let canary: Canary | null = null;
  let problem: string | null = null;
  let readOnly = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTook = 0;
  let lastEnded = 0;
  // Commits up to this one are in the dump that was last gone over to.
  let moved = 0;
  const inTurn = createTurns();

  const keep = async (next: Canary) => {
    canary = next;
    await options.canary.set(next);
  };
  const current = (): Canary => {
    if (canary === null) throw new Error('check first');
    return canary;
  };

  async function check({ deep }: { deep: boolean }): Promise<CheckResult> {
    const stored = canarySchema.safeParse(await options.canary.get());
    canary = stored.data ?? null;
    const names = await stores.list();
    const database = canary?.database ?? names.at(-1) ?? 'sotay';
    const state = await lookAt(stores, database);
    readOnly = state.state === 'readable' && state.schemaVersion > schemaVersion;
    if (readOnly) {
      canary ??= blank(database, state);
      return { database, readOnly: true, report: await reports.unseen() };
    }
    const verdict = judge(canary, state, await lastCopied(snapshots, log));
    const cause = verdict.ok ? (deep ? await lookDeeply(options, database, state) : null) : verdict.cause;
    if (cause !== null) await recover(database, state, cause);
    else await accept(database, state);
    if (deep && cause === null) await tidy();
    await settleFloor(deep);
    return { database: current().database, readOnly: false, report: await reports.unseen() };
  }

  /** The store is as it should be: the canary follows it, and an older shape is copied before anybody opens it. */
  async function accept(database: string, state: StoreState): Promise<void> {
    const before = canary;
    if (state.state !== 'readable') return keep(before ?? blank(database, state));
    if (before === null || before.seq !== state.seq || before.schemaVersion !== state.schemaVersion)
      await keep({ ...(before ?? blank(database, state)), ...numbersOf(state), at: now().toISOString() });
    if (state.schemaVersion < schemaVersion) await snapshotNow('beforeUpgrade');
    else if (current().snapshotSeq < state.seq) schedule();
  }

  async function recover(database: string, state: StoreState, cause: LossCause): Promise<void> {
    const found = state.state === 'absent' ? null : await stores.salvage(database);
    let kept: string | null = null;
    if (found !== null && dataRows(countRows(found)) > 0)
      kept = await writeSnapshot(snapshots, found, 'found', now()).catch(() => null);
    const best: BestCopy | null = await loadBestCopy(snapshots, log);
    const acknowledged = Math.max(canary?.seq ?? 0, (await lastCopied(snapshots, log))?.seq ?? 0);
    const restored = best?.dump ?? (cause === 'unreadable' ? found : null);
    if (restored !== null) await moveTo(restored, 'recovered');
    else await keep({ ...blank(database, state), at: now().toISOString() });
    const report: RecoveryReport = {
      at: now().toISOString(),
      cause,
      restoredTo: best?.at ?? null,
      lost: Math.max(0, acknowledged - (best?.dump.seq ?? (state.state === 'readable' ? state.seq : 0))),
      counts: restored === null ? {} : countRows(restored),
      kept,
      seen: false,
    };
    await reports.put(report);
  }

  /** Builds the next database from a dump and goes over to it; the copies start anew from there. */
  async function moveTo(dump: StoreDump, reason: SnapshotReason, database?: string): Promise<void> {
    database ??= await nextName();
    await stores.build(database, dump);
    moved = Math.max(moved, dump.seq);
    await keep({
      version: 1,
      database,
      schemaVersion: dump.schemaVersion,
      seq: dump.seq,
      digest: '',
      at: now().toISOString(),
      counts: countRows(dump),
      snapshotSeq: 0,
    });
    // Left over beyond what was restored: the numbers will be used again.
    await removeCommits(log, (seq) => seq > dump.seq);
    await snapshotNow(reason);
  }

  /**
   * A switch of the lock is brought to its end: nothing older than its result may stay. Done by the switch itself and at
   * each start until a browser's first one after it: what dies just afterwards may not have dropped the bytes yet.
   */
  async function settleFloor(isLast: boolean): Promise<void> {
    const { database, settled } = current();
    const state = await stores.inspect(database);
    if (state.state !== 'readable' || state.floor === undefined || settled === state.floor.seq) return;
    const { seq } = state.floor;
    const copied = (await listGenerations(snapshots)).some((one) => one.seq >= seq && one.reason !== 'found');
    if (!copied) await snapshotNow('chosen');
    await forgetBelow(options, database, state.floor);
    if (isLast) await keep({ ...current(), settled: seq });
  }

  async function nextName(): Promise<string> {
    const taken = [...(await stores.list()), nameInUse()].map((name) => Number(/-(\d+)$/.exec(name)?.[1] ?? 1));
    return `sotay-${Math.max(1, ...taken) + 1}`;
  }
  const nameInUse = () => canary?.database ?? 'sotay';

  async function snapshotNow(reason: SnapshotReason): Promise<string> {
    clearTimeout(timer);
    timer = undefined;
    const start = performance.now();
    const dump = await stores.dump(current().database);
    const verdict = judge(canary, stateOf(dump), null);
    // What is short must never become the newest copy.
    if (!verdict.ok) throw new Error(`the store is ${verdict.cause}: not copied`);
    const name = await writeSnapshot(snapshots, dump, reason, now());
    await keep({ ...current(), snapshotSeq: Math.max(current().snapshotSeq, dump.seq) });
    const stay = (await thinOut(snapshots)).filter((one) => one.reason !== 'found');
    const spare = stay[Math.min(SPARE_SNAPSHOTS, stay.length) - 1]?.seq ?? 0;
    await removeCommits(log, (seq) => seq <= spare);
    problem = null;
    lastEnded = performance.now();
    lastTook = lastEnded - start;
    return name;
  }

  function schedule(): void {
    clearTimeout(timer);
    const rest = lastEnded === 0 ? 0 : lastEnded + lastTook / SHARE - performance.now();
    timer = setTimeout(
      () =>
        void inTurn(() => snapshotNow('burst')).catch((error: unknown) => {
          problem = `snapshot: ${describe(error)}`;
        }),
      Math.max(quietMs, rest),
    );
  }

  /** Damaged databases of long ago are let go: what was in them lies in their snapshot, and nobody asked for it since. */
  async function tidy(): Promise<void> {
    const last = await reports.last();
    if (last !== null && now().getTime() - Date.parse(last.at) < OLD_DATABASE_MS) return;
    for (const name of await stores.list()) if (name !== current().database) await stores.remove(name);
  }

  function blank(database: string, state: StoreState): Canary {
    const none = { schemaVersion, seq: 0, counts: {} };
    const numbers = state.state === 'readable' ? numbersOf(state) : none;
    return { version: 1, database, digest: '', at: now().toISOString(), snapshotSeq: 0, ...numbers };
  }

  return {
    /** Call before the database is opened. `deep` also compares every row with the copies: once per browser session. */
    check: (how: { deep: boolean }) => inTurn(() => check(how)),
    /** Call after the database was opened by this program: a store brought to a newer shape gets its first copy. */
    opened: () =>
      inTurn(async () => {
        if (readOnly) return;
        const copied = (await listGenerations(snapshots)).some(({ reason }) => reason !== 'found');
        // Without a first copy the log would have nothing to start from.
        if (copied && current().schemaVersion === schemaVersion) return;
        const state = await stores.inspect(current().database);
        if (state.state !== 'readable') throw new Error('the store cannot be read after opening');
        await keep({ ...current(), ...numbersOf(state) });
        await snapshotNow('start');
      }),
    /** Call after each commit; when it resolves, the commit survives the loss of the database. Never throws. */
    committed: (commit: Commit, counts: Record<string, number>) =>
      inTurn(async () => {
        let { digest } = current();
        // Told late, by a database that another has taken the place of: its rows are in the new one, as it keeps them.
        if (commit.seq <= moved) return;
        try {
          digest = await appendCommit(log, commit);
        } catch (error) {
          problem = `log: ${describe(error)}`;
        }
        try {
          const { at, seq } = commit;
          // Told late, after a newer one: the newer one's numbers stand.
          if (seq > current().seq)
            await keep({ ...current(), seq, at, digest, counts: { ...current().counts, ...counts } });
        } catch (error) {
          problem = `canary: ${describe(error)}`;
        }
        schedule();
      }),
    /** Writes a snapshot now. @throws when it cannot be written or the store is short */
    snapshot: (reason: SnapshotReason) => inTurn(() => snapshotNow(reason)),
    listSnapshots: (): Promise<SnapshotInfo[]> => listSnapshots(snapshots),
    /** The rows in a snapshot. @throws DamagedFile */
    readSnapshot: (name: string) => readSnapshot(snapshots, name),
    /** Goes over to a snapshot as a new commit; the state before is kept as one too. Returns the new database's name. */
    restore: (name: string) =>
      inTurn(async () => {
        const dump = await readSnapshot(snapshots, name);
        const copied = (await lastCopied(snapshots, log))?.seq ?? 0;
        if (canary === null) await check({ deep: false });
        await snapshotNow('beforeRestore').catch(() => keepFound());
        await moveTo(renumbered(dump, Math.max(current().seq, copied, dump.seq) + 1, now()), 'recovered');
        return current().database;
      }),
    /** Goes over to an empty store; all copies stay. Returns the new database's name. */
    startEmpty: () =>
      inTurn(async () => {
        const copied = (await lastCopied(snapshots, log))?.seq ?? 0;
        await snapshotNow('chosen').catch(() => keepFound());
        const seq = Math.max(canary?.seq ?? 0, copied) + 1;
        await moveTo(emptyDump(schemaVersion, seq, now()), 'recovered');
        return current().database;
      }),
    /** Goes over to these rows (the lock's change of sealing); with `forget` no older copy and no older database stays. */
    replace: (dump: StoreDump, { forget }: { forget: boolean }) =>
      inTurn(async () => {
        const all = (await listGenerations(snapshots)).map(({ seq }) => seq);
        const copied = (await lastCopied(snapshots, log))?.seq ?? 0;
        const seq = Math.max(current().seq, dump.seq, copied, ...all) + 1;
        const next = renumbered(dump, seq, now());
        const database = await nextName();
        await moveTo(forget ? withFloor(next, { seq, database }) : next, 'chosen', database);
        await settleFloor(false);
        return current().database;
      }),
    /** Leaves one fresh copy and removes all older ones: what was erased must not live on in them. */
    forget: () =>
      inTurn(async () => {
        await snapshotNow('chosen');
        await forgetOlder();
      }),
    /** Removes every copy, the canary, the reports and every database. The next check starts afresh. */
    erase: () =>
      inTurn(async () => {
        clearTimeout(timer);
        for (const name of await snapshots.list()) await snapshots.remove(name);
        for (const name of await log.list()) await log.remove(name);
        for (const name of await stores.list()) await stores.remove(name);
        await reports.remove();
        await options.canary.remove();
        canary = null;
        moved = 0;
      }),
    /** What the last recovery did, until the person has seen it. */
    report: () => reports.unseen(),
    /** The person has read the report. */
    acknowledge: () => reports.acknowledge(),
    async status(): Promise<ProtectionStatus> {
      const generations = await listGenerations(snapshots);
      const { database, seq, snapshotSeq } = current();
      const newest = generations.filter(({ reason }) => reason !== 'found')[0]?.at ?? null;
      return { database, seq, snapshotSeq, lastSnapshotAt: newest, generations: generations.length, problem };
    },
    /** Resolves when everything asked for so far is written. */
    settled: () => inTurn(async () => {}),
  };

  async function keepFound(): Promise<void> {
    const found = await stores.salvage(nameInUse());
    if (Object.values(countRows(found)).some((count) => count > 1))
      await writeSnapshot(snapshots, found, 'found', now());
  }

  async function forgetOlder(): Promise<void> {
    const [newest, ...older] = (await listGenerations(snapshots)).sort((a, b) => (a.at < b.at ? 1 : -1));
    for (const { name } of older) await snapshots.remove(name);
    await removeCommits(log, (seq) => seq <= (newest?.seq ?? 0));
    for (const name of await stores.list()) if (name !== current().database) await stores.remove(name);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
}
