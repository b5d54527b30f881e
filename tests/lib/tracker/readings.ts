/** Makes readings and databases for the tests of the tracker. */
import 'fake-indexeddb/auto';
import { openTracker, type TrackerDb } from '../../../lib/tracker';
import type { NewReading } from '../../../lib/model/new-reading';
import type { PointReading } from '../../../lib/model/point-reading';
import type { PagePoints } from '../../../lib/tracker/write-page-reading';
import { newDataKey, newKdf, wrapKey } from '../../../lib/lock';
import { dayInVietnam } from '../../../lib/vi/dates';

let count = 0;

/** Set by tests/lib/tracker/sealed.test.ts: the same tests run over locked stores. */
const sealed = { key: null as Uint8Array | null };

export function sealAllStores(): void {
  sealed.key = newDataKey();
}

/** A fresh empty store. */
export function freshStore(): TrackerDb {
  const { key } = sealed;
  const db = openTracker(`test-${++count}-${Date.now()}`, { key });
  if (key !== null) {
    const lock = wrapKey(key, newDataKey(), newKdf());
    db.on('populate', (transaction) => void transaction.table('meta').add(lock));
  }
  return db;
}

/** A sighting on a page, as stored. */
export function sighting(takenAt: string, total: number, more: Partial<PointReading> = {}): PointReading {
  return {
    id: `r${++count}`,
    subject: 'me',
    day: dayInVietnam(new Date(takenAt)),
    takenAt,
    lastSeenAt: takenAt,
    total,
    raw: `Điểm tích lũy: ${total}`,
    where: 'div > span',
    source: 'page',
    site: 'vnpt',
    siteVersion: 1,
    host: 'so-tay.example.vn',
    origin: 'dashboard',
    name: 'Nguyễn Văn An',
    role: 'Bí thư',
    unit: 'Chi bộ 1',
    newRun: null,
    corrections: [],
    withdrawn: null,
    ...more,
  };
}

/** A reading of a file or typed, as handed in. */
export function handedIn(subject: string, day: string, total: number, more: Partial<NewReading> = {}): NewReading {
  return {
    subject,
    day,
    at: null,
    total,
    source: 'file',
    origin: 'diem.csv',
    raw: String(total),
    where: 'row 2',
    site: null,
    siteVersion: null,
    host: null,
    name: null,
    role: null,
    unit: null,
    ...more,
  };
}

/** Points as a page showed them. */
export function pagePoints(readAt: string, total: number, more: Partial<PagePoints> = {}): PagePoints {
  return {
    total,
    raw: `Điểm tích lũy: ${total}`,
    where: 'div > span',
    readAt,
    site: 'vnpt',
    siteVersion: 1,
    host: 'so-tay.example.vn',
    origin: 'dashboard',
    name: 'Nguyễn Văn An',
    role: 'Bí thư',
    unit: 'Chi bộ 1',
    ...more,
  };
}
