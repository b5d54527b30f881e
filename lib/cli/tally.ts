/** `sotay tally`: files of readings in, the tally of a period out. */
import { parseArgs } from 'node:util';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { FORMATS, type TallyFormat, formatForFile } from '../formats';
import { ImportError, type ReadingsFile, checkFileSize, readReadings } from '../importers';
import { type Period, PeriodError, parsePeriod } from '../model/period';
import { RANK_KEYS, RANK_METHODS, type RankKey, type RankMethod } from '../model/tally';
import { type TallyOptions, computeTally, findDoubts } from '../tally';
import { EXIT, InputError, type Io, UsageError } from './io';
import { printTally } from './print';
import { replaceFile } from './replace-file';
import { describeDoubt, describeDropped } from './notices';

const OPTIONS = {
  period: { type: 'string' },
  unit: { type: 'string' },
  rank: { type: 'string' },
  by: { type: 'string' },
  out: { type: 'string' },
  delimiter: { type: 'string' },
  superior: { type: 'string' },
  place: { type: 'string' },
  signer: { type: 'string' },
} as const;

/** Runs `sotay tally` and returns 0. @throws UsageError, InputError */
export async function runTally(args: readonly string[], io: Io): Promise<number> {
  const { values, files } = parse(args);
  const period = readPeriod(values.period);
  const rankMethod = oneOf<RankMethod>('--rank', values.rank ?? 'competition', RANK_METHODS);
  const rankBy = oneOf<RankKey>('--by', values.by ?? 'points', RANK_KEYS);
  const delimiter = oneOf<';' | ','>('--delimiter', values.delimiter ?? ';', [';', ',']);
  const out = values.out === undefined ? null : await readOut(values.out, io.cwd);

  const read = await readAll(files, io);
  const rows = read.flatMap((file) => file.rows);
  for (const line of read.flatMap(describeDropped)) io.err(`sotay: ${line}\n`);
  for (const doubt of findDoubts(rows)) io.err(`sotay: ${describeDoubt(doubt, rows)}\n`);
  const options: TallyOptions = {
    period,
    unit: values.unit ?? null,
    rankBy,
    rankMethod,
    sources: read.map((file) => file.source),
    now: io.now(),
  };
  const tally = computeTally(rows, options);
  if (out === null) {
    io.out(printTally(tally));
    return EXIT.done;
  }
  const letterhead = { superior: values.superior, place: values.place, signerName: values.signer };
  const bytes = await out.format.write(tally, { delimiter, letterhead });
  await replaceFile(out.path, bytes);
  io.err(`sotay: ${tally.members.length} members, ${tally.summary.withReading} with a reading → ${values.out}\n`);
  return EXIT.done;
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length === 0) throw new UsageError('name at least one file of readings');
    return { values, files: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function readPeriod(text: string | undefined): Period {
  if (text === undefined) throw new UsageError('--period is missing (2026-11, 2026-Q3, 2026, 2026-01-01..2026-06-30)');
  try {
    return parsePeriod(text);
  } catch (error) {
    if (error instanceof PeriodError) throw new UsageError(`--period ${error.message}`);
    throw error;
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${option} is "${value}"; use ${allowed.join(' or ')}`);
  return found;
}

async function readOut(out: string, cwd: string): Promise<{ path: string; format: TallyFormat }> {
  const format = formatForFile(out);
  if (format === null) {
    const endings = FORMATS.map((candidate) => candidate.extension).join(', ');
    throw new UsageError(`--out ${out}: the ending picks the format; use ${endings}`);
  }
  const path = resolve(cwd, out);
  const folder = await stat(dirname(path)).catch(() => null);
  if (!folder?.isDirectory()) throw new UsageError(`--out ${out}: the folder ${dirname(out)} does not exist`);
  return { path, format };
}

// Every file is read before anything is refused, so that one run shows all that is wrong.
async function readAll(files: readonly string[], io: Io): Promise<ReadingsFile[]> {
  const read: ReadingsFile[] = [];
  const refusals: string[] = [];
  for (const [index, file] of files.entries()) {
    try {
      read.push(await readOne(file, index, io));
    } catch (error) {
      if (error instanceof ImportError) {
        const more = error.total - error.issues.length;
        refusals.push(error.message, ...(more > 0 ? [`${file}: and ${more} more problems`] : []));
      } else if (error instanceof InputError) refusals.push(error.message);
      else throw error;
    }
  }
  if (refusals.length > 0) throw new InputError(refusals.join('\n'));
  return read;
}

async function readOne(file: string, index: number, io: Io): Promise<ReadingsFile> {
  const path = resolve(io.cwd, file);
  const info = await stat(path).catch(() => null);
  if (info === null) throw new InputError(`${file}: there is no such file`);
  if (!info.isFile()) throw new InputError(`${file}: this is no file`);
  const size = checkFileSize(file, info.size);
  if (size) throw size;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(`${file}: cannot be read (${error instanceof Error ? error.message : error})`);
  });
  const read = await readReadings({ name: file, bytes: new Uint8Array(bytes) }, { source: index });
  return { ...read, source: { ...read.source, name: basename(file) } };
}
