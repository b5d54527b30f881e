/** Hosts in the store: added, taught, switched, taken away with or without what was read there. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { exportSite } from '../../../lib/model/describe-site';
import {
  countReadOnHost,
  exportEverything,
  getHostSite,
  getSiteHealth,
  latestReading,
  listHostSites,
} from '../../../lib/tracker';
import { noteLook } from '../../../lib/tracker/write-health';
import { takePagePoints } from '../../../lib/tracker/write-page-reading';
import { giveConsent } from '../../../lib/tracker/write-preferences';
import { confirmPending } from '../../../lib/tracker/write-page-reading';
import {
  addHost,
  dropHostSite,
  removeHost,
  saveHostSite,
  saveSiteText,
  useShipped,
} from '../../../lib/tracker/write-sites';
import { taughtSite } from '../model/taught-site';
import { freshStore } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const LATER = new Date('2026-11-20T06:00:00Z');
const HOST = 'so-tay.example.vn';

const pointsOn = (host: string, total: number, readAt = NOW) => ({
  total,
  raw: String(total),
  where: 'span',
  readAt: readAt.toISOString(),
  site: 'taught',
  siteVersion: 1,
  host,
  origin: 'page',
  name: 'An',
  role: null,
  unit: null,
});

async function reading(host: string, total: number) {
  const db = freshStore();
  await giveConsent(db, { item: 'ownPoints', text: 'x', language: 'vi' }, NOW);
  await takePagePoints(db, pointsOn(host, total), NOW);
  const waits = await db.pending.get('me');
  await confirmPending(db, { pendingId: waits?.pending?.id ?? '', total }, NOW);
  return db;
}

describe('hosts', () => {
  it('are added once, taught, taught again, and let go of what was taught', async () => {
    const db = freshStore();
    await addHost(db, HOST, NOW);
    await addHost(db, HOST, LATER);
    expect(await listHostSites(db)).toEqual([
      { id: HOST, addedAt: NOW.toISOString(), changedAt: NOW.toISOString(), shipped: true, site: null, from: null },
    ]);
    expect(await saveHostSite(db, { host: HOST, site: taughtSite(HOST), from: 'taught' }, LATER)).toMatchObject({
      ok: true,
    });
    expect(await getHostSite(db, HOST)).toMatchObject({ addedAt: NOW.toISOString(), from: 'taught' });
    await saveSiteText(db, { host: HOST, text: exportSite(taughtSite(HOST, 2)), from: 'imported' }, LATER);
    expect((await getHostSite(db, HOST))?.site?.siteVersion).toBe(2);
    await useShipped(db, HOST, false, LATER);
    await dropHostSite(db, HOST, LATER);
    expect(await getHostSite(db, HOST)).toMatchObject({ site: null, from: null, shipped: true });
    expect((await exportEverything(db, NOW)).counts.hostSites).toBe(1);
  });

  it.each<[string, string, string]>([
    ['no JSON', 'hello', 'not JSON'],
    ['another host', exportSite(taughtSite('other.example.vn')), 'another host'],
    ['no site', '{"format":"sotay-data"}', 'format'],
  ])('refuse a definition that is %s', async (_name, text, why) => {
    const db = freshStore();
    const reply = await saveSiteText(db, { host: HOST, text, from: 'imported' }, NOW);
    expect(reply).toMatchObject({ ok: false, code: 'invalid' });
    expect(reply.ok ? '' : reply.detail).toContain(why);
    expect(await listHostSites(db)).toEqual([]);
  });

  it('taken away keep what was read, unless that is to go too', async () => {
    const db = await reading(HOST, 100);
    await saveHostSite(db, { host: HOST, site: taughtSite(HOST), from: 'taught' }, NOW);
    await noteLook(db, { host: HOST, site: 'taught', siteVersion: 1, status: 'good', problems: [] }, NOW);
    expect(await removeHost(db, HOST, { withReadings: false }, LATER)).toEqual({
      ok: true,
      value: { readings: 0, captures: 0 },
    });
    expect(await getHostSite(db, HOST)).toBeNull();
    expect(await getSiteHealth(db, HOST)).toBeNull();
    expect((await latestReading(db, 'me'))?.total).toBe(100);
    expect(await removeHost(db, HOST, { withReadings: true }, LATER)).toEqual({
      ok: true,
      value: { readings: 1, captures: 0 },
    });
    expect(await latestReading(db, 'me')).toBeNull();
    expect(await db.deletions.toArray()).toMatchObject([{ cause: 'hostRemoved', what: 'ownReadings', count: 1 }]);
  });

  it('keep the readings of other hosts', async () => {
    const db = await reading('other.example.vn', 100);
    await removeHost(db, HOST, { withReadings: true }, LATER);
    expect((await latestReading(db, 'me'))?.total).toBe(100);
    expect(await db.deletions.count()).toBe(0);
  });

  it('ask about a rise beyond what was allowed when teaching', async () => {
    const db = await reading(HOST, 100);
    await saveHostSite(db, { host: HOST, site: taughtSite(HOST, 1, 50), from: 'taught' }, NOW);
    expect(await takePagePoints(db, pointsOn(HOST, 150, LATER), LATER)).toEqual({ ok: true, value: 'kept' });
    expect(await takePagePoints(db, pointsOn(HOST, 201, LATER), LATER)).toEqual({ ok: true, value: 'pending' });
    expect((await db.pending.get('me'))?.pending?.reasons).toEqual(['leap']);
  });

  it('ask once about what a definition from a file reads, even where the one before was confirmed', async () => {
    const db = await reading(HOST, 100);
    await saveHostSite(db, { host: HOST, site: taughtSite(HOST), from: 'taught' }, LATER);
    expect(await takePagePoints(db, pointsOn(HOST, 101, LATER), LATER)).toEqual({ ok: true, value: 'kept' });
    await saveHostSite(db, { host: HOST, site: taughtSite(HOST, 2), from: 'imported' }, LATER);
    expect(await takePagePoints(db, pointsOn(HOST, 102, LATER), LATER)).toEqual({ ok: true, value: 'pending' });
    const waits = await db.pending.get('me');
    expect(waits?.pending?.reasons).toEqual(['first']);
    await confirmPending(db, { pendingId: waits?.pending?.id ?? '', total: 102 }, LATER);
    expect(await takePagePoints(db, pointsOn(HOST, 103, LATER), LATER)).toEqual({ ok: true, value: 'kept' });
  });

  it('tell how much would go with them', async () => {
    const db = await reading(HOST, 100);
    expect(await countReadOnHost(db, HOST)).toEqual({ readings: 1, captures: 0 });
    expect(await countReadOnHost(db, 'other.example.vn')).toEqual({ readings: 0, captures: 0 });
  });
});
