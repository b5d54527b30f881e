/** The tracker's database: its tables, how it is opened, and the rule that older code never writes a newer store. */
import { Dexie, type EntityTable, type PromiseExtended, type Table, type Transaction } from 'dexie';
import type { Capture } from '../model/capture';
import type { BackupRow } from '../model/backup-state';
import type { Consent } from '../model/consent';
import type { DataRequest } from '../model/data-request';
import type { Deletion } from '../model/deletion';
import type { Draft } from '../model/draft';
import type { AnyDeskRecord } from '../model/desk';
import type { HostSite, SiteHealth } from '../model/host-site';
import type { Member } from '../model/member';
import type { MemberConsent } from '../model/member-consent';
import type { PointReading } from '../model/point-reading';
import type { Settings } from '../model/settings';
import type { StepRow } from '../model/step';
import type { Commit, StoreFloor } from '../model/store-dump';
import { LockedError, createSealer } from '../lock';
import type { LockRecord } from '../model/lock';
import type { PendingReading } from '../protocol';
import { MIGRATIONS, type Migration } from './all-migrations';
import { noteChanges } from './changes';
import { homeOf } from './homes';
import type { PointPage } from './point-pages';
import { OPEN_TABLE } from './sealed-rows';
import { type SealState, sealing } from './sealing';

/** Shape of the stored records; raised with each migration. */
export const schemaVersion = MIGRATIONS.at(-1)?.version ?? 1;

/** What is known of one subject without opening its pages; written in the same transaction as they are. */
export interface SubjectSummary {
  subject: string;
  /** Readings that count (not withdrawn). */
  count: number;
  /** All readings, withdrawn ones too. */
  stored: number;
  latest: PointReading | null;
  /** Rises whose later reading lies in the month (YYYY-MM), and how many readings it holds, in month order. */
  months: { month: string; points: number; count: number }[];
  /** Last name, role, unit, site and host known; `null` where no reading told it. */
  known: KnownContext;
  /** Days and sources of its readings, month by month (`told.ts`); missing where an earlier program wrote the summary. */
  told?: string;
}

export interface KnownContext {
  name: string | null;
  role: string | null;
  unit: string | null;
  site: string | null;
  host: string | null;
}

/** A waiting reading with all that is needed to keep it, or the mark that one was refused. */
export interface PendingRow {
  key: 'me' | 'refused';
  pending: PendingReading | null;
  reading: Omit<PointReading, 'id' | 'newRun' | 'corrections' | 'withdrawn'> | null;
  /** Host, name, role, unit and total of a refused one: not asked again. */
  signature: string | null;
}

/** One line of what was done: action and counts, never names or totals. */
export interface JournalLine {
  seq?: number;
  at: string;
  action: string;
  detail: Record<string, string | number | boolean | null>;
}

/** `seq` is the number of the last commit. */
export type MetaRow =
  | { key: 'schema'; schemaVersion: number; minWriter: number }
  | { key: 'seq'; seq: number; at: string }
  /** Name of this store in the versions of desk records. */
  | { key: 'device'; id: string }
  | LockRecord
  | ({ key: 'floor' } & StoreFloor);

/** A commit as it was stored, with the rows of each table it changed. */
export type CommitListener = (commit: Commit, counts: Record<string, number>) => Promise<void>;

/** What of Dexie's own parts is set here: it takes factory and shape when it is made, and both are only known at opening. */
interface Inside {
  _deps: { indexedDB: IDBFactory };
  _versions: unknown[];
  _state: { autoSchema: boolean };
}

export class TrackerDb extends Dexie {
  declare pointPages: Table<PointPage, [string, string, number]>;
  declare subjects: EntityTable<SubjectSummary, 'subject'>;
  declare members: EntityTable<Member, 'id'>;
  declare captures: EntityTable<Capture, 'id'>;
  declare consents: EntityTable<Consent, 'id'>;
  declare settings: EntityTable<{ key: 'settings'; value: Settings }, 'key'>;
  declare pending: EntityTable<PendingRow, 'key'>;
  declare confirmedSites: EntityTable<{ key: string; at: string }, 'key'>;
  declare journal: EntityTable<JournalLine, 'seq'>;
  declare meta: Table<MetaRow, MetaRow['key']>;
  declare memberConsents: EntityTable<MemberConsent, 'id'>;
  declare requests: EntityTable<DataRequest, 'id'>;
  declare deletions: EntityTable<Deletion, 'seq'>;
  declare backups: EntityTable<BackupRow, 'key'>;
  declare hostSites: EntityTable<HostSite, 'id'>;
  declare siteHealth: EntityTable<SiteHealth, 'id'>;
  declare desk: Table<AnyDeskRecord, string>;
  declare drafts: EntityTable<Draft, 'key'>;
  declare steps: EntityTable<StepRow, 'seq'>;

  /** Awaited after each commit and before it is acknowledged. */
  afterCommit: CommitListener = () => Promise.resolve();
  /** Called when a write failed for what the storage did, not for what was asked. */
  afterFailure: () => void = () => {};
  /** While set, every write is answered with it and changes nothing. */
  refusal: { code: 'readOnly' | 'storage'; detail: string } | null = null;
  private readonly underWay = new Set<Promise<unknown>>();

  /** Keeps count of a write, so that `retire` can wait for it. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    try {
      return await work;
    } finally {
      this.underWay.delete(work);
    }
  }

  /** Another database takes this one's place: what is being written is finished, what comes later is refused. */
  async retire(): Promise<void> {
    this.refusal = { code: 'storage', detail: 'the store has moved: try again' };
    await Promise.allSettled([...this.underWay]);
    this.close({ disableAutoOpen: true });
  }

  private closings = 0;

  /** Its place has to be found first; a close meanwhile is obeyed. */
  override open(): PromiseExtended<Dexie> {
    const before = this.closings;
    const look = async () => {
      const home = await homeOf(this.name);
      const found = (await home.databases().catch(() => [])).find(({ name }) => name === this.name);
      return { home, isNewer: Math.floor((found?.version ?? 0) / 10) > schemaVersion };
    };
    return Dexie.Promise.resolve(look()).then(({ home, isNewer }) => {
      if (this.closings !== before) throw new Dexie.DatabaseClosedError();
      // Dexie would "repair" a newer store by adding what this version has and that one has not: taken as it is instead.
      const inside = this as unknown as Inside;
      if (isNewer) {
        inside._versions = [];
        inside._state.autoSchema = true;
      }
      inside._deps.indexedDB = home;
      return super.open();
    }) as PromiseExtended<Dexie>; // Dexie's own promise, whose type says less
  }

  override close(how?: { disableAutoOpen: boolean }): void {
    this.closings++;
    super.close(how);
  }

  constructor(
    name: string,
    /** The key of the rows, when the store is locked and was unlocked; also wanted by workers that open it themselves. */
    readonly key: Uint8Array | null = null,
  ) {
    super(name, { chromeTransactionDurability: 'strict' });
    const seal: SealState = { sealer: key === null ? null : createSealer(key), locked: false };
    this.use(noteChanges);
    this.use(sealing(seal));
    for (const migration of MIGRATIONS) {
      const declared = this.version(migration.version).stores(migration.stores);
      const { upgrade } = migration;
      if (upgrade) declared.upgrade(async (transaction) => whenAllowed(transaction, migration, key, upgrade));
    }
    this.on(
      'ready',
      (db) =>
        (db as Dexie)
          .table<MetaRow, string>(OPEN_TABLE)
          .get('lock')
          .then((row) => {
            const lock = row?.key === 'lock' ? row : null;
            seal.locked = lock !== null && key === null;
            if (seal.sealer !== null && seal.sealer.check() !== lock?.check) throw new WrongKeyError();
          }),
      true,
    );
    // Somebody brings the store to a newer shape or erases it: let go at once. Dexie's own answer would also warn.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
      return false;
    });
    this.on('populate', (transaction) => {
      void transaction.table('meta').add({ key: 'schema', schemaVersion, minWriter: schemaVersion });
    });
  }
}

/**
 * Opens (lazily) the database of that name; one per page is enough. Reading pages may use it with `liveQuery`.
 * Without its key a locked store can be opened, but every question and every write ends in `LockedError`.
 */
export function openTracker(name = 'sotay', { key = null }: { key?: Uint8Array | null } = {}): TrackerDb {
  return new TrackerDb(name, key);
}

/** The key does not belong to this store, or the store is not locked at all. */
export class WrongKeyError extends Error {
  override name = 'WrongKeyError';
  constructor() {
    super('this is not the key of the store');
  }
}

/** Rows that are sealed cannot be rewritten without the key: the store is brought to its new shape when it is unlocked. */
export async function whenAllowed(
  transaction: Transaction,
  { touches }: Pick<Migration, 'touches'>,
  key: Uint8Array | null,
  upgrade: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const onlyMeta = touches?.every((table) => table === OPEN_TABLE) === true;
  if (!onlyMeta && key === null && (await transaction.table(OPEN_TABLE).get('lock')) !== undefined)
    throw new LockedError();
  await upgrade(transaction);
}

/** Refused because the stored data belongs to a newer version of the program. */
export class NewerDataError extends Error {
  // Not "ReadOnlyError": Dexie turns errors of its own names into its own classes.
  override name = 'NewerDataError';
  constructor(stored: number) {
    super(`the data needs a writer of version ${stored}, this one is ${schemaVersion}: update the extension`);
  }
}

/** Call first inside every write transaction (`meta` must be in it). @throws NewerDataError */
export async function assertWritable(db: TrackerDb): Promise<void> {
  const row = await db.meta.get('schema');
  if (row?.key === 'schema' && row.minWriter > schemaVersion) throw new NewerDataError(row.minWriter);
}
