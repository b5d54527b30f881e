/** What is typed is saved after a pause, survives failures, and joins what another window wrote. */
import { describe, expect, it } from 'vitest';
import { type Change, createKeeper, type Kept, PAUSE_MS, type SaveReply } from '@/components/meetings/keeper';

type Note = { text: string; other: string };

/** A store of records with versions, as the background keeps it, and a clock that is moved by hand. */
function setUp() {
  const rows: Record<string, Kept<Note>> = {
    m: { value: { text: 'a', other: '' }, version: '0001', removed: false },
  };
  let counter = 1;
  let time = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const store = {
    rows,
    saves: [] as Change<Note>[][],
    broken: null as SaveReply | null,
    gate: null as Promise<void> | null,
    write(changes: Change<Note>[]): SaveReply {
      for (const { id, version } of changes) {
        if ((rows[id]?.version ?? null) !== version) return { ok: false, code: 'conflict' };
      }
      const versions = changes.map(({ id, value, removed }) => {
        const version = String((counter += 1)).padStart(4, '0');
        rows[id] = { value: structuredClone(value), version, removed };
        return version;
      });
      return { ok: true, versions };
    },
  };
  const open = () =>
    createKeeper<Note>(
      structuredClone(rows),
      {
        save: async (changes) => {
          store.saves.push(structuredClone(changes));
          if (store.gate) await store.gate;
          return store.broken ?? store.write(changes);
        },
        load: () => Promise.resolve(structuredClone(rows)),
        later: (run, ms) => {
          const timer = { at: time + ms, run };
          timers.add(timer);
          return () => void timers.delete(timer);
        },
        now: () => time,
      },
      () => {},
    );
  const pass = async (ms: number) => {
    time += ms;
    for (const timer of [...timers]) {
      if (timer.at > time) continue;
      timers.delete(timer);
      timer.run();
    }
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { store, open, pass };
}

const write = (text: string) => (draft: Record<string, Note>) => ({
  ...draft,
  m: { text, other: draft.m?.other ?? '' },
});

describe('the keeper', () => {
  it('saves once after a pause, not at every letter', async () => {
    const { store, open, pass } = setUp();
    const keeper = open();
    for (const text of ['ab', 'abc', 'abcd']) {
      keeper.change(write(text));
      await pass(PAUSE_MS - 100);
    }
    expect(store.saves).toHaveLength(0);
    expect(keeper.unsaved()).toBe(true);
    await pass(PAUSE_MS);
    expect(store.saves).toHaveLength(1);
    expect(store.rows.m?.value.text).toBe('abcd');
    expect(keeper.state().status).toBe('saved');
    expect(keeper.unsaved()).toBe(false);
  });

  it('saves while somebody types without any pause', async () => {
    const { store, open, pass } = setUp();
    const keeper = open();
    for (let letter = 0; letter < 20; letter += 1) {
      keeper.change(write('x'.repeat(letter + 1)));
      await pass(100);
    }
    expect(store.rows.m?.value.text.length).toBeGreaterThan(10);
  });

  it('keeps what could not be saved, says so, and saves it later', async () => {
    const { store, open, pass } = setUp();
    const keeper = open();
    store.broken = { ok: false, code: 'storage' };
    keeper.change(write('kept'));
    await pass(PAUSE_MS);
    expect(keeper.state()).toMatchObject({ status: 'failed', code: 'storage', draft: { m: { text: 'kept' } } });
    keeper.change(write('kept on'));
    expect(keeper.state().status).toBe('failed');
    store.broken = null;
    await keeper.flush();
    expect(keeper.state()).toMatchObject({ status: 'saved', code: null });
    expect(store.rows.m?.value.text).toBe('kept on');
  });

  it('saves what was typed while a save was under way', async () => {
    const { store, open, pass } = setUp();
    const keeper = open();
    let release = () => {};
    store.gate = new Promise((resolve) => (release = resolve));
    keeper.change(write('first'));
    await pass(PAUSE_MS);
    keeper.change(write('firs'));
    // The news of our own first save comes before its reply; it must not bring back what was taken out since.
    keeper.receive({ m: { value: { text: 'first', other: '' }, version: '0002', removed: false } });
    store.gate = null;
    release();
    await pass(0);
    await pass(PAUSE_MS);
    expect(store.rows.m?.value.text).toBe('firs');
    expect(keeper.state()).toMatchObject({ status: 'saved', draft: { m: { text: 'firs' } } });
  });

  it('lets two windows write into one record and loses neither', async () => {
    const { store, open, pass } = setUp();
    const [one, two] = [open(), open()];
    one.change(write('from one'));
    two.change((draft) => ({ ...draft, m: { text: draft.m?.text ?? '', other: 'from two' } }));
    await pass(PAUSE_MS);
    await pass(PAUSE_MS);
    expect(store.rows.m?.value).toEqual({ text: 'from one', other: 'from two' });
    one.receive(structuredClone(store.rows));
    expect(one.state()).toMatchObject({ draft: { m: { other: 'from two' } }, conflicts: [] });
    expect(one.unsaved()).toBe(false);
  });

  it('tells what the other window wrote where both wrote the same place', async () => {
    const { store, open, pass } = setUp();
    const [one, two] = [open(), open()];
    one.change(write('Một'));
    await pass(PAUSE_MS);
    two.change(write('Hai'));
    await pass(PAUSE_MS);
    expect(store.rows.m?.value.text).toBe('Hai');
    expect(two.state().conflicts).toEqual([{ id: 'm', path: 'text', mine: 'Hai', theirs: 'Một' }]);
    two.clearConflicts();
    expect(two.state().conflicts).toEqual([]);
  });

  it('adds, puts aside and brings back records; late news removes nothing', async () => {
    const { store, open, pass } = setUp();
    const keeper = open();
    const late = structuredClone(store.rows);
    keeper.change((draft) => ({ ...draft, n: { text: 'new', other: '' } }));
    await pass(PAUSE_MS);
    keeper.receive(late);
    expect(keeper.state().draft.n).toEqual({ text: 'new', other: '' });
    keeper.change(({ n: _, ...rest }) => rest);
    await pass(PAUSE_MS);
    expect(store.rows.n).toMatchObject({ removed: true, value: { text: 'new' } });
    keeper.change((draft) => ({ ...draft, n: { text: 'back', other: '' } }));
    await pass(PAUSE_MS);
    expect(store.rows.n).toMatchObject({ removed: false, value: { text: 'back' } });
  });

  it('lets go what another window put aside, but not what was changed here', async () => {
    const { store, open, pass } = setUp();
    const [one, two] = [open(), open()];
    one.change(() => ({}));
    await pass(PAUSE_MS);
    expect(store.rows.m?.removed).toBe(true);
    two.receive(structuredClone(store.rows));
    expect(two.state().draft.m).toBeUndefined();

    const other = setUp();
    const [three, four] = [other.open(), other.open()];
    four.change(write('still needed'));
    three.change(() => ({}));
    await other.pass(PAUSE_MS);
    await other.pass(PAUSE_MS);
    expect(other.store.rows.m).toMatchObject({ removed: false, value: { text: 'still needed' } });
  });
});
