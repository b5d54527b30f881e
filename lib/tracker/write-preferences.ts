/** Writing settings and consents, and erasing everything. */
import { consentForList } from '../model/capture';
import type { ConsentItem } from '../model/consent';
import { DEFAULT_SETTINGS, type SettingsPatch } from '../model/settings';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { newId } from './ids';
import { write } from './write';

/** Records a consent with the words shown. One that stands already is left as it is. */
export function giveConsent(
  db: TrackerDb,
  given: { item: ConsentItem; text: string; language: 'vi' | 'en' },
  now: Date,
): Promise<Reply> {
  const id = newId();
  const journal = { action: 'giveConsent', detail: { item: given.item } };
  return write(db, { tables: [db.consents], now, journal }, async () => {
    const standing = await db.consents.where('item').equals(given.item).toArray();
    if (standing.some((consent) => consent.withdrawnAt === null)) return null;
    await db.consents.add({ id, ...given, givenAt: now.toISOString(), withdrawnAt: null });
    return null;
  });
}

/**
 * Withdraws a consent; its record stays. Without `ownPoints` nothing waits to be kept any more; without one for
 * lists those captured under it are deleted. What was kept before stays until the user erases it.
 */
export function withdrawConsent(db: TrackerDb, item: ConsentItem, now: Date): Promise<Reply> {
  const journal = { action: 'withdrawConsent', detail: { item } };
  return write(db, { tables: [db.consents, db.pending, db.captures], now, journal }, async () => {
    await db.consents
      .where('item')
      .equals(item)
      .filter((consent) => consent.withdrawnAt === null)
      .modify({ withdrawnAt: now.toISOString() });
    if (item === 'ownPoints') await db.pending.clear();
    else await db.captures.filter(({ kind }) => consentForList(kind) === item).delete();
    return null;
  });
}

/** Changes some settings; those not named stay. */
export function saveSettings(db: TrackerDb, patch: SettingsPatch, now: Date): Promise<Reply> {
  return write(db, { tables: [db.settings], now, journal: null }, async () => {
    const value = { ...DEFAULT_SETTINGS, ...(await db.settings.get('settings'))?.value, ...patch };
    await db.settings.put({ key: 'settings', value });
    return null;
  });
}

/** Empties every table; one journal line with the time and the counts is all that remains. */
export function eraseEverything(db: TrackerDb, now: Date): Promise<Reply> {
  const emptied = db.tables.filter((table) => table.name !== db.meta.name);
  return write(db, { tables: emptied, now, journal: { action: 'eraseEverything' } }, async () => {
    await Promise.all(emptied.map((table) => table.clear()));
    return null;
  });
}
