/** One query for all who ask the same, against a real database in Chromium: run once, ended with the last, tried again for all. */
import Dexie, { type Table } from 'dexie';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useSharedQuery } from '@/components/hooks/use-shared-query';
import { show, watchScreen } from '../screen';

watchScreen();

class Sample extends Dexie {
  declare rows: Table<{ id: number; n: number }, number>;
  constructor() {
    super(`shared-${crypto.randomUUID()}`);
    this.version(1).stores({ rows: 'id' });
  }
}
let db: Sample;
let runs: number;
let broken: boolean;
beforeEach(async () => {
  db = new Sample();
  // Opening it makes what was asked before be asked again.
  await db.open();
  runs = 0;
  broken = false;
});
afterEach(() => db.delete());

async function sum() {
  runs++;
  if (broken) throw new Error('gone');
  return (await db.rows.toArray()).reduce((all, row) => all + row.n, 0);
}

function One({ label, question }: { label: string; question: string }) {
  const result = useSharedQuery(db, question, sum, 0);
  return (
    <p>
      <output aria-label={label}>{`${result.state} ${result.value ?? ''}`}</output>
      {result.state === 'failed' ? (
        <button type="button" onClick={result.retry}>
          again {label}
        </button>
      ) : null}
    </p>
  );
}

function Several() {
  const [count, setCount] = useState(2);
  return (
    <>
      <button type="button" onClick={() => setCount(count + 1)}>
        more
      </button>
      <button type="button" onClick={() => setCount(0)}>
        none
      </button>
      {Array.from({ length: count }, (_, at) => (
        <One key={at} label={`n${at}`} question="sum" />
      ))}
    </>
  );
}
const output = (label: string) => page.getByLabelText(label, { exact: true });
const press = (name: string) => page.getByRole('button', { name }).click();

it('is run once for all who ask, follows changes, and has its answer ready for who comes later', async () => {
  show(<Several />);
  await expect.element(output('n1')).toHaveTextContent('ready 0');
  expect(runs).toBe(1);
  await db.rows.put({ id: 1, n: 5 });
  await expect.element(output('n0')).toHaveTextContent('ready 5');
  await expect.element(output('n1')).toHaveTextContent('ready 5');
  await press('more');
  await expect.element(output('n2')).toHaveTextContent('ready 5');
  expect(runs).toBe(2);
});

it('ends with the last who asks, and starts anew', async () => {
  show(<Several />);
  await expect.element(output('n0')).toHaveTextContent('ready 0');
  await press('none');
  await db.rows.put({ id: 1, n: 7 });
  await press('more');
  await expect.element(output('n0')).toHaveTextContent('ready 7');
  expect(runs).toBe(2);
});

it('tells a failure to all and is tried again for all', async () => {
  broken = true;
  show(<Several />);
  await expect.element(output('n1')).toHaveTextContent('failed');
  broken = false;
  await press('again n0');
  await expect.element(output('n0')).toHaveTextContent('ready 0');
  await expect.element(output('n1')).toHaveTextContent('ready 0');
});

it('keeps different questions apart', async () => {
  show(
    <>
      <One label="a" question="a" />
      <One label="b" question="b" />
    </>,
  );
  await expect.element(output('b')).toHaveTextContent('ready 0');
  await expect.element(output('a')).toHaveTextContent('ready 0');
  expect(runs).toBe(2);
});
