/** What is typed and not saved: written after a pause, in order, kept in memory when the store refuses. */
import { describe, expect, it } from 'vitest';
import { createDraftKeeper } from '@/components/hooks/draft-keeper';
import { rebase } from '@/components/hooks/rebase';
import { MOST_IN_DRAFT } from '@/lib/model/draft';
import type { Reply } from '@/lib/protocol';

function bench() {
  const store = new Map<string, string>();
  const bench = {
    store,
    at: 0,
    timers: [] as { run: () => void; ms: number }[],
    reply: { ok: true, value: null } as Reply,
  };
  const keeper = createDraftKeeper({
    save: ({ key, text }) => {
      if (bench.reply.ok) store.set(key, text);
      return Promise.resolve(bench.reply);
    },
    drop: (key) => {
      if (bench.reply.ok) store.delete(key);
      return Promise.resolve(bench.reply);
    },
    later: (run, ms) => {
      const timer = { run, ms };
      bench.timers.push(timer);
      return () => void (bench.timers = bench.timers.filter((one) => one !== timer));
    },
    now: () => new Date(bench.at),
  });
  return { bench, store, keeper };
}

describe('the keeper of drafts', () => {
  it('writes after a pause, and in the end even when the typing never pauses', async () => {
    const { bench: b, store, keeper } = bench();
    keeper.put('a', null, '"1"');
    expect(b.timers.map(({ ms }) => ms)).toEqual([400]);
    b.at = 1_400;
    keeper.put('a', null, '"2"');
    expect(b.timers.map(({ ms }) => ms)).toEqual([100]);
    expect(keeper.waiting('a')).toMatchObject({ text: '"2"' });
    expect(keeper.unsaved()).toEqual({ any: true, failed: false });
    await keeper.flush();
    expect(store.get('a')).toBe('"2"');
    expect(keeper.waiting('a')).toBeUndefined();
    expect(b.timers).toEqual([]);
  });

  it('throws away what is thrown away, and keeps each form apart', async () => {
    const { store, keeper } = bench();
    keeper.put('a', 'm1', '"1"');
    keeper.put('b', 'm2', '"2"');
    await keeper.flush();
    keeper.put('a', 'm1', null);
    await keeper.flush();
    expect([...store]).toEqual([['b', '"2"']]);
  });

  it('keeps in memory what the store refuses, says so, and writes it when it can', async () => {
    const { bench: b, store, keeper } = bench();
    b.reply = { ok: false, code: 'storage', detail: 'full' };
    keeper.put('a', null, '"1"');
    await keeper.flush();
    expect(keeper.waiting('a')).toMatchObject({ text: '"1"', failed: 'storage' });
    expect(keeper.unsaved()).toEqual({ any: true, failed: true });
    b.reply = { ok: true, value: null };
    await keeper.flush();
    expect(store.get('a')).toBe('"1"');
    expect(keeper.unsaved()).toEqual({ any: false, failed: false });
  });

  it('does not send what is too long, and keeps it in memory', async () => {
    const { store, keeper } = bench();
    keeper.put('a', null, 'x'.repeat(MOST_IN_DRAFT + 1));
    await keeper.flush();
    expect(store.size).toBe(0);
    expect(keeper.waiting('a')?.failed).toBe('tooLarge');
  });
});

describe('rebase', () => {
  it('keeps what was typed and follows what was changed elsewhere', () => {
    const began = { role: 'Đảng viên', code: '', stays: [] as string[] };
    const typed = { ...began, code: 'A1' };
    expect(rebase(began, typed, { role: 'Bí thư', code: '', stays: ['x'] })).toEqual({
      role: 'Bí thư',
      code: 'A1',
      stays: ['x'],
    });
    expect(rebase(began, typed, { role: 'Đảng viên', code: 'B2', stays: [] }).code).toBe('A1');
  });
});
