/** The party cells of the stand-in and their members, all invented. */
import { asciiName, inventName } from './names';
import { createRandom, hash, pick } from './random';
import { totalsOf } from './totals';

/** A cell by the number of its members. */
export type CellSize = 7 | 22 | 34 | 63 | 300;
export const CELL_SIZES: readonly CellSize[] = [7, 22, 34, 63, 300];

/** One party member as the handbook keeps them; `rawName` is what the page writes. */
export interface Member {
  id: number;
  rawName: string;
  /** NFC, single blanks, no blanks at the ends: what a reader should compare with. */
  name: string;
  gender: 'Nam' | 'Nữ';
  role: string;
  unit: string;
  status: 'Chính thức' | 'Dự bị';
  rating: string;
  birth: string;
  phone: string;
  email: string;
  homeTown: string;
  card: string;
  /** Cumulative points on `TODAY`; null when the member has never signed in. */
  total: number | null;
  uses: number;
}

/** One cell. */
export interface Cell {
  unit: string;
  members: readonly Member[];
}

/** The organisation all cells belong to. */
export const PARTY_BODY = 'Đảng bộ phường Hòa Bình Đông';
/** What the breadcrumb shows before it. */
export const UPPER_BODIES = 'Đảng bộ tỉnh Hải Vân / Đảng ủy Khối Doanh nghiệp và Dịch vụ tỉnh Hải Vân / ';

export const UNITS: Record<CellSize, string> = {
  7: 'Chi bộ Quỹ tín dụng Hòa Bình Đông',
  22: 'Chi bộ Trường Tiểu học An Lạc Tây',
  34: 'Chi bộ III - Khối nghiệp vụ',
  63: 'Chi bộ thôn Phú Thịnh',
  300: 'Chi bộ Khu phố liên hợp Bình Minh - Tân Hòa - Phú Mỹ thuộc Đảng bộ phường Hòa Bình Đông, tỉnh Hải Vân',
};

const ROLES = ['Bí thư', 'Phó Bí thư', 'Chi ủy viên', 'Chi ủy viên'];
const RATINGS = ['Hoàn thành tốt', 'Hoàn thành', 'Hoàn thành xuất sắc', 'Chưa xếp loại', 'Miễn sinh hoạt'] as const;
const TOWNS = [
  'Xã Phước Hưng, huyện Lạc Thủy',
  'Xã An Vĩnh, huyện Đông Hà',
  'Phường 4, thị xã Bình Khê',
  'Thiếu dữ liệu',
] as const;

function buildCell(unit: string, seed: number, firstId: number, totals: readonly (number | null)[]): Cell {
  const random = createRandom(seed);
  const taken = new Set<string>();
  const members = totals.map((total, index): Member => {
    let invented = inventName(random);
    while (taken.has(invented.name)) invented = inventName(random);
    taken.add(invented.name);
    const id = firstId + index;
    return {
      id,
      rawName: invented.name,
      name: invented.name,
      gender: invented.gender,
      role: ROLES[index] ?? 'Đảng viên',
      unit,
      status: index > 4 && hash(id, 3) % 11 === 0 ? 'Dự bị' : 'Chính thức',
      rating: pick(RATINGS, random()),
      birth: birthDay(id),
      phone: `09${String(10000000 + (hash(id, 5) % 80000000))}`,
      email: `${asciiName(invented.name)}${id}@thu-nghiem.test`,
      homeTown: pick(TOWNS, random()),
      card: `99.${String(100000 + (hash(id, 7) % 899999))}`,
      total,
      uses: total === null ? 0 : 3 + (hash(id, 9) % 90),
    };
  });
  return { unit, members: withOddities(members) };
}

function birthDay(id: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(1 + (hash(id, 11) % 28))}-${two(1 + (hash(id, 13) % 12))}-${1956 + (hash(id, 15) % 46)}`;
}

/** Larger cells hold the odd names of the wild: namesakes, NFD, blanks, upper case, missing words. */
function withOddities(members: Member[]): Member[] {
  if (members.length < 20) return members;
  const tenth = members[9];
  return members.map((member, index) => {
    if (index === 19 && tenth) return { ...member, rawName: tenth.name, name: tenth.name };
    if (index === 12) return { ...member, rawName: member.name.normalize('NFD') };
    if (index === 15) return { ...member, rawName: `${member.name.replace(' ', '  ')} ` };
    if (index === 17) return { ...member, rawName: member.name.toUpperCase(), name: member.name.toUpperCase() };
    if (index === 18) return { ...member, birth: 'Chưa xác định', card: '', phone: '' };
    return member;
  });
}

/** The five cells by size. */
export const CELLS: Record<CellSize, Cell> = {
  7: buildCell(UNITS[7], 7007, 1000, totalsOf(7)),
  22: buildCell(UNITS[22], 7022, 1100, totalsOf(22)),
  34: buildCell(UNITS[34], 7034, 1200, totalsOf(34)),
  63: buildCell(UNITS[63], 7063, 1300, totalsOf(63)),
  300: buildCell(UNITS[300], 7300, 1400, totalsOf(300)),
};

/** Seven further cells bring the whole party body to exactly 1,000 members. */
const OTHERS: readonly Cell[] = [1, 2, 3, 4, 5, 6, 7].map((number) =>
  buildCell(`Chi bộ khu dân cư số ${number}`, 8000 + number, 2000 + number * 100, totalsOf(82, number)),
);

/** Every cell of the party body. */
export const ALL_CELLS: readonly Cell[] = [...CELL_SIZES.map((size) => CELLS[size]), ...OTHERS];
/** All 1,000 members. */
export const ALL_MEMBERS: readonly Member[] = ALL_CELLS.flatMap((cell) => cell.members);
