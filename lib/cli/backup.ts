/** `sotay backup`: a copy made by the extension checked, or opened into readable JSON. */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupRefusal, MAX_BACKUP_BYTES, foldPassphrase, open, readPayload, writePayload } from '../backup';
import { SCHEMA_VERSION, type AllData } from '../model/all-data';
import { EXIT, InputError, type Io, UsageError } from './io';
import { replaceFile } from './replace-file';

const OPTIONS = { out: { type: 'string' } } as const;

/** Runs `sotay backup check` or `sotay backup open` and returns 0. @throws UsageError, InputError */
export async function runBackup(args: readonly string[], io: Io): Promise<number> {
  const { task, file, out } = parse(args);
  const bytes = await readCopy(file, io.cwd);
  const passphrase = await io.secret?.(`Passphrase of ${basename(file)}: `);
  if (passphrase === undefined || passphrase === null) {
    throw new UsageError('no passphrase: set SOTAY_PASSPHRASE, or run it in a terminal');
  }
  const data = await openCopy(bytes, passphrase, basename(file));
  if (task === 'open') {
    await replaceFile(resolve(io.cwd, out ?? ''), new TextEncoder().encode(writePayload(data)));
    io.err(`sotay: ${data.readings.length} readings, ${data.members.length} members → ${out}\n`);
    return EXIT.done;
  }
  io.out(`${basename(file)}: good, made ${data.exportedAt}\n`);
  for (const [kind, count] of Object.entries(data.counts)) io.out(`${kind.padEnd(16)}${String(count).padStart(9)}\n`);
  return EXIT.done;
}

function parse(args: readonly string[]): { task: 'check' | 'open'; file: string; out: string | undefined } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const [task, file, ...more] = parsed.positionals;
  const { out } = parsed.values;
  if (task !== 'check' && task !== 'open') throw new UsageError('backup: check or open?');
  if (file === undefined || file === '') throw new UsageError('which file?');
  if (more.length > 0) throw new UsageError(`one file at a time, ${more.length + 1} given`);
  if (task === 'open' && out === undefined) throw new UsageError('backup open: --out <data.json> is missing');
  if (task === 'check' && out !== undefined) throw new UsageError('backup check writes nothing: leave --out away');
  return { task, file, out };
}

async function readCopy(file: string, cwd: string): Promise<Uint8Array> {
  const path = resolve(cwd, file);
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new InputError(`${file}: there is no such file`);
  if (info.size > MAX_BACKUP_BYTES) throw new InputError(`${file}: larger than ${MAX_BACKUP_BYTES / 1024 / 1024} MB`);
  return new Uint8Array(await readFile(path));
}

async function openCopy(bytes: Uint8Array, passphrase: string, name: string): Promise<AllData> {
  try {
    return readPayload(await open(bytes, foldPassphrase(passphrase)), SCHEMA_VERSION);
  } catch (error) {
    if (error instanceof BackupRefusal) throw new InputError(`${name}: ${error.message} (${error.code})`);
    throw error;
  }
}
