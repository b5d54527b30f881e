/** Everything kept about one person, found over all tables: for looking, for the copy they get, and for erasing. */
import type { Capture } from '../model/capture';
import type { Member } from '../model/member';
import type { RowRead } from '../model/observation';
import type { PersonRef } from '../model/person';
import type { PersonalCopy } from '../model/personal-copy';
import { REFERENCE_NOTE } from '../model/tally';
import { nameKey } from '../vi/names';
import type { TrackerDb } from './db';
import { saidOf } from './desk-person';
import { listReadings } from './points';
import { getSettings } from './preferences';

/** Where the name also stands, as words of the user's own that an erasure leaves alone. */
export type AlsoIn = 'secretaryName' | 'subjectName';

export interface AboutPerson extends Omit<PersonalCopy, 'format' | 'version' | 'exportedAt' | 'note'> {
  /** Every spelling of the name known. */
  spellings: string[];
  /** Another member has the same name: rows and ledger lines without a code or link are not surely this person's. */
  hasNamesake: boolean;
  /** The user of this browser: their own readings are theirs and stand apart. */
  isSelf: boolean;
  alsoIn: AlsoIn[];
}

/**
 * All that is kept about a person; null when a member named is not there. Ledger lines linked to the member are theirs;
 * unlinked ones of the same name are, unless another member has that name. A captured row of that name is theirs unless
 * its code tells another person; of namesakes without codes it counts for both.
 */
export async function aboutPerson(db: TrackerDb, person: PersonRef): Promise<AboutPerson | null> {
  const members = await db.members.toArray();
  const member = members.find(({ id }) => id === person.memberId) ?? null;
  if (person.memberId !== null && member === null) return null;
  const spellings = [...new Set([...(member ? [member.name, ...member.otherNames] : []), person.name])];
  const keys = new Set(spellings.map(nameKey));
  const isNamed = (name: string) => keys.has(nameKey(name));
  const hasNamesake = members.some((one) => one.id !== member?.id && [one.name, ...one.otherNames].some(isNamed));
  const isTheirs = (line: { memberId: string | null; person: string }) =>
    member !== null && line.memberId === member.id
      ? true
      : line.memberId === null && isNamed(line.person) && (member === null || !hasNamesake);
  const [readings, captures, consents, requests, desk, settings] = await Promise.all([
    member === null ? [] : listReadings(db, { subject: member.id, includeWithdrawn: true }),
    db.captures.toArray(),
    db.memberConsents.toArray(),
    db.requests.toArray(),
    db.desk.toArray(),
    getSettings(db),
  ]);
  const alsoIn: AlsoIn[] = [];
  if (settings.party.secretaryName !== null && isNamed(settings.party.secretaryName)) alsoIn.push('secretaryName');
  if (settings.subjectName !== null && isNamed(settings.subjectName)) alsoIn.push('subjectName');
  return {
    person: person.name,
    member,
    spellings,
    hasNamesake,
    isSelf: member?.isSelf ?? false,
    alsoIn,
    readings,
    capturedRows: captures.flatMap((capture) => rowsNaming(capture, keys, member)),
    consents: consents.filter(isTheirs),
    requests: requests.filter(isTheirs),
    desk: saidOf(desk, { memberId: member?.id ?? null, spellings: hasNamesake ? [] : spellings }),
  };
}

/** True when a captured row names one of `keys` (see `nameKey`) and no code tells another person. */
export function namesPerson(row: RowRead, keys: ReadonlySet<string>, member: Member | null): boolean {
  const cells = Object.entries(row.cells);
  const code = row.cells['code']?.value;
  if (typeof code === 'string' && code !== '' && member?.code != null && nameKey(code) !== nameKey(member.code)) {
    return false;
  }
  return cells.some(
    ([, cell]) => keys.has(nameKey(cell.raw)) || (typeof cell.value === 'string' && keys.has(nameKey(cell.value))),
  );
}

function rowsNaming(capture: Capture, keys: ReadonlySet<string>, member: Member | null): PersonalCopy['capturedRows'] {
  const { id: captureId, kind, host, updatedAt, headers, rows } = capture;
  return rows
    .filter((row) => namesPerson(row, keys, member))
    .map((row) => ({ captureId, kind, host, updatedAt, headers, row }));
}

/** The copy handed to the person. */
export function personalCopy(about: AboutPerson, now: Date): PersonalCopy {
  const { person, member, readings, capturedRows, consents, requests, desk } = about;
  return {
    format: 'sotay-personal-copy',
    version: 1,
    exportedAt: now.toISOString(),
    note: REFERENCE_NOTE,
    person,
    member,
    readings,
    capturedRows,
    consents,
    requests,
    desk,
  };
}
