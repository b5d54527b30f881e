/** `sotay handin review`: any number of sealed files as one table; takes over what is harmless when asked to. */
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  HandInRefusal,
  type Known,
  type Review,
  type ReviewedFile,
  applyHandIns,
  decideHarmless,
  openHandIn,
  reviewHandIns,
} from '../handin';
import { ImportError, MAX_FILE_BYTES, readReadings } from '../importers';
import type { OpeningKey } from '../model/hand-in';
import { codeKey, groupPeople } from '../tally';
import { nameKey } from '../vi/names';
import { openCard, readBytes, readOpeningKeys } from './handin-files';
import { printReview, readingsCsv } from './handin-print';
import { collect } from './handin-sources';
import { growState, readState, writeState } from './handin-state';
import { EXIT, InputError, type Io, UsageError, readOptions } from './io';
import { replaceFile } from './replace-file';

const OPTIONS = {
  key: { type: 'string' },
  card: { type: 'string', multiple: true },
  roster: { type: 'string' },
  state: { type: 'string' },
  take: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Runs `sotay handin review`; 0 when every file opened, else 3. @throws UsageError, InputError */
export async function runReview(args: readonly string[], io: Io): Promise<number> {
  const { positionals, values } = readOptions(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }),
  );
  const { key, roster, state: stateFile, take, out, card = [] } = values;
  if (positionals.length === 0 || key === undefined || roster === undefined)
    throw new UsageError('handin review: <file or folder…>, --key and --roster are needed');
  if (take !== undefined && stateFile === undefined)
    throw new UsageError('handin review: --take needs --state, else the same files would be taken again');
  const keys = await readOpeningKeys(key, io.cwd);
  const cards = (await Promise.all(card.map((one) => openCard(one, io.cwd)))).map(({ fingerprint }) => fingerprint);
  const state = await readState(stateFile, io.cwd);
  const known: Known = { ...(await readRoster(roster, io.cwd)), peers: state.peers, taken: state.taken };
  const found = await collect(positionals, io.cwd);
  const review = reviewHandIns(await openAll(found.files, keys, cards, io.now()), known);
  io.out(printReview(review, known.roster));
  const write = (file: string, text: string) => replaceFile(resolve(io.cwd, file), new TextEncoder().encode(text));
  if (out !== undefined) await write(out, `${JSON.stringify(review, null, 2)}\n`);
  if (take !== undefined && stateFile !== undefined) {
    const applied = applyHandIns(review, decideHarmless(review), known, io.now());
    await write(take, readingsCsv(applied.readings, known.roster));
    await writeState(stateFile, io.cwd, growState(state, applied));
    if (isSettled(review)) await found.acknowledge();
    io.err(`sotay: ${applied.taken.length} taken, ${applied.readings.length} readings → ${take}\n`);
  }
  return review.refused.length === 0 ? EXIT.done : EXIT.input;
}

/** Nothing is left that a person has to look at. */
function isSettled({ rows, refused }: Review): boolean {
  return refused.length === 0 && rows.every(({ questions }) => questions.length === 0);
}

async function openAll(
  files: readonly { name: string; bytes: Uint8Array }[],
  keys: readonly OpeningKey[],
  cards: readonly string[],
  now: Date,
): Promise<ReviewedFile[]> {
  const opened: ReviewedFile[] = [];
  for (const { name, bytes } of files) {
    try {
      opened.push({ name, ...(await openHandIn(bytes, keys, { now, cards })) });
    } catch (error) {
      if (!(error instanceof HandInRefusal)) throw error;
      const { code, reason, where } = error;
      opened.push({ name, refused: { code, reason, where } });
    }
  }
  return opened;
}

/** Members by code, else by name, with the readings the list holds of them. */
async function readRoster(file: string, cwd: string): Promise<Pick<Known, 'roster' | 'readings'>> {
  const bytes = await readBytes(file, cwd, MAX_FILE_BYTES);
  const { rows } = await readReadings({ name: basename(file), bytes }, { namesAlone: true }).catch((error: unknown) => {
    throw error instanceof ImportError ? new InputError(error.message) : error;
  });
  const people = groupPeople(rows).map((person) => ({
    ...person,
    id: (codeKey(person.code) ?? nameKey(person.name)).slice(0, 64),
  }));
  return {
    roster: people.map(({ id, name, code }) => ({ id, name, code, otherNames: [] })),
    readings: people.flatMap(({ id, rows: own }) =>
      own.flatMap((index) => {
        const { day = null, at = null, total = null } = rows[index] ?? {};
        return day === null || total === null ? [] : [{ memberId: id, day, at, total, source: 'file' as const }];
      }),
    ),
  };
}
