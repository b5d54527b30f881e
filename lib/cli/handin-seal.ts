/** `sotay handin seal`: one person's readings of a period, signed and sealed to the secretary's card. */
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { composeHandIn, fingerprintPhrases, handInFileName, sealHandIn, type SourcedTotal } from '../handin';
import { ImportError, MAX_FILE_BYTES, readReadings } from '../importers';
import { HAND_IN_PARTS, type HandInPart, type HandInParts, handInSchema } from '../model/hand-in';
import { type Period, PeriodError, parsePeriod } from '../model/period';
import { nameKey } from '../vi/names';
import { asInput, openCard, readBytes, readSigningKey } from './handin-files';
import { EXIT, InputError, type Io, UsageError, readOptions } from './io';
import { replaceFile } from './replace-file';

const OPTIONS = {
  key: { type: 'string' },
  card: { type: 'string' },
  name: { type: 'string' },
  period: { type: 'string' },
  revision: { type: 'string' },
  parts: { type: 'string' },
  study: { type: 'string' },
  opinions: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Runs `sotay handin seal` and returns 0. @throws UsageError, InputError */
export async function runSeal(args: readonly string[], io: Io): Promise<number> {
  const { positionals: files, values } = readOptions(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }),
  );
  const { key: keyFile, card: cardFile, name } = values;
  if (keyFile === undefined || cardFile === undefined || name === undefined || files.length === 0)
    throw new UsageError('handin seal: <readings…>, --name, --period, --key and --card are needed');
  const period = readPeriod(values.period);
  const revision = readCount('--revision', values.revision) ?? 1;
  const counts = countsOf(values.study, values.opinions);
  const parts = readParts(values.parts, counts);
  const key = await readSigningKey(keyFile, io.cwd);
  const card = await openCard(cardFile, io.cwd);
  const readings = (await Promise.all(files.map((file) => readOwn(file, name, io)))).flat();
  const { keyId: from } = key;
  const to = card.fingerprint;
  const handIn = composeHandIn({ from, to, name, period, revision, now: io.now(), readings, counts, parts });
  const wrong = handInSchema.safeParse(handIn).error?.issues[0]?.message;
  if (wrong !== undefined) throw new InputError(`${name}: ${wrong}`);
  const out = values.out ?? handInFileName(handIn);
  await replaceFile(resolve(io.cwd, out), await asInput(out, () => sealHandIn(handIn, key, card)));
  io.out(`${JSON.stringify(handIn, null, 2)}\n`);
  io.err(`sotay: this, and nothing else, for ${card.cell} (${fingerprintPhrases(to).join(', ')}) → ${out}\n`);
  return EXIT.done;
}

async function readOwn(file: string, name: string, io: Io): Promise<SourcedTotal[]> {
  const bytes = await readBytes(file, io.cwd, MAX_FILE_BYTES);
  const read = await readReadings({ name: basename(file), bytes }).catch((error: unknown) => {
    throw error instanceof ImportError ? new InputError(error.message) : error;
  });
  const own = read.rows.filter((row) => nameKey(row.name) === nameKey(name));
  if (own.length === 0) throw new InputError(`${basename(file)}: nobody in it is called "${name}"`);
  if (new Set(own.map(({ code }) => code)).size > 1)
    throw new InputError(`${basename(file)}: several people are called "${name}"; keep the own rows only`);
  return own.flatMap(({ day, at, total }) =>
    day === null || total === null ? [] : [{ day, at, total, source: 'file' as const }],
  );
}

function readPeriod(text: string | undefined): Period {
  if (text === undefined) throw new UsageError('--period is missing (2026-11, 2026-Q3, 2026)');
  try {
    return parsePeriod(text);
  } catch (error) {
    if (error instanceof PeriodError) throw new UsageError(`--period ${error.message}`);
    throw error;
  }
}

function readCount(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,5}$/.test(text)) throw new UsageError(`${option} "${text}": a whole number is needed`);
  return Number(text);
}

function countsOf(study: string | undefined, opinions: string | undefined): Pick<HandInParts, 'study' | 'opinions'> {
  const counted = (count: number | null) => (count === null ? undefined : { count, source: 'manual' as const });
  return {
    study: counted(readCount('--study', study)),
    opinions: counted(readCount('--opinions', opinions)),
  };
}

function readParts(text: string | undefined, counts: Pick<HandInParts, 'study' | 'opinions'>): HandInPart[] {
  const named = (text ?? 'totals').split(',').map((part) => {
    const found = HAND_IN_PARTS.find((one) => one === part.trim() && one !== 'quiz');
    if (found === undefined) throw new UsageError(`--parts: "${part}" is none of totals, readings, study, opinions`);
    return found;
  });
  // A count given is a count meant to be sent.
  const given = (['study', 'opinions'] as const).filter((part) => counts[part] !== undefined);
  return [...new Set([...named, ...given])];
}
