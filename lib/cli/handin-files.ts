/** Files of the hand-in commands: keys, cards and sealed files in, new files out. */
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { HandInRefusal, MAX_HAND_IN_BYTES, checkSigningKey, openingKeyOf, readCard } from '../handin';
import type { OpeningKey, RecipientCard, SigningKey } from '../model/hand-in';
import { InputError, UsageError } from './io';

/** Bytes of a file no larger than any file of this kind. @throws InputError */
export async function readBytes(file: string, cwd: string, most = MAX_HAND_IN_BYTES): Promise<Uint8Array> {
  const path = resolve(cwd, file);
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new InputError(`${file}: there is no such file`);
  if (info.size > most) throw new InputError(`${file}: larger than ${Math.round(most / 1024)} kB`);
  return new Uint8Array(await readFile(path));
}

const readText = async (file: string, cwd: string) => new TextDecoder().decode(await readBytes(file, cwd));

/** The member's key, as `keygen member` wrote it. @throws InputError */
export async function readSigningKey(file: string, cwd: string): Promise<SigningKey> {
  const text = await readText(file, cwd);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new InputError(`${basename(file)}: not a key of a member (sotay handin keygen member)`);
  }
  return asInput(file, () => checkSigningKey(raw));
}

/** Every identity of a key file in the form of age-keygen. @throws InputError */
export async function readOpeningKeys(file: string, cwd: string): Promise<OpeningKey[]> {
  const lines = (await readText(file, cwd)).split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (lines.length === 0) throw new InputError(`${basename(file)}: holds no AGE-SECRET-KEY-1… line`);
  return asInput(file, () => Promise.all(lines.slice(0, 10).map((line) => openingKeyOf(line.trim()))));
}

/** A recipient card in either form. @throws InputError */
export async function openCard(file: string, cwd: string): Promise<RecipientCard> {
  const text = await readText(file, cwd);
  return asInput(file, () => readCard(text));
}

/** An age recipient given as itself, or as the key file it belongs to. @throws InputError */
export async function readRecipient(given: string, cwd: string): Promise<string> {
  if (given.startsWith('age1')) return given;
  const [key] = await readOpeningKeys(given, cwd);
  return key?.recipient ?? '';
}

/** A refusal in the words of the program, with the file it is about. @throws InputError */
export async function asInput<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HandInRefusal) throw new InputError(`${basename(file)}: ${error.message} (${error.code})`);
    throw error;
  }
}

/** Writes a private key for its owner only, and never over anything. @throws UsageError */
export async function writeKey(file: string, cwd: string, text: string): Promise<void> {
  const path = resolve(cwd, file);
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    await chmod(path, 0o600);
  } catch (error) {
    throw new UsageError(`--out ${file}: cannot be written (${error instanceof Error ? error.message : error})`);
  }
}
