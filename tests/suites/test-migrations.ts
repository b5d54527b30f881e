/** Conformance of every version of the store: each has a frozen dump, and each dump opens in today's code with its data. */
import 'fake-indexeddb/auto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../lib/tracker/all-migrations';
import { allDataSchema } from '../../lib/model/all-data';
import { exportEverything, openTracker, schemaVersion } from '../../lib/tracker';
import { recordReadings } from '../../lib/tracker/write-readings';
import { handedIn } from '../lib/tracker/readings';

const ROOT = join(import.meta.dirname, '../..');
const NOW = new Date('2026-11-20T05:00:00Z');

/** A store of one version as it lay on disk, and what must be there after opening it. */
interface Dump {
  version: number;
  stores: Record<string, string>;
  tables: Record<string, object[]>;
  expect: { counts: Record<string, number>; totals: Record<string, number[]> };
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .map((name) => name.replace(/\.(ts|json)$/, ''))
    .sort();
}

/** Declares the suite. */
export function testMigrations(): void {
  describe('migrations', () => {
    const versions = filesOf('lib/tracker/migrations');

    it('each have a frozen dump, and each dump its migration', () => {
      expect(filesOf('tests/fixtures/db'), 'add tests/fixtures/db/vNNN.json beside the migration').toEqual(versions);
      expect(versions.map((name) => Number(name.slice(1)))).toEqual(MIGRATIONS.map(({ version }) => version));
      expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
      expect(schemaVersion).toBe(MIGRATIONS.length);
    });

    it.each(versions)('%s opens in today’s code with all its data, and can be written', async (name) => {
      // A dump is written by the version it names; its shape is checked by what follows.
      const dump = JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/db', `${name}.json`), 'utf8')) as Dump;
      expect(dump.version).toBe(Number(name.slice(1)));
      const migration = MIGRATIONS.find(({ version }) => version === dump.version);
      expect(migration?.stores, 'a released migration is never edited: add a new one').toEqual(dump.stores);
      const old = new Dexie(`dump-${name}`);
      old.version(dump.version).stores(dump.stores);
      for (const [table, rows] of Object.entries(dump.tables)) await old.table(table).bulkAdd(rows);
      old.close();

      const db = openTracker(`dump-${name}`);
      const copy = allDataSchema.parse(await exportEverything(db, NOW));
      expect(copy.counts).toMatchObject(dump.expect.counts);
      for (const [subject, totals] of Object.entries(dump.expect.totals)) {
        const own = copy.readings.filter((reading) => reading.subject === subject);
        expect(own.map(({ total }) => total)).toEqual(totals);
      }
      expect(await db.meta.get('schema')).toMatchObject({ schemaVersion: expect.any(Number) as number });
      expect(await recordReadings(db, [handedIn('me', '2026-11-19', 99_999)], NOW)).toMatchObject({
        ok: true,
        value: { added: 1 },
      });
      db.close();
    });
  });
}
