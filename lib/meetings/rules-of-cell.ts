/** The rules of meetings as they hold for one cell: the lengths its committee fixed stand in for the general ones. */
import type { Cell } from '../model/cell';
import { MEETING_RULES, type MeetingRules } from '../rules/meetings';
import { foldLabel } from '../vi/text';

export function rulesOfCell(cell: Pick<Cell, 'leastMinutes'>): MeetingRules {
  const { leastMinutes } = cell;
  if (leastMinutes === null) return MEETING_RULES;
  const minimumMinutes = {
    ...MEETING_RULES.minimumMinutes,
    THUONG_KY: leastMinutes.regular,
    KET_HOP: leastMinutes.combined,
  };
  return { ...MEETING_RULES, minimumMinutes };
}

/**
 * Whether a committee is to meet before the cell does: not where the roster names roles but neither a committee member nor a
 * deputy, since then there is a secretary only (party-work.md §3.1, §3.3).
 */
export function hasCommittee(roles: readonly (string | null)[]): boolean {
  const named = roles.filter((role) => role !== null && foldLabel(role) !== '' && foldLabel(role) !== 'dang vien');
  if (named.length === 0) return true;
  return named.some((role) => /chi uy|pho bi thu/.test(foldLabel(role ?? '')));
}
