/** `sotay profile`: is a document profile valid, what does it say and how sure is it; and shipped ones as JSON to start from. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type DocProfile, DocProfileError, parseDocProfile, writeDocProfile } from '../model/doc-profile';
import { DOC_PROFILES, findDocProfile } from '../rules/doc-profiles';
import { EXIT, InputError, type Io, UsageError, readOptions } from './io';

const MAX_BYTES = 20 * 1024 * 1024;

/** Runs `sotay profile` and returns the exit code. @throws UsageError, InputError */
export async function runProfile(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readOptions(() =>
    parseArgs({ args: [...args], options: {}, allowPositionals: true, strict: true }),
  );
  const [action, name, extra] = positionals;
  if (action !== 'check' && action !== 'show') {
    throw new UsageError(action === undefined ? 'profile: do what?' : `profile: unknown action "${action}"`);
  }
  if (name === undefined)
    throw new UsageError(`which profile? Shipped: ${DOC_PROFILES.map((one) => one.id).join(', ')}`);
  if (extra !== undefined) throw new UsageError(`what is "${extra}"?`);
  const profile = await openProfile(name, io.cwd);
  io.out(action === 'show' ? writeDocProfile(profile) : describe(profile));
  return EXIT.done;
}

/** A shipped profile by id, or one from a file. @throws InputError */
export async function openProfile(name: string, cwd: string): Promise<DocProfile> {
  const shipped = findDocProfile(name);
  if (shipped !== null) return shipped;
  if (!/[./\\]/.test(name)) {
    throw new InputError(
      `"${name}" is no shipped profile (${DOC_PROFILES.map((one) => one.id).join(', ')}) and no file`,
    );
  }
  try {
    return parseDocProfile(await readSmallFile(name, cwd));
  } catch (error) {
    if (!(error instanceof DocProfileError)) throw error;
    throw new InputError(error.issues.map((issue) => `${name}: ${issue}`).join('\n'));
  }
}

/** A text file of at most 20 MB. @throws InputError */
export async function readSmallFile(file: string, cwd: string): Promise<string> {
  const path = resolve(cwd, file);
  const info = await stat(path).catch(() => null);
  if (info === null) throw new InputError(`${file}: there is no such file`);
  if (!info.isFile()) throw new InputError(`${file}: this is no file`);
  if (info.size > MAX_BYTES) throw new InputError(`${file}: larger than ${MAX_BYTES / 1024 / 1024} MB`);
  return (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
}

function describe(profile: DocProfile): string {
  const { page, fonts, body, source, certainty } = profile;
  const { top, bottom, left, right } = page.margins;
  const lines = [
    `${profile.id}, version ${profile.profileVersion}: valid`,
    `  source: ${source === null ? 'own' : `${source.number}, ${source.issued}; ${source.found.en}`}`,
    `  paper: ${page.size}, margins ${top}/${bottom}/${left}/${right} mm (top, bottom, left, right)`,
    `  type: ${fonts.family}, body ${fonts.body} pt, lines ${body.lineSpacing} pt, indent ${body.firstLineIndent} mm`,
    `  certainty: ${certainty.overall}`,
    ...certainty.parts.map((part) => `    ${part.certainty}: ${part.fields.join(', ')} (${part.why.en})`),
  ];
  return `${lines.join('\n')}\n`;
}
