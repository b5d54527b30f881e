/** The store in a real Chromium: 100,000 readings against raw IndexedDB with one record per reading, in the same run. */
import { Dexie } from 'dexie';
import { afterAll, describe, expect, it } from 'vitest';
import {
  countReadings,
  getProgress,
  latestReading,
  listReadings,
  listReadingsBetween,
  openTracker,
} from '../../../lib/tracker';
import { recordReadings } from '../../../lib/tracker/write-readings';
import type { NewReading } from '../../../lib/model/new-reading';

const MEMBERS = 300;
const PER_MEMBER = 334;
const NOW = new Date('2026-12-01T05:00:00Z');
const DAY = 86_400_000;

function readings(): NewReading[] {
  return Array.from({ length: MEMBERS * PER_MEMBER }, (_, index) => {
    const step = Math.floor(index / MEMBERS);
    return {
      subject: `m${index % MEMBERS}`,
      day: new Date(Date.UTC(2026, 0, 1) + step * DAY).toISOString().slice(0, 10),
      at: null,
      total: 1_000 + step * 13,
      source: 'file',
      origin: 'diem.csv',
      raw: String(1_000 + step * 13),
      where: 'cột 4',
      site: null,
      siteVersion: null,
      host: null,
      name: `Đảng viên ${index % MEMBERS}`,
      role: null,
      unit: 'Chi bộ 1',
    };
  });
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

/** The plain way: one record per reading with an index by day and by subject. */
function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('readings', { keyPath: 'id' });
      store.createIndex('day', 'day');
      store.createIndex('subject', 'subject');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
function rawWrite(db: IDBDatabase, rows: object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('readings', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('readings');
    for (const row of rows) store.put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
function rawRead(db: IDBDatabase, index: string, range: IDBKeyRange): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = db.transaction('readings').objectStore('readings').index(index).getAll(range);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

afterAll(async () => {
  await Dexie.delete('speed');
  await Dexie.delete('speed-raw');
});

describe('100,000 readings', () => {
  it('are kept and asked faster than one record each', async () => {
    const all = readings();
    const raw = await openRaw('speed-raw');
    const rows = all.map((reading, index) => ({
      ...reading,
      id: `r${index}`,
      takenAt: NOW.toISOString(),
      newRun: null,
    }));
    let rawMs = 0;
    for (let at = 0; at < rows.length; at += 5_000)
      rawMs += (await timed(() => rawWrite(raw, rows.slice(at, at + 5_000))))[1];
    const db = openTracker('speed');
    const [reply, ourMs] = await timed(() => recordReadings(db, all, NOW));
    expect(reply).toMatchObject({ ok: true, value: { added: all.length } });

    const month = IDBKeyRange.bound('2026-06-01', '2026-06-30');
    const [rawRange, rawRangeMs] = await timed(() => rawRead(raw, 'day', month));
    const [range, rangeMs] = await timed(() => listReadingsBetween(db, { from: '2026-06-01', to: '2026-06-30' }));
    expect(range).toHaveLength(rawRange.length);
    const [rawList, rawListMs] = await timed(() => rawRead(raw, 'subject', IDBKeyRange.only('m7')));
    const [list, listMs] = await timed(() => listReadings(db, { subject: 'm7' }));
    expect(list).toHaveLength(rawList.length);
    const [rawSum, rawSumMs] = await timed(async () => {
      const found = (await rawRead(raw, 'day', IDBKeyRange.lowerBound(''))) as { subject: string; total: number }[];
      const last = new Map(found.map(({ subject, total }) => [subject, total]));
      return [...last.values()].reduce((sum, total) => sum + total, 0);
    });
    const [sum, sumMs] = await timed(async () =>
      (await db.subjects.toArray()).reduce((total, { latest }) => total + (latest?.total ?? 0), 0),
    );
    expect(sum).toBe(rawSum);
    db.close();
    const again = openTracker('speed');
    const [cold, coldMs] = await timed(async () => [
      await latestReading(again, 'm7'),
      await countReadings(again, 'm7'),
    ]);
    expect(cold[1]).toBe(PER_MEMBER);
    const oneMore: NewReading = { ...all[7]!, day: '2026-12-01', total: 9_999 };
    const [, saveMs] = await timed(async () => {
      await recordReadings(again, [oneMore], NOW);
      return getProgress(again, 'm7', NOW);
    });
    const ratios = {
      write: ourMs / rawMs,
      range: rangeMs / rawRangeMs,
      list: listMs / rawListMs,
      sum: sumMs / rawSumMs,
    };
    console.info(
      JSON.stringify({ rawMs, ourMs, rawRangeMs, rangeMs, rawListMs, listMs, rawSumMs, sumMs, coldMs, saveMs, ratios }),
    );
    // Wide enough for a busy machine; the bench prints the exact ratios.
    expect(ratios.write).toBeLessThan(0.5);
    expect(ratios.range).toBeLessThan(1);
    expect(ratios.sum).toBeLessThan(0.2);
    again.close();
    raw.close();
  }, 120_000);
});
