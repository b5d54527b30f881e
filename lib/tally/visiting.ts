/** Members who need help with the handbook, as a list for visits: what is in the way first. Pure. */
import type { Tally, TallyMember } from '../model/tally';

/** From what has to be solved first: no phone that fits, wrong data or no account, not installed, never signed in, no reading, no rise. */
export const NEEDS = ['device', 'account', 'notInstalled', 'neverSignedIn', 'noReading', 'notUsed'] as const;
export type Need = (typeof NEEDS)[number];

export interface Visit {
  /** Row of the tally. */
  index: number;
  member: TallyMember;
  need: Need;
}

/** Exempt members and those counted as not eligible are not visited for it, unless something else was noted of them. */
export function visitsOf(tally: Tally, loggedIn: readonly (boolean | null)[] = []): Visit[] {
  const found = tally.members.flatMap((member, index): Visit[] => {
    const need = needOf(member, loggedIn[index] ?? null);
    return need === null ? [] : [{ index, member, need }];
  });
  return found.sort((a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need) || a.index - b.index);
}

function needOf(member: TallyMember, loggedIn: boolean | null): Need | null {
  const { reason, eligible, installed, closing, points } = member;
  if (reason === 'MIEN_SINH_HOAT' || reason === 'QUAN_DOI_CONG_AN') return null;
  if (reason === 'KHONG_CO_DIEN_THOAI' && installed !== true) return 'device';
  if ((reason === 'CHUA_CO_TAI_KHOAN' || reason === 'SAI_DU_LIEU') && installed !== true) return 'account';
  if (eligible === false) return null;
  if (installed === false) return 'notInstalled';
  if (loggedIn === false) return 'neverSignedIn';
  if (closing === null) return 'noReading';
  return points === 0 ? 'notUsed' : null;
}
