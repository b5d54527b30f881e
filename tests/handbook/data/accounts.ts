/** Who may sign in: one secretary and one plain member per cell, every password the same. */
import { ALL_MEMBERS, CELL_SIZES, CELLS, PARTY_BODY, type CellSize, type Member } from './cells';
import { pointsOn } from './points';

export const PASSWORD = 'matkhau-thu';

/** One role of an account: where it looks and whose points it shows. */
export interface AccountRole {
  label: string;
  role: string;
  unit: string;
  members: readonly Member[];
  /** The member whose points the top bar shows in this role. */
  self: Pick<Member, 'id' | 'total'>;
}

/** One account; `id` is also what is typed at sign-in. */
export interface Account {
  id: string;
  name: string;
  size: CellSize;
  roles: readonly [AccountRole, ...AccountRole[]];
}

function accountsOf(size: CellSize): Account[] {
  const cell = CELLS[size];
  const secretary = cell.members[0];
  const plain = cell.members[5];
  if (!secretary || !plain) throw new Error(`cell ${size} has no members`);
  const inCell = (member: Member): AccountRole => {
    return {
      label: `${member.role} - ${cell.unit}`,
      role: member.role,
      unit: cell.unit,
      members: cell.members,
      self: member,
    };
  };
  const committee: AccountRole = {
    label: `Đảng ủy viên - ${PARTY_BODY}`,
    role: 'Đảng ủy viên',
    unit: PARTY_BODY,
    members: ALL_MEMBERS,
    self: { id: secretary.id + 5000, total: 2_468 + size },
  };
  return [
    { id: `chibo-${size}`, name: secretary.name, size, roles: [inCell(secretary), committee] },
    { id: `dangvien-${size}`, name: plain.name, size, roles: [inCell(plain)] },
  ];
}

export const ACCOUNTS: readonly Account[] = CELL_SIZES.flatMap(accountsOf);

/** The account of an id, with or without the `@thu-nghiem.test` ending. */
export function findAccount(id: string): Account | undefined {
  const bare = id.trim().replace(/@thu-nghiem\.test$/, '');
  return ACCOUNTS.find((account) => account.id === bare);
}

/** The points the top bar shows for a role on a day. */
export function rolePoints(role: AccountRole, day: string): number | null {
  return pointsOn(role.self, day);
}
