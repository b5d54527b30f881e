/** Whether one record is a plain continuation of another: same record, only carried on. Anything else that differs conflicts. */
import type { Capture } from '../model/capture';
import type { Consent } from '../model/consent';
import type { DataRequest } from '../model/data-request';
import type { HostSite } from '../model/host-site';
import type { Member } from '../model/member';
import type { MemberConsent } from '../model/member-consent';
import type { PointReading } from '../model/point-reading';
import { isSameData } from '../model/same-data';
import { dayInVietnam } from '../vi/dates';

/** Every field but those named is equal. */
function sameBut<T extends object>(a: T, b: T, fields: readonly (keyof T)[]): boolean {
  const rest = (one: T) => Object.fromEntries(Object.entries(one).filter(([key]) => !fields.includes(key as keyof T)));
  return isSameData(rest(a), rest(b));
}

const filled = (older: unknown, newer: unknown) => older === null || isSameData(older, newer);

/** Later sightings, corrections added at the end, or withdrawn since. Whether another reading stands between is asked elsewhere. */
export function readingContinues(older: PointReading, newer: PointReading): boolean {
  if (!sameBut(older, newer, ['lastSeenAt', 'alsoSeenAt', 'newRun', 'corrections', 'withdrawn', 'total', 'day']))
    return false;
  if (newer.lastSeenAt < older.lastSeenAt || !filled(older.withdrawn, newer.withdrawn)) return false;
  if (!keepsSightings(older, newer)) return false;
  const before = older.corrections.length;
  if (!isSameData(older.corrections, newer.corrections.slice(0, before))) return false;
  // The first correction since tells what was there before it.
  const { total, day } = newer.corrections[before] ?? newer;
  return total === older.total && day === older.day;
}

function keepsSightings(older: PointReading, newer: PointReading): boolean {
  const dayOf = (at: string) => dayInVietnam(new Date(at));
  const seen = newer.alsoSeenAt ?? [];
  return (older.alsoSeenAt ?? []).every((at) => seen.some((later) => later >= at && dayOf(later) === dayOf(at)));
}

/** Fields filled in, spellings added, a new name with the old one kept, taken off the roster. */
export function memberContinues(older: Member, newer: Member): boolean {
  const { otherNames: _a, name: _b, ...facts } = older;
  const told = newer as Record<string, unknown>; // both have the fields of Member
  if (!Object.entries(facts).every(([field, value]) => filled(value, told[field]))) return false;
  const spellings = new Set([newer.name, ...newer.otherNames]);
  return [older.name, ...older.otherNames].every((spelling) => spellings.has(spelling));
}

/** Read on later, or adopted since. */
export function captureContinues(older: Capture, newer: Capture): boolean {
  if (older.kind !== newer.kind || older.listId !== newer.listId || !filled(older.adoptedAt, newer.adoptedAt))
    return false;
  if (newer.updatedAt > older.updatedAt) return true;
  return sameBut(older, newer, ['adoptedAt']);
}

/** Withdrawn since. */
export function consentContinues(older: Consent, newer: Consent): boolean {
  return sameBut(older, newer, ['withdrawnAt']) && filled(older.withdrawnAt, newer.withdrawnAt);
}

/** Withdrawn since. */
export function memberConsentContinues(older: MemberConsent, newer: MemberConsent): boolean {
  return sameBut(older, newer, ['withdrawnOn']) && filled(older.withdrawnOn, newer.withdrawnOn);
}

/** Answered or done since, or its note carried on. */
export function requestContinues(older: DataRequest, newer: DataRequest): boolean {
  return (
    sameBut(older, newer, ['answeredOn', 'doneOn', 'note']) &&
    filled(older.answeredOn, newer.answeredOn) &&
    filled(older.doneOn, newer.doneOn) &&
    newer.note.startsWith(older.note)
  );
}

/** Taught or changed on since; what was taught differently on both sides is for a person to choose. */
export function hostSiteContinues(older: HostSite, newer: HostSite): boolean {
  if (older.addedAt !== newer.addedAt || older.changedAt > newer.changedAt) return false;
  if (older.site === null) return true;
  return newer.site !== null && newer.site.siteVersion > older.site.siteVersion;
}
