/** Words that give a column away: a cell that plainly belongs to another column means the columns were swapped, and the table is refused. */
import { parseDate } from '../vi/dates';
import { cleanText, foldLabel } from '../vi/text';

export type Vocabulary = 'unit' | 'role' | 'rating' | 'status' | 'text' | 'gender' | 'number' | 'date' | 'vote';

const ROLES = new Set([
  'bi thu',
  'pho bi thu',
  'pho bi thu thuong truc',
  'chi uy vien',
  'dang uy vien',
  'cap uy vien',
  'uy vien',
  'uy vien ban thuong vu',
  'dang vien',
  'dang vien du bi',
  'dang vien chinh thuc',
  'bi thu chi bo',
  'pho bi thu chi bo',
  'bi thu dang uy',
  'pho bi thu dang uy',
  'quan tri vien',
]);
const RATINGS = new Set([
  'xuat sac',
  'hoan thanh xuat sac',
  'hoan thanh xuat sac nhiem vu',
  'hoan thanh tot',
  'hoan thanh tot nhiem vu',
  'chua xep loai',
  'mien sinh hoat',
  'htxsnv',
  'httnv',
]);
const STATUSES = new Set([
  'sap dien ra',
  'dang dien ra',
  'da dien ra',
  'da ket thuc',
  'chua dien ra',
  'chua danh gia',
  'da danh gia',
  'co mat',
  'vang co phep',
  'vang khong phep',
  'chua thuc hien',
  'dang thuc hien',
  'da hoan thanh',
  'qua han',
]);
const UNIT_STARTS = ['chi bo ', 'dang bo ', 'chi uy ', 'to dang ', 'dang uy '];

/** The column a text plainly belongs to, or null when it could stand in several. */
export function vocabularyOf(text: string): Vocabulary | null {
  const folded = foldLabel(text);
  if (folded === 'nam' || folded === 'nu') return 'gender';
  if (ROLES.has(folded)) return 'role';
  if (RATINGS.has(folded) || startsWithOne(folded, ['hoan thanh - muc', 'khong hoan thanh'])) return 'rating';
  if (STATUSES.has(folded)) return 'status';
  if (startsWithOne(`${folded} `, UNIT_STARTS) && !folded.startsWith('dang uy vien')) return 'unit';
  if (isNumberLike(text)) return 'number';
  if (parseDate(text).ok) return 'date';
  return null;
}

/** True unless the text plainly belongs elsewhere. Free text may name units and statuses but never stands for a role, a gender or a rating. */
export function belongsTo(text: string, column: Vocabulary): boolean {
  const owner = vocabularyOf(text);
  if (owner === null || owner === column) return true;
  if (column === 'text') return owner === 'unit';
  // `Miễn sinh hoạt` is a rating and an attendance; `Hoàn thành` words are shared by tasks and ratings.
  if (column === 'status') return owner === 'rating' && !foldLabel(text).includes('muc');
  if (column === 'rating') return foldLabel(text) === 'chua danh gia';
  return false;
}

/** Letters, blanks and name punctuation only, and not a word that belongs to another column. */
export function looksLikeName(text: string): boolean {
  const clean = cleanText(text);
  if (clean.length < 2 || clean.length > 80 || clean.split(' ').length > 10) return false;
  if (vocabularyOf(clean) !== null) return false;
  const folded = foldLabel(clean);
  if (startsWithOne(folded, ['sinh hoat ', 'nghi quyet ', 'trien khai '])) return false;
  return [...clean].every((char) => isLetter(char) || " .'’-()".includes(char));
}

function isLetter(char: string): boolean {
  return char.toLowerCase() !== char.toUpperCase() || char.normalize('NFD') !== char;
}

function isNumberLike(text: string): boolean {
  const clean = cleanText(text);
  return (
    clean !== '' &&
    [...clean].every((char) => (char >= '0' && char <= '9') || '.,% +'.includes(char)) &&
    /\d/.test(clean)
  );
}

function startsWithOne(text: string, starts: readonly string[]): boolean {
  return starts.some((start) => text.startsWith(start));
}
