/** `sotay rubric`: lists, shows and checks rubrics, and scores a meeting by one. */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RubricError, exportRubric, parseRubric, parseScoreSheet } from '../model/rubric-file';
import { RUBRIC_LIMITS, type Rubric } from '../model/rubric';
import { RUBRICS, checkRubric, fillIn, findRubric, scoreSheet, severityOf } from '../rubric';
import { EXIT, InputError, type Io, UsageError, printable, readOptions } from './io';
import { findingWords } from './rubric-words';
import { printRubric, printScores } from './rubric-print';

const OPTIONS = { json: { type: 'boolean' }, strict: { type: 'boolean' } } as const;

/** Runs `sotay rubric` and returns the exit code. @throws UsageError, InputError */
export async function runRubric(args: readonly string[], io: Io): Promise<number> {
  const { positionals, values } = readOptions(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }),
  );
  const [action, ...names] = positionals;
  const json = values.json === true;
  if (values.strict === true && action !== 'check') throw new UsageError('--strict belongs to rubric check');
  switch (action) {
    case 'list':
      expectNames(names, 0);
      return list(io, json);
    case 'show': {
      const [name] = expectNames(names, 1);
      const rubric = await openRubric(name, io.cwd);
      io.out(json ? exportRubric(rubric) : printRubric(rubric));
      return EXIT.done;
    }
    case 'check': {
      const [name] = expectNames(names, 1);
      return check(await openRubric(name, io.cwd), io, json, values.strict === true);
    }
    case 'score': {
      const [name, file] = expectNames(names, 2);
      return score(await openRubric(name, io.cwd), file, io, json);
    }
    default:
      throw new UsageError(action === undefined ? 'rubric: do what?' : `rubric: unknown action "${action}"`);
  }
}

/** Exactly so many names, as a tuple wide enough for every action. @throws UsageError */
function expectNames(names: readonly string[], count: 0 | 1 | 2): [string, string] {
  const wanted = ['no name', 'one rubric', 'one rubric and one sheet'][count] ?? '';
  if (names.length !== count) throw new UsageError(`${wanted} expected, ${names.length} given`);
  return [names[0] ?? '', names[1] ?? ''];
}

function list(io: Io, json: boolean): number {
  const rows = RUBRICS.map(({ id, rubricVersion, title, issuer, basis, effectiveFrom, effectiveTo, total }) => ({
    id,
    rubricVersion,
    title,
    issuer,
    number: basis.number,
    date: basis.date,
    certainty: basis.certainty,
    effectiveFrom,
    effectiveTo,
    total,
  }));
  if (json) io.out(`${JSON.stringify(rows, null, 2)}\n`);
  else
    for (const row of rows) {
      const points = row.total === null ? 'pass/fail' : `${row.total} points`;
      io.out(
        `${row.id.padEnd(14)}  ${points.padEnd(10)}  ${row.number ?? 'number unknown'}, ${row.date ?? 'date unknown'} (${row.certainty})  ${row.title}\n`,
      );
    }
  return EXIT.done;
}

function check(rubric: Rubric, io: Io, json: boolean, strict: boolean): number {
  const findings = checkRubric(rubric).map((finding) => ({
    severity: severityOf(finding),
    message: printable(findingWords(finding)),
    ...finding,
  }));
  const defects = findings.filter((one) => one.severity === 'defect');
  const notes = findings.filter((one) => one.severity === 'note');
  if (json) {
    const { id, rubricVersion } = rubric;
    io.out(
      `${JSON.stringify({ format: 'sotay-rubric-findings', version: 1, id, rubricVersion, findings }, null, 2)}\n`,
    );
  } else {
    io.out(
      `${rubric.id}, version ${rubric.rubricVersion}: valid, ${count(defects.length, 'defect')}, ${count(notes.length, 'note')}\n`,
    );
    for (const one of defects) io.out(`  defect  ${one.message}\n`);
    for (const one of notes) io.out(`  note    ${one.message}\n`);
  }
  return strict && defects.length > 0 ? EXIT.findings : EXIT.done;
}

async function score(rubric: Rubric, file: string, io: Io, json: boolean): Promise<number> {
  const sheet = await open(file, io.cwd, parseScoreSheet, 'score sheet');
  const { id, rubricVersion } = sheet.rubric;
  if (id !== rubric.id || rubricVersion !== rubric.rubricVersion)
    throw new InputError(
      `${basename(file)}: filled in by ${id}, version ${rubricVersion}, not by ${rubric.id}, version ${rubric.rubricVersion}; a sheet keeps its version`,
    );
  const scores = scoreSheet(rubric, sheet);
  const proposals = sheet.facts === null ? [] : fillIn(rubric, sheet.facts);
  if (json) {
    // Fractions are whole numbers of any size: as text, so that JSON can carry them.
    const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
    const result = { format: 'sotay-scores', version: 1, rubric: sheet.rubric, scores, proposals };
    io.out(`${JSON.stringify(result, plain, 2)}\n`);
  } else io.out(printScores(rubric, scores, proposals));
  return EXIT.done;
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}

/** A shipped rubric by id, or a file. @throws UsageError, InputError */
async function openRubric(name: string, cwd: string): Promise<Rubric> {
  const shipped = findRubric(name);
  if (shipped !== null) return shipped;
  if (!name.endsWith('.json')) {
    const known = RUBRICS.map((rubric) => rubric.id).join(', ');
    throw new UsageError(`"${name}": no such rubric; known: ${known}, or a .json file`);
  }
  return open(name, cwd, parseRubric, 'rubric');
}

async function open<T>(name: string, cwd: string, parse: (text: string) => T, what: string): Promise<T> {
  const path = resolve(cwd, name);
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new InputError(`${name}: there is no such file`);
  if (info.size > RUBRIC_LIMITS.bytes)
    throw new InputError(`${basename(name)}: larger than ${RUBRIC_LIMITS.bytes / 1024} KB`);
  try {
    return parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof RubricError)
      throw new InputError(`${basename(name)}: not a ${what}: ${printable(error.message)}`);
    throw error;
  }
}
