/** Finds state-secret marks (Mật, Tối mật, Tuyệt mật) so that whatever carries one is skipped (Law 117/2025/QH15). */

import { cleanText } from '../vi/text';

export type SecrecyMark = 'MAT' | 'TOI_MAT' | 'TUYET_MAT';

// Ordinary words that contain "mật"; masked before looking for a mark. Anything else with the whole word is taken as marked.
const ORDINARY = [
  'bí mật nhà nước',
  'bảo mật',
  'mật khẩu',
  'mật thiết',
  'mật độ',
  'mật ong',
  'mật mía',
  'mật ngọt',
  'trăng mật',
  'túi mật',
  'sỏi mật',
  'mật mã',
];

/**
 * The highest mark a text carries, or null. Whole words, accents required: `mặt`, `mất`, `mắt` are other words.
 * In doubt the answer is a mark.
 */
export function findSecrecyMark(text: string): SecrecyMark | null {
  // Stamps are often letter-spaced: "M Ậ T".
  const clean = cleanText(text)
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])m ậ t(?![\p{L}\p{N}])/gu, 'mật');
  if (!clean.includes('mật')) return null;
  // Words between single blanks and every sign a word of its own, so that only whole phrases are masked.
  let spaced = ` ${clean.replace(/[^\p{L}\p{M}\p{N} ]/gu, ' | ').replace(/ +/g, ' ')} `;
  for (const phrase of ORDINARY) spaced = spaced.replaceAll(` ${phrase} `, ' | ');
  const words = spaced.split(' ').filter((word) => word !== '' && word !== '|');
  let found: SecrecyMark | null = null;
  words.forEach((word, index) => {
    if (word !== 'mật') return;
    const before = words[index - 1];
    const mark: SecrecyMark = before === 'tuyệt' ? 'TUYET_MAT' : before === 'tối' ? 'TOI_MAT' : 'MAT';
    if (found === null || RANK[mark] > RANK[found]) found = mark;
  });
  return found;
}

const RANK: Record<SecrecyMark, number> = { MAT: 1, TOI_MAT: 2, TUYET_MAT: 3 };
