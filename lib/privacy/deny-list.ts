/** Fields that are refused wherever they appear, whatever a site definition asks for (Law 91/2025/QH15, Decree 356/2025/NĐ-CP). */
import { cleanText, foldLabel, hasFoldedWords } from '../vi/text';

/** Why a column is dropped; stable codes, labels live in the UI. */
export type DeniedKind =
  | 'nationalId'
  | 'phone'
  | 'birthDate'
  | 'homeTown'
  | 'residence'
  | 'partyCard'
  | 'profileNumber'
  | 'email'
  | 'photo'
  | 'credential'
  | 'health'
  | 'discipline';

// Folded phrases (no accents, lower case). A header is denied when it holds one of them as whole words.
const PHRASES: readonly (readonly [DeniedKind, readonly string[]])[] = [
  ['nationalId', ['cccd', 'cmnd', 'cmt', 'can cuoc', 'so can cuoc', 'chung minh', 'dinh danh', 'ho chieu']],
  ['phone', ['dien thoai', 'sdt', 'so dt', 'di dong', 'phone', 'zalo', 'mobile']],
  ['birthDate', ['ngay sinh', 'nam sinh', 'sinh ngay', 'ngay thang nam sinh', 'birthday', 'date of birth', 'tuoi doi']],
  ['homeTown', ['que quan', 'nguyen quan', 'noi sinh']],
  ['residence', ['noi cu tru', 'noi o', 'thuong tru', 'tam tru', 'dia chi', 'cho o', 'address']],
  ['partyCard', ['so the dang', 'the dang', 'so the', 'the dang vien', 'so the dang vien', 'ma the']],
  ['profileNumber', ['so ly lich', 'so li lich', 'ly lich', 'li lich', 'so ho so']],
  ['email', ['email', 'e-mail', 'thu dien tu', 'mail']],
  ['photo', ['anh dai dien', 'anh chan dung', 'anh the', 'avatar', 'hinh anh']],
  ['credential', ['mat khau', 'password', 'token', 'tai khoan', 'ten dang nhap', 'username', 'otp', 'ma xac thuc']],
  ['health', ['suc khoe', 'benh', 'tien su benh']],
  ['discipline', ['ky luat', 'ki luat']],
];

/** The kind of denied data a header or label names, or null. Accents, case and typing of `Đ` as `D` make no difference. */
export function deniedKind(label: string): DeniedKind | null {
  const folded = foldLabel(label);
  for (const [kind, phrases] of PHRASES) {
    if (phrases.some((phrase) => hasFoldedWords(folded, phrase))) return kind;
  }
  return null;
}

/** True when a value itself looks like an identifier that must not be kept (12-digit ID, phone, e-mail), whatever its header says. */
export function looksDenied(value: string): boolean {
  const clean = cleanText(value);
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(clean)) return true;
  // A party card number, 2 and 6 digits; no number is written with one group of six.
  if (/^\d{2}\.\d{6}$/.test(clean)) return true;
  const digits = clean.replace(/[\s.\-()]/g, '');
  if (/^(?:\+?84|0)(?:3|5|7|8|9)\d{8}$/.test(digits)) return true;
  return /^0\d{11}$/.test(digits);
}

const INSIDE = [
  /[^\s@]+@[^\s@]+\.[^\s@]+/,
  /(?<!\d)(?:\+?84|0)[\s.-]?(?:3|5|7|8|9)(?:[\s.-]?\d){8}(?!\d)/,
  /(?<!\d)0\d{11}(?!\d)/,
];

/** True when a text a person writes holds such an identifier anywhere (`Anh An, 0912 345 678`). */
export function holdsDenied(text: string): boolean {
  const clean = cleanText(text);
  return looksDenied(clean) || INSIDE.some((pattern) => pattern.test(clean));
}
