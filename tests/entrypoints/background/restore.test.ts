/** The port that puts a backup back: pieces in order from the dashboard only, checked again, all or nothing, one at a time. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createRestore } from '../../../entrypoints/background/restore';
import { writePayload } from '../../../lib/backup';
import type { BackgroundToRestore, RestoreToBackground } from '../../../lib/protocol';
import { exportEverything } from '../../../lib/tracker';
import { NO_SAFETY, type Safety } from '../../../lib/tracker/safety';
import { recordReadings } from '../../../lib/tracker/write-readings';
import { later, logical, stateWith } from '../../lib/backup/states';
import { freshStore, handedIn } from '../../lib/tracker/readings';

const NOW = new Date('2026-11-20T05:00:00Z');

function stage(safety: Safety = NO_SAFETY) {
  const db = freshStore();
  let replaced = 0;
  const onReplaced = () => Promise.resolve(void (replaced += 1));
  const restore = createRestore({ store: () => Promise.resolve(db), safety, now: () => NOW, onReplaced });
  const connect = (allowed = true) => {
    const told: BackgroundToRestore[] = [];
    let listener: (message: unknown) => void = () => undefined;
    restore.addPort(
      {
        postMessage: (message) => void told.push(message as BackgroundToRestore),
        onMessage: { addListener: (one) => void (listener = one) },
      },
      Promise.resolve(allowed),
    );
    const say = (message: unknown) => listener(message);
    const answer = async () => {
      for (let round = 0; round < 400; round++) {
        const last = told.findLast(({ type }) => type !== 'stage');
        if (last && last.type !== 'stage') return last.reply;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return null;
    };
    return { say, told, answer };
  };
  return { db, connect, replaced: () => replaced };
}

function messages(text: string, more: Partial<Extract<RestoreToBackground, { type: 'apply' }>> = {}, size = 700) {
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) => ({
    type: 'chunk' as const,
    text: text.slice(index * size, (index + 1) * size),
  }));
  const apply = { type: 'apply' as const, characters: text.length, mode: 'merge' as const, conflicts: 'ours' as const };
  return [{ type: 'begin' as const }, ...chunks, { ...apply, ...more }];
}

describe('restoring over the port', () => {
  it('merges what came in pieces with what is there, and tells how it goes', async () => {
    const { db, connect, replaced } = stage();
    await recordReadings(db, [handedIn('me', '2026-11-01', 99_999)], NOW);
    const theirs = stateWith(3, 1);
    const port = connect();
    messages(writePayload(theirs)).forEach(port.say);
    expect(await port.answer()).toMatchObject({
      ok: true,
      value: { undo: null, counts: { members: theirs.members.length } },
    });
    expect(port.told.map((one) => (one.type === 'stage' ? one.stage : one.type))).toEqual([
      'checking',
      'snapshot',
      'writing',
      'restored',
    ]);
    const after = await exportEverything(db, NOW);
    expect(after.readings).toHaveLength(theirs.readings.length + 1);
    expect(after.journal.at(-1)).toMatchObject({ action: 'restoreBackup', detail: { mode: 'merge' } });
    expect(replaced()).toBe(1);
  });

  it('replaces when told so', async () => {
    const { db, connect } = stage();
    await recordReadings(db, [handedIn('me', '2026-11-01', 99_999)], NOW);
    const theirs = stateWith(3, 1);
    const port = connect();
    messages(writePayload(theirs), { mode: 'replace' }).forEach(port.say);
    expect(await port.answer()).toMatchObject({ ok: true });
    const after = await exportEverything(db, NOW);
    const journal = after.journal.slice(0, -1);
    expect(logical({ ...after, journal, counts: theirs.counts })).toEqual(logical(theirs));
  });

  it.each<[string, (text: string) => unknown[], string]>([
    ['a piece without a beginning', (text) => messages(text).slice(1), 'badMessage'],
    ['a missing piece', (text) => messages(text).filter((_, index) => index !== 2), 'badMessage'],
    ['nothing but the order', () => [{ type: 'apply', characters: 5, mode: 'merge', conflicts: 'ours' }], 'badMessage'],
    ['an unknown mode', (text) => messages(text, { mode: 'erase' as never }), 'badMessage'],
    ['another kind of message', () => [{ type: 'act', action: { type: 'eraseEverything' } }], 'badMessage'],
    ['a message over the limit', () => [{ type: 'begin' }, { type: 'chunk', text: 'ệ'.repeat(400_000) }], 'tooLarge'],
    ['no JSON', () => messages('hello'), 'invalid'],
    ['newer data', (text) => messages(text.replace(/"schemaVersion": \d+/, '"schemaVersion": 99')), 'invalid'],
    ['an invalid row', (text) => messages(text.replace(/"total":\d+/, '"total":-1')), 'invalid'],
    [
      'prototype pollution',
      (text) => messages(text.replace('"settings": {', '"settings": {"__proto__":{"x":1},')),
      'invalid',
    ],
  ])('refuses %s and changes nothing', async (_what, make, code) => {
    const { db, connect, replaced } = stage();
    await recordReadings(db, [handedIn('me', '2026-11-01', 7)], NOW);
    const before = await exportEverything(db, NOW);
    const port = connect();
    make(writePayload(stateWith(3, 1))).forEach(port.say);
    expect(await port.answer()).toMatchObject({ ok: false, code });
    expect(await exportEverything(db, NOW)).toEqual(before);
    expect(replaced()).toBe(0);
  });

  it('looks at nothing a stranger says', async () => {
    const { db, connect } = stage();
    const port = connect(false);
    messages(writePayload(stateWith(3, 1))).forEach(port.say);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(port.told).toEqual([]);
    expect((await exportEverything(db, NOW)).readings).toEqual([]);
  });

  it('does one at a time', async () => {
    let release = () => undefined as void;
    const slow: Safety = {
      ...NO_SAFETY,
      snapshot: () => new Promise((resolve) => (release = () => resolve('s1'))),
    };
    const { connect } = stage(slow);
    const text = writePayload(stateWith(3, 1));
    const [first, second] = [connect(), connect()];
    messages(text).forEach(first.say);
    await new Promise((resolve) => setTimeout(resolve, 50));
    messages(text).forEach(second.say);
    expect(await second.answer()).toMatchObject({ ok: false, code: 'conflict' });
    release();
    expect(await first.answer()).toMatchObject({ ok: true, value: { undo: { name: 's1' } } });
  });

  it('without a snapshot merges but does not replace', async () => {
    const failing: Safety = { ...NO_SAFETY, snapshot: () => Promise.reject(new Error('disk full')) };
    const { db, connect } = stage(failing);
    const theirs = later(stateWith(3, 1), 4);
    const [merging, replacing] = [connect(), connect()];
    messages(writePayload(theirs), { mode: 'replace' }).forEach(replacing.say);
    expect(await replacing.answer()).toMatchObject({ ok: false, code: 'storage' });
    expect((await exportEverything(db, NOW)).readings).toEqual([]);
    messages(writePayload(theirs)).forEach(merging.say);
    expect(await merging.answer()).toMatchObject({ ok: true, value: { undo: null } });
  });

  it('undoes through the safety given, and says when there is none', async () => {
    const asked: unknown[] = [];
    const safety: Safety = {
      snapshot: () => Promise.resolve('s1'),
      at: () => Promise.resolve(3),
      restore: (...args) => {
        asked.push(args);
        return Promise.resolve({ ok: true, value: null });
      },
    };
    const { connect, replaced } = stage(safety);
    const port = connect();
    port.say({ type: 'undo', name: 's1', seq: 3 });
    expect(await port.answer()).toEqual({ ok: true, value: null });
    expect([asked, replaced()]).toEqual([[['s1', 3]], 1]);
    const plain = stage().connect();
    plain.say({ type: 'undo', name: 's1', seq: 3 });
    expect(await plain.answer()).toMatchObject({ ok: false });
  });
});
