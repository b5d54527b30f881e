/** Questions about settings, consents and the reading that waits for a person. */
import type { Consent, ConsentItem } from '../model/consent';
import { DEFAULT_RETENTION } from '../model/retention';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings';
import type { PendingReading } from '../protocol';
import type { TrackerDb } from './db';

/** The settings, with defaults for what was never set. */
export async function getSettings(db: TrackerDb): Promise<Settings> {
  const settings: Settings = { ...DEFAULT_SETTINGS, ...(await db.settings.get('settings'))?.value };
  // A kind that came later has its default, whatever was agreed to before.
  const periods = { ...DEFAULT_RETENTION.periods, ...settings.retention.periods };
  return { ...settings, retention: { ...settings.retention, periods } };
}

/** Every consent ever given, newest first; withdrawn ones stay. */
export async function listConsents(db: TrackerDb): Promise<Consent[]> {
  return (await db.consents.toArray()).sort((a, b) => (a.givenAt < b.givenAt ? 1 : -1));
}

/** True while a consent for the item stands. */
export async function hasConsent(db: TrackerDb, item: ConsentItem): Promise<boolean> {
  return (await db.consents.where('item').equals(item).toArray()).some((consent) => consent.withdrawnAt === null);
}

/** The reading that waits to be confirmed, or null. */
export async function getPending(db: TrackerDb): Promise<PendingReading | null> {
  return (await db.pending.get('me'))?.pending ?? null;
}
