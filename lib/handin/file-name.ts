/** File names that say nothing of what is inside: a name in a downloads folder or a chat must not reveal it. */

/** `so-lieu-2026-11-30-1.age`: last day of the period and revision. */
export function handInFileName(handIn: { period: { to: string }; revision: number }): string {
  return `so-lieu-${handIn.period.to}-${handIn.revision}.age`;
}

/** Of a recipient card. */
export const CARD_FILE_NAME = 'noi-nhan.json';
