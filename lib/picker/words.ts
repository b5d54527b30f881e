/** Tells words that name things (labels, headers) from the things themselves, above all from people's names. */
import { deniedKind, looksDenied } from '../privacy/deny-list';
import { TABLES } from '../sites/columns';
import { cleanText, foldLabel, hasFoldedWords } from '../vi/text';
import { looksLikeName, vocabularyOf } from '../reader/vocabulary';

const LABEL_TAGS = ['th', 'dt', 'label', 'legend', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const LABEL_WORDS = [
  'diem',
  'tong',
  'so luong',
  'ket qua',
  'cau',
  'hang',
  'lan',
  'luot',
  'xin chao',
  'chao',
  'ho ten',
  'ho va ten',
  'vai tro',
  'chuc vu',
  'don vi',
  'chi bo',
  'points',
  'score',
  'total',
  'rank',
  'name',
  'user',
  'role',
  'tai khoan',
  'dang vien',
  'dang xuat',
  'thong bao',
];
const HEADERS = new Set(
  Object.values(TABLES).flatMap((table) => table.columns.flatMap((column) => column.labels.map(foldLabel))),
);

/** True for a text that names something and holds no data: no digits, short, known or written like a label. */
export function isLabelLike(text: string, element: Element | null): boolean {
  const clean = cleanText(text);
  const folded = foldLabel(clean);
  if (folded.length < 2 || clean.length > 60 || looksDenied(clean) || deniedKind(clean) !== null) return false;
  if (
    [...clean].some((char) => char >= '0' && char <= '9') ||
    ['@', '(', ' - ', ' – '].some((sign) => clean.includes(sign))
  )
    return false;
  if (HEADERS.has(folded) || LABEL_WORDS.some((word) => hasFoldedWords(folded, word))) return !isUnitName(clean);
  if (element !== null && LABEL_TAGS.includes(element.localName)) return true;
  const words = clean.split(' ');
  if (vocabularyOf(clean) !== null) return false;
  if (clean.endsWith(':')) return !(words.length > 1 && isTitleCase(words) && looksLikeName(clean.slice(0, -1)));
  return words.length > 1 ? !isTitleCase(words) : !isTitleCase(words) || !looksLikeName(clean);
}

/** `Chi bộ Tân An` names one unit, `Chi bộ` all of them. */
function isUnitName(text: string): boolean {
  return vocabularyOf(text) === 'unit' && !HEADERS.has(foldLabel(text));
}

function isTitleCase(words: readonly string[]): boolean {
  return words.every((word) => word[0] !== undefined && word[0] !== word[0].toLowerCase());
}

/** A neighbour's words are kept only when they are common ones: anything else could be about this one person. */
export function isCommonLabel(text: string): boolean {
  const folded = foldLabel(text);
  return HEADERS.has(folded) || COMMON.some((word) => folded === word);
}

const COMMON = [
  'xin chao',
  'chao',
  'dang xuat',
  'thong bao',
  'doi mat khau',
  'chuyen vai tro',
  'trang chu',
  'ho so',
  'diem',
  'tong diem',
  'xep hang',
  'hang',
  'diem tich luy',
  'diem thang nay',
  'cap nhat',
  'logout',
  'log out',
  'sign out',
  'notifications',
  'rank',
  'points',
];
