/** Live queries against a real database in Chromium: changes arrive, bursts are gathered, failures can be tried again. */
import Dexie, { type Table } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type LiveOptions, useLiveQuery } from '@/components/hooks/use-live-query';
import { show, watchScreen } from '../screen';

watchScreen();

class Sample extends Dexie {
  declare left: Table<{ id: number; n: number }, number>;
  declare right: Table<{ id: number; n: number }, number>;
  constructor() {
    super(`live-${crypto.randomUUID()}`);
    this.version(1).stores({ left: 'id', right: 'id' });
  }
}
let db: Sample;
let runs: number;
beforeEach(() => {
  db = new Sample();
  runs = 0;
});
afterEach(() => db.delete());

function Sum({ query, options }: { query?: () => Promise<number>; options?: LiveOptions }) {
  const sum = async () => {
    runs++;
    const left = await db.left.toArray();
    const right = await db.right.toArray();
    return [...left, ...right].reduce((all, row) => all + row.n, 0);
  };
  const result = useLiveQuery(query ?? sum, [query], options);
  return (
    <>
      <output>{`${result.state} ${result.value ?? ''}`}</output>
      {result.state === 'failed' && (
        <button type="button" onClick={result.retry}>
          {result.error.message}
        </button>
      )}
    </>
  );
}
const output = () => page.getByRole('status');

describe('useLiveQuery', () => {
  it('follows changes of every table it read, also after a paced run', async () => {
    show(<Sum />);
    await expect.element(output()).toHaveTextContent('ready 0');
    await db.left.put({ id: 1, n: 5 });
    await expect.element(output()).toHaveTextContent('ready 5');
    await db.right.put({ id: 1, n: 7 });
    await expect.element(output()).toHaveTextContent('ready 12');
    await db.left.delete(1);
    await expect.element(output()).toHaveTextContent('ready 7');
    await db.right.put({ id: 2, n: 1 });
    await expect.element(output()).toHaveTextContent('ready 8');
  });

  it('gathers a burst: hundreds of writes cost a few runs and the last value arrives', async () => {
    show(<Sum options={{ everyMs: 200 }} />);
    await expect.element(output()).toHaveTextContent('ready 0');
    const started = performance.now();
    for (let id = 0; id < 300; id++) await db.left.put({ id, n: 1 });
    await expect.element(output()).toHaveTextContent('ready 300');
    expect(runs).toBeLessThanOrEqual(3 + Math.ceil((performance.now() - started) / 200));
    expect(runs).toBeLessThan(60);
  });

  it('tells a failure, keeps what was shown, and tries again on request', async () => {
    let broken = false;
    const query = async () => {
      const rows = await db.left.count();
      if (broken) throw new Error('đĩa hỏng');
      return rows;
    };
    show(<Sum query={query} />);
    await expect.element(output()).toHaveTextContent('ready 0');
    broken = true;
    await db.left.put({ id: 1, n: 1 });
    await expect.element(output()).toHaveTextContent('failed 0');
    broken = false;
    await page.getByRole('button', { name: 'đĩa hỏng' }).click();
    await expect.element(output()).toHaveTextContent('ready 1');
  });

  it('holds still while it is not enabled', async () => {
    show(<Sum options={{ enabled: false }} />);
    await db.left.put({ id: 1, n: 5 });
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(runs).toBe(0);
    show(<Sum options={{ enabled: true }} />);
    await expect.element(output()).toHaveTextContent('ready 5');
  });
});
