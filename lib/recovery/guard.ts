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
import { createBursts } from './bursts';
import { lastCopied } from './best-copy';
import { appendCommit, removeCommits } from './change-log';
import { keepFound, letGo, nextName, removeAllBut, removeEverything } from './copies';
import { canaryOf, emptyDump, numbersOf, renumbered } from './dumps';
import { forgetBelow, withFloor } from './floor';
import type { SnapshotReason } from './generations';
import type { CheckResult, GuardOptions, ProtectionStatus } from './guard-options';
import { dataRows, judge } from './judge';
import { dumpWhole, furthest, lookAt, lookDeeply } from './look';
import { countRows } from './replay';
import { listGenerations, listSnapshots, readSnapshot, thinOut, writeSnapshot, type SnapshotInfo } from './snapshots';
import { planRecovery } from './plan-recovery';
import { createProblems } from './problems';
import { createReports } from './reports';
import { createTurns } from './turns';

/** Commits kept in the log reach back to the snapshot of this place, so that a damaged newest one loses nothing. */
const SPARE_SNAPSHOTS = 3;
const MOST_MS = 15_000;
const AGAIN_MS = 60_000;
/** Stands where the canary stood while everything is being erased, so that an interrupted erasure is finished. */
const ERASING = 'erasing';

export type Guard = ReturnType<typeof createGuard>;

export function createGuard(options: GuardOptions) {
  const { stores, snapshots, log, schemaVersion, now, quietMs = 1_500 } = options;
  const reports = createReports(options.report);
  const problems = createProblems(options.changed);
  let canary: Canary | null = null;
  let readOnly = false;
  // Commits up to this one are in the dump that was last gone over to.
  let moved = 0;
  const inTurn = createTurns();
  const bursts = createBursts({
    quietMs,
    mostMs: Math.max(quietMs, MOST_MS),
    againMs: Math.max(quietMs, AGAIN_MS),
    work: async () => (await inTurn(() => trySnapshot('burst'))) !== null,
  });

  /** A canary that cannot be written is a problem to tell; the copies tell the same at the next start. */
  const keep = async (next: Canary) => {
    canary = next;
    try {
      await options.canary.set(next);
      problems.solved('canary');
    } catch (error) {
      problems.note('canary', error);
    }
  };
  const current = (): Canary => {
    if (canary === null) throw new Error('check first');
    return canary;
  };

  async function check({ deep }: { deep: boolean }): Promise<CheckResult> {
    const raw = await options.canary.get().catch((error: unknown) => problems.note('canary', error));
    if (raw === ERASING) await erase();
    canary = canarySchema.safeParse(raw).data ?? null;
    const database = canary?.database ?? (await furthest(stores, 'sotay'));
    const state = await lookAt(stores, database);
    readOnly = state.state === 'readable' && state.schemaVersion > schemaVersion;
    if (readOnly) {
      canary ??= blank(database, state);
      return { database, readOnly: true, report: await unseen() };
    }
    let reachable = true;
    const copied = await lastCopied(snapshots, log).catch((error: unknown) => {
      reachable = false;
      problems.note('copies', error);
      return null;
    });
    const verdict = judge(canary, state, copied);
    const look = deep && verdict.ok && reachable ? await lookDeeply(options, database, state) : null;
    const cause = verdict.ok ? (look?.cause ?? null) : verdict.cause;
    // What is not known to be gone is not given up: the copies are asked again later.
    if (cause !== null && !reachable) throw new Error(`the store is ${cause}, and its copies cannot be reached`);
    const named = canary !== null;
    if (cause !== null) await recover(database, state, cause);
    else await accept(database, state);
    if (look?.copiesStale === true && dataRows(current().counts) > 0) bursts.changed();
    if (deep && cause === null && named) await letGo(options, reports, current().database, now()).catch(() => {});
    // What cannot be brought to its end now is tried again at the next start.
    await settleFloor(deep).catch((error: unknown) => problems.note('forget', error));
    return { database: current().database, readOnly: false, report: await unseen() };
  }

  const unseen = () => reports.unseen().catch(() => null);

  /** The store is as it should be: the canary follows it, and an older shape is copied before anybody opens it. */
  async function accept(database: string, state: StoreState): Promise<void> {
    const before = canary;
    if (state.state !== 'readable') return keep(before ?? blank(database, state));
    if (before === null || before.seq !== state.seq || before.schemaVersion !== state.schemaVersion)
      await keep({ ...(before ?? blank(database, state)), ...numbersOf(state), at: now().toISOString() });
    if (current().forgetDue) await tryForget();
    if (state.schemaVersion < schemaVersion) await trySnapshot('beforeUpgrade');
    else if (current().snapshotSeq < state.seq) bursts.changed();
  }

  async function recover(database: string, state: StoreState, cause: LossCause): Promise<void> {
    const damage = { database, state, cause, acknowledged: canary?.seq ?? 0, schemaVersion };
    const { dump, report } = await planRecovery(options, damage, now);
    await moveTo(dump, 'recovered', { report });
  }

  /** Builds the next database from a dump and goes over to it; the copies start anew from there. */
  async function moveTo(
    dump: StoreDump,
    reason: SnapshotReason,
    { report = null, database }: { report?: RecoveryReport | null; database?: string } = {},
  ) {
    database ??= await nextName(stores, nameInUse());
    await stores.build(database, dump);
    moved = Math.max(moved, dump.seq);
    // Told before it counts: a recovery that ends here is done again, one that was never told would be silent.
    if (report !== null) await reports.put(report).catch((error: unknown) => problems.note('report', error));
    await keep(canaryOf(database, { ...dump, counts: countRows(dump) }, now()));
    return trySnapshot(reason);
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

  const nameInUse = () => canary?.database ?? 'sotay';

  /** Null when it could not be written: told and tried again after a while. */
  async function trySnapshot(reason: SnapshotReason): Promise<string | null> {
    try {
      return await snapshotNow(reason);
    } catch (error) {
      problems.note('snapshot', error);
      if (reason !== 'burst') bursts.changed();
      return null;
    }
  }

  async function snapshotNow(reason: SnapshotReason): Promise<string> {
    bursts.stop();
    const start = performance.now();
    const dump = await dumpWhole(stores, current(), options.alarm);
    const name = await writeSnapshot(snapshots, dump, reason, now());
    await keep({ ...current(), snapshotSeq: Math.max(current().snapshotSeq, dump.seq) });
    const stay = (await thinOut(snapshots)).filter((one) => one.reason !== 'found');
    const spare = stay[Math.min(SPARE_SNAPSHOTS, stay.length) - 1]?.seq ?? 0;
    await removeCommits(log, (seq) => seq <= spare);
    // A gap in the log lies behind this copy now.
    problems.solved('log', 'snapshot', 'copies');
    bursts.done(performance.now() - start);
    return name;
  }

  function blank(database: string, state: StoreState): Canary {
    return canaryOf(
      database,
      state.state === 'readable' ? numbersOf(state) : { schemaVersion, seq: 0, counts: {} },
      now(),
    );
  }

  return {
    /** Call before the database is opened. `deep` also compares every row with the copies: once per browser session. */
    check: (how: { deep: boolean }) => inTurn(() => check(how)),
    /** Call after the database was opened by this program: a store brought to a newer shape gets its first copy. */
    opened: () =>
      inTurn(async () => {
        if (readOnly) return;
        const all = await listGenerations(snapshots).catch((error: unknown) => problems.note('copies', error));
        // Without a first copy the log would have nothing to start from.
        const copied = all === undefined || all.some(({ reason }) => reason !== 'found');
        if (copied && current().schemaVersion === schemaVersion) return;
        const state = await stores.inspect(current().database);
        if (state.state !== 'readable') throw new Error('the store cannot be read after opening');
        await keep({ ...current(), ...numbersOf(state) });
        await trySnapshot('start');
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
          problems.note('log', error);
        }
        const { at, seq } = commit;
        // Told late, after a newer one: the newer one's numbers stand.
        if (seq > current().seq)
          await keep({
            ...current(),
            seq,
            at,
            digest,
            counts: { ...current().counts, ...counts },
            forgetDue: current().forgetDue || options.forgets?.(commit) === true,
          });
        if (current().forgetDue) await tryForget();
        bursts.changed();
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
        await snapshotNow('beforeRestore').catch(keepAsFound);
        await moveTo(renumbered(dump, Math.max(current().seq, copied, dump.seq) + 1, now()), 'recovered');
        return current().database;
      }),
    /** Goes over to an empty store; all copies stay. Returns the new database's name. */
    startEmpty: () =>
      inTurn(async () => {
        const copied = (await lastCopied(snapshots, log))?.seq ?? 0;
        await snapshotNow('chosen').catch(keepAsFound);
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
        const database = await nextName(stores, nameInUse());
        await moveTo(forget ? withFloor(next, { seq, database }) : next, 'chosen', { database });
        await settleFloor(false);
        return current().database;
      }),
    /** Goes over to a new database with the same rows and number (after a write that failed). @throws when there is no room for it yet */
    renew: () => inTurn(async () => void (await moveTo(await dumpWhole(stores, current(), options.alarm), 'chosen'))),
    /** Leaves one fresh copy and removes all older ones: what was erased must not live on in them. */
    forget: () => inTurn(forget),
    /** Removes every copy, the canary, the reports and every database. The next check starts afresh. */
    erase: () => inTurn(erase),
    /** What the last recovery did, until the person has seen it. */
    report: () => reports.unseen(),
    /** The person has read the report. */
    acknowledge: () => reports.acknowledge(),
    async status(): Promise<ProtectionStatus> {
      const generations = await listGenerations(snapshots);
      const { database, seq, snapshotSeq } = current();
      const lastSnapshotAt = generations.find(({ reason }) => reason !== 'found')?.at ?? null;
      return { database, seq, snapshotSeq, lastSnapshotAt, generations: generations.length, problem: problems.first() };
    },
    /** What could not be written, or null while all copies are up to date. */
    problem: () => problems.first(),
    /** Resolves when everything asked for so far is written. */
    settled: () => inTurn(async () => {}),
  };

  /** Where no snapshot can be taken, what can be read is kept. */
  async function keepAsFound(): Promise<void> {
    await keepFound(options, await stores.salvage(nameInUse()), now());
  }

  async function erase(): Promise<void> {
    bursts.stop();
    await options.canary.set(ERASING);
    canary = null;
    moved = 0;
    const left = await removeEverything(options).catch(
      (error: unknown) => new Error(`something stays: ${String(error)}`),
    );
    await reports.remove();
    await options.canary.remove();
    if (left !== undefined) throw left;
  }

  async function forget(): Promise<void> {
    await removeAllBut(options, await snapshotNow('chosen'), current().database);
    await keep({ ...current(), forgetDue: false });
    problems.solved('forget');
  }

  /** What cannot be forgotten now stays due: every commit and every start tries again. */
  async function tryForget(): Promise<void> {
    await forget().catch((error: unknown) => problems.note('forget', error));
  }
}
