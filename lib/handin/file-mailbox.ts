/** A mailbox over plain files: a folder in Node, or the files somebody dropped in a browser. */
import { digestOf } from './digest';
import { type Delivered, type Mailbox, MailboxError, type Sealed } from './mailbox';

/** The little of a directory that is used; names have no slash. */
export interface Directory {
  names(): Promise<string[]>;
  /** Null when there is no such file. */
  read(name: string): Promise<Uint8Array | null>;
  /** Writes a new file whole or not at all; false when the name is taken. */
  create(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Writes or overwrites a file whole or not at all. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
}

/** Names of the files in order of arrival, and how many of them are acknowledged. */
interface Ledger {
  names: string[];
  acked: number;
}

const LEDGER = 'mailbox.json';
const ENDING = '.age';

export interface FileMailboxOptions {
  /** Which files are looked into, by name; default those that end in `.age`. */
  takes?: (name: string) => boolean;
}

/**
 * `directoryOf` gives each cell its own directory. Files that people put there themselves, under any name, are
 * listed too. One process at a time writes to a directory; a lost ledger only means that files are listed again.
 */
export function createFileMailbox(
  directoryOf: (cell: string) => Directory,
  { takes = endsAsAge }: FileMailboxOptions = {},
): Mailbox {
  // One after the other: two calls at once would both number the next file.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };

  return {
    put: ({ cell, key, body }: Sealed) =>
      inTurn(async () => {
        const directory = directoryOf(cell);
        const ledger = await readLedger(directory);
        const name = nameOf(key);
        // The ledger remembers what was taken out of the folder since.
        if (ledger.names.includes(name) || !(await directory.create(name, body))) return 'duplicate';
        await directory.replace(LEDGER, writeLedger({ ...ledger, names: [...ledger.names, name] }));
        return 'stored';
      }),

    async *list(cell, after = null): AsyncIterable<Delivered> {
      const directory = directoryOf(cell);
      const { names, acked } = await inTurn(() => takeIn(directory, takes));
      const from = Math.max(acked, after === null ? 0 : placeOf(after, names.length));
      for (let index = from; index < names.length; index++) {
        const name = names[index] ?? '';
        const body = await directory.read(name);
        // Taken out of the folder by hand: there is nothing left to deliver.
        if (body === null) continue;
        yield { cell, key: await keyOf(name, body), body, cursor: String(index + 1), label: name };
      }
    },

    ack: (cell, upTo) =>
      inTurn(async () => {
        const directory = directoryOf(cell);
        const ledger = await readLedger(directory);
        const acked = Math.max(ledger.acked, placeOf(upTo, ledger.names.length));
        if (acked !== ledger.acked) await directory.replace(LEDGER, writeLedger({ ...ledger, acked }));
      }),
  };
}

/** Numbers the files that are new in the directory. */
async function takeIn(directory: Directory, takes: (name: string) => boolean): Promise<Ledger> {
  const ledger = await readLedger(directory);
  const known = new Set(ledger.names);
  const found = (await directory.names()).filter((name) => name !== LEDGER && takes(name) && !known.has(name));
  if (found.length === 0) return ledger;
  const grown = { ...ledger, names: [...ledger.names, ...found.sort()] };
  await directory.replace(LEDGER, writeLedger(grown));
  return grown;
}

async function readLedger(directory: Directory): Promise<Ledger> {
  const bytes = await directory.read(LEDGER);
  if (bytes === null) return { names: [], acked: 0 };
  try {
    const raw = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Ledger>; // every part is looked at below
    const names = (raw.names ?? []).filter((name) => typeof name === 'string');
    const acked = Number.isInteger(raw.acked) ? Math.min(Math.max(raw.acked ?? 0, 0), names.length) : 0;
    return { names, acked };
  } catch {
    return { names: [], acked: 0 };
  }
}

function endsAsAge(name: string): boolean {
  return name.toLowerCase().endsWith(ENDING);
}

function writeLedger(ledger: Ledger): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(ledger));
}

function placeOf(cursor: string, last: number): number {
  const place = Number(cursor);
  if (!Number.isInteger(place) || place < 1 || place > last) throw new MailboxError(`"${cursor}" is no place here`);
  return place;
}

// File systems allow no colon everywhere; a thumbprint has no plus sign.
function nameOf(key: string): string {
  if (!/^[A-Za-z0-9_.:-]{1,200}$/.test(key)) throw new MailboxError('not a key of a hand-in');
  return key.replaceAll(':', '+') + ENDING;
}

async function keyOf(name: string, body: Uint8Array): Promise<string> {
  const key = name.slice(0, -ENDING.length).replaceAll('+', ':');
  return /^[A-Za-z0-9_-]{43}:[\d.-]+:\d+$/.test(key) ? key : `sha256:${await digestOf(body.slice())}`;
}
