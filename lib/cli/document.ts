/** `sotay document`: an input in, the document as a file out, with what was found about it. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type FileFormat, DocumentInputError } from '../documents/define-document';
import { describeFinding } from './findings';
import { DEFINITIONS, inputSchema, isDocumentId, makeFromUnknown } from '../documents/make';
import { writeDocument } from '../documents/write';
import { EXIT, InputError, type Io, UsageError, readOptions } from './io';
import { openProfile, readSmallFile } from './profile';
import { replaceFile } from './replace-file';

const OPTIONS = {
  format: { type: 'string' },
  profile: { type: 'string' },
  out: { type: 'string' },
  delimiter: { type: 'string' },
  strict: { type: 'boolean' },
  schema: { type: 'boolean' },
} as const;

/** Runs `sotay document` and returns the exit code. @throws UsageError, InputError */
export async function runDocument(args: readonly string[], io: Io): Promise<number> {
  const { positionals, values } = readOptions(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }),
  );
  const [id, file, extra] = positionals;
  if (id === undefined) throw new UsageError('which document?');
  if (!isDocumentId(id)) {
    throw new UsageError(`unknown document "${id}"; use ${DEFINITIONS.map((one) => one.id).join(', ')}`);
  }
  if (values.schema) {
    io.out(`${JSON.stringify(inputSchema(id), null, 2)}\n`);
    return EXIT.done;
  }
  if (file === undefined) throw new UsageError('name the file with its input');
  if (extra !== undefined) throw new UsageError(`what is "${extra}"?`);
  const definition = DEFINITIONS.find((one) => one.id === id);
  const format = readFormat(values.format, definition?.formats ?? [], id);
  const delimiter = values.delimiter ?? ';';
  if (delimiter !== ';' && delimiter !== ',') throw new UsageError(`--delimiter is "${delimiter}"; use ; or ,`);

  const profile = await openProfile(values.profile ?? 'hd05-2026', io.cwd);
  const input = await readInput(file, io.cwd);
  const made = make();
  for (const one of made.findings) io.err(`sotay: ${one.severity}: ${describeFinding(one)}\n`);
  const stops = made.findings.filter((one) => one.severity === 'stop').length;
  if (values.strict && stops > 0) throw new InputError(`${file}: ${stops} to be mended first, nothing written`);
  const written = await writeDocument(made.paper, format, { delimiter });
  const name = values.out ?? `${made.file}${written.extension}`;
  await replaceFile(resolve(io.cwd, name), written.bytes);
  io.err(`sotay: ${id}, profile ${profile.id} version ${profile.profileVersion} → ${name}\n`);
  return EXIT.done;

  function make() {
    try {
      return makeFromUnknown(id as Parameters<typeof makeFromUnknown>[0], input, profile); // checked above
    } catch (error) {
      if (!(error instanceof DocumentInputError)) throw error;
      throw new InputError(error.issues.map((issue) => `${file}: ${issue}`).join('\n'));
    }
  }
}

function readFormat(format: string | undefined, allowed: readonly FileFormat[], id: string): FileFormat {
  const wanted = format ?? allowed[0];
  const found = allowed.find((one) => one === wanted);
  if (found === undefined) throw new UsageError(`--format is "${wanted}"; ${id} is written as ${allowed.join(', ')}`);
  return found;
}

async function readInput(file: string, cwd: string): Promise<unknown> {
  const text = await readSmallFile(file, cwd);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InputError(`${file}: not JSON`);
  }
}
