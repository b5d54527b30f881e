/** The stock program `age` with a passphrase: it asks on a terminal, so `script` (bsdutils) gives it one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-age-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ask(folder: string, command: string, answers: string): void {
  const done = spawnSync('script', ['-qec', command, join(folder, 'typescript')], {
    cwd: folder,
    input: answers,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (done.status !== 0) throw new Error(`age ended with ${done.status}: ${done.stdout}${done.stderr}`);
}

/** What `age -d` makes of a file. @throws Error with the program's words */
export function stockOpen(file: Uint8Array, passphrase: string): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'in.age'), file);
    ask(folder, 'age -d -o out in.age', `${passphrase}\n`);
    return readFileSync(join(folder, 'out'), 'utf8');
  });
}

/** A file made by `age -p`. */
export function stockSeal(text: string, passphrase: string, options: { armor?: boolean } = {}): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'in'), text);
    ask(folder, `age -p ${options.armor ? '-a ' : ''}-o out.age in`, `${passphrase}\n${passphrase}\n`);
    return new Uint8Array(readFileSync(join(folder, 'out.age')));
  });
}

/** A file made by `age -r` for a fresh key. */
export function stockSealForKey(text: string): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'in'), text);
    const made = spawnSync('age-keygen', { encoding: 'utf8' });
    const key = /public key: (age1\S+)/.exec(made.stdout + made.stderr)?.[1] ?? '';
    const done = spawnSync('age', ['-r', key, '-o', 'out.age', 'in'], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return new Uint8Array(readFileSync(join(folder, 'out.age')));
  });
}
