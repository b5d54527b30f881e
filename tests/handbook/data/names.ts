/** Invented Vietnamese names; none belongs to a known person. */
import { pick } from './random';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô',
  'Dương', 'Lý', 'Đinh', 'Trịnh', 'Đoàn', 'Mai'] as const; // prettier-ignore
const MIDDLE_MEN = ['Văn', 'Đức', 'Hữu', 'Quốc', 'Xuân', 'Minh', 'Thế', 'Công', 'Trọng', 'Gia'] as const;
const MIDDLE_WOMEN = ['Thị', 'Ngọc', 'Thu', 'Thanh', 'Diệu', 'Mỹ', 'Thị Kim', 'Thị Hồng', 'Bích', 'Khánh'] as const;
const GIVEN_MEN = ['Anh', 'Bình', 'Cường', 'Dũng', 'Đạt', 'Giang', 'Hải', 'Hoà', 'Hùng', 'Khánh', 'Lộc', 'Mạnh', 'Nghĩa',
  'Phúc', 'Quý', 'Sơn', 'Thắng', 'Thuỵ', 'Tùng', 'Vinh'] as const; // prettier-ignore
const GIVEN_WOMEN = ['An', 'Chi', 'Dung', 'Đào', 'Hà', 'Hoa', 'Hương', 'Lan', 'Liên', 'Mai', 'Nga', 'Nhung', 'Oanh', 'Phượng',
  'Quyên', 'Thảo', 'Thúy', 'Trang', 'Uyên', 'Yến'] as const; // prettier-ignore

/** One name with its gender. */
export interface InventedName {
  name: string;
  gender: 'Nam' | 'Nữ';
}

/** The next name of a generator. */
export function inventName(random: () => number): InventedName {
  const man = random() < 0.58;
  const family = pick(FAMILY, random());
  const middle = pick(man ? MIDDLE_MEN : MIDDLE_WOMEN, random());
  const given = pick(man ? GIVEN_MEN : GIVEN_WOMEN, random());
  return { name: `${family} ${middle} ${given}`, gender: man ? 'Nam' : 'Nữ' };
}

/** Lower-case ASCII letters of a name, for an address or a file name. */
export function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
}
