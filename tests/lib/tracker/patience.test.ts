/** Work that stands still is begun anew; work that gets on, however slowly, and errors of its own are left alone. */
import { describe, expect, it } from 'vitest';
import { patiently } from '../../../lib/tracker/patience';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const never = () => new Promise<never>(() => {});

describe('patiently', () => {
  it('begins anew what stands still', async () => {
    let tries = 0;
    expect(await patiently(() => (++tries < 3 ? never() : Promise.resolve('done')), { stillMs: 20 })).toBe('done');
    expect(tries).toBe(3);
  });

  it('gives up with a TimeoutError after the last try', async () => {
    let tries = 0;
    const work = patiently(() => (tries++, never()), { stillMs: 10 });
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(tries).toBe(3);
  });

  it('lets work go on that shows signs of life', async () => {
    let tries = 0;
    const work = async (alive: () => void) => {
      tries++;
      for (let step = 0; step < 6; step++) {
        await wait(40);
        alive();
      }
      return 'slow';
    };
    expect(await patiently(work, { stillMs: 200 })).toBe('slow');
    expect(tries).toBe(1);
  });

  it.each([new Error('broken'), new DOMException('held', 'TimeoutError')])('passes on %s at once', async (error) => {
    let tries = 0;
    const work = patiently(() => (tries++, Promise.reject(error)), { stillMs: 1_000 });
    await expect(work).rejects.toBe(error);
    expect(tries).toBe(1);
  });
});
