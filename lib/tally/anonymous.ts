/** The tally without names: codes or initials stand for them, and nothing else in it points at one person. Pure. */
import { ABSENCE_REASONS } from '../model/member';
import type { Tally, TallyMember } from '../model/tally';
import { initialsOf } from '../vi/names';

export const ANONYMITIES = ['initials', 'codes'] as const;
export type Anonymity = (typeof ANONYMITIES)[number];

/**
 * Rows in the order of what stands for the names, so that the place in the list tells nothing; two of the same get a number.
 * Offices and reasons in free words go: they would name a person in a small cell. Codes missing give running ones.
 */
export function anonymise(tally: Tally, how: Anonymity): Tally {
  const stand = tally.members.map((row) => (how === 'initials' ? initialsOf(row.name) : (row.code ?? '')));
  const counted = new Map<string, number>();
  for (const text of stand) counted.set(text, (counted.get(text) ?? 0) + 1);
  const given = new Map<string, number>();
  const rows = tally.members.map((row, index): TallyMember => {
    const text = stand[index] ?? '';
    const times = (given.get(text) ?? 0) + 1;
    given.set(text, times);
    const name = text === '' ? `ĐV ${times}` : (counted.get(text) ?? 0) > 1 ? `${text} (${times})` : text;
    return { ...row, name, code: null, role: null, reason: standardOnly(row.reason) };
  });
  return { ...tally, members: rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
}

function standardOnly(reason: string | null): string | null {
  return reason === null || ABSENCE_REASONS.some((one) => one === reason) ? reason : 'KHAC';
}
