/** `sotay handin`: keys and cards made, readings sealed, sealed files opened and reviewed. */
import { parseArgs } from 'node:util';
import {
  cardFile,
  cardText,
  createOpeningKey,
  createSigningKey,
  fingerprintPhrases,
  makeCard,
  openHandIn,
} from '../handin';
import { resolve } from 'node:path';
import { asInput, openCard, readBytes, readOpeningKeys, readRecipient, writeKey } from './handin-files';
import { runReview } from './handin-review';
import { runSeal } from './handin-seal';
import { EXIT, type Io, UsageError, readOptions } from './io';
import { replaceFile } from './replace-file';

/** Runs one task of `sotay handin` and returns the exit code. @throws UsageError, InputError */
export async function runHandIn(args: readonly string[], io: Io): Promise<number> {
  const [task, ...rest] = args;
  switch (task) {
    case 'keygen':
      return runKeygen(rest, io);
    case 'card':
      return runCard(rest, io);
    case 'seal':
      return runSeal(rest, io);
    case 'open':
      return runOpen(rest, io);
    case 'review':
      return runReview(rest, io);
    default:
      throw new UsageError('handin: keygen, card, seal, open or review?');
  }
}

async function runKeygen(args: readonly string[], io: Io): Promise<number> {
  const { positionals, values } = readOptions(() =>
    parseArgs({ args: [...args], options: { out: { type: 'string' } }, allowPositionals: true, strict: true }),
  );
  const [whose, ...more] = positionals;
  if ((whose !== 'member' && whose !== 'secretary') || more.length > 0)
    throw new UsageError('handin keygen: for a member or a secretary?');
  if (values.out === undefined) throw new UsageError('handin keygen: --out <file> is missing');
  if (whose === 'member') {
    const key = await createSigningKey();
    await writeKey(values.out, io.cwd, `${JSON.stringify(key, null, 2)}\n`);
    io.out(`key ${key.keyId}\nwords ${wordsOf(key.keyId)}\n`);
    return EXIT.done;
  }
  const { identity, recipient } = await createOpeningKey();
  // As age-keygen writes it: `age -d -i <file>` reads it too.
  await writeKey(values.out, io.cwd, `# created: ${io.now().toISOString()}\n# public key: ${recipient}\n${identity}\n`);
  io.out(`${recipient}\n`);
  return EXIT.done;
}

async function runCard(args: readonly string[], io: Io): Promise<number> {
  const options = {
    cell: { type: 'string' },
    secretary: { type: 'string' },
    deputy: { type: 'string', multiple: true },
    out: { type: 'string' },
  } as const;
  const { values } = readOptions(() => parseArgs({ args: [...args], options, strict: true }));
  const { cell, secretary, deputy = [], out } = values;
  if (cell === undefined || secretary === undefined)
    throw new UsageError('handin card: --cell <name> and --secretary <age1…|key file> are needed');
  const deputies = await Promise.all(deputy.map((one) => readRecipient(one, io.cwd)));
  const key = await readRecipient(secretary, io.cwd);
  const card = await asInput('card', () =>
    makeCard({
      cell,
      recipients: [{ role: 'secretary', key }, ...deputies.map((one) => ({ role: 'deputy' as const, key: one }))],
    }),
  );
  if (deputies.length === 0)
    io.err('sotay: no deputy: when the secretary’s key is lost, nobody can open what was sent\n');
  if (out !== undefined) await replaceFile(resolve(io.cwd, out), new TextEncoder().encode(cardFile(card)));
  io.out(`${cardText(card)}\nwords ${wordsOf(card.fingerprint)}\n`);
  return EXIT.done;
}

async function runOpen(args: readonly string[], io: Io): Promise<number> {
  const options = { key: { type: 'string' }, card: { type: 'string' }, out: { type: 'string' } } as const;
  const { positionals, values } = readOptions(() =>
    parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
  );
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('handin open: one file at a time');
  if (values.key === undefined) throw new UsageError('handin open: --key <key file> is missing');
  const keys = await readOpeningKeys(values.key, io.cwd);
  const cards = values.card === undefined ? [] : [(await openCard(values.card, io.cwd)).fingerprint];
  const bytes = await readBytes(file, io.cwd);
  const { handIn } = await asInput(file, () => openHandIn(bytes, keys, { now: io.now(), cards }));
  const text = `${JSON.stringify(handIn, null, 2)}\n`;
  if (values.out === undefined) io.out(text);
  else await replaceFile(resolve(io.cwd, values.out), new TextEncoder().encode(text));
  io.err(`sotay: signed with ${handIn.from}: ${wordsOf(handIn.from)}\n`);
  return EXIT.done;
}

const wordsOf = (fingerprint: string) => fingerprintPhrases(fingerprint).join(', ');
