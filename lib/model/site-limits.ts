/** Hard limits of site definitions: size, depth, number of rules, and which selectors are allowed at all. */

export const SITE_LIMITS = { bytes: 256 * 1024, depth: 8, rules: 200, selectorLength: 300, strings: 6_000 } as const;

const ATTRIBUTES = new Set([
  'role',
  'class',
  'title',
  'placeholder',
  'href',
  'type',
  'name',
  'data-name',
  'data-id',
  'aria-label',
  'aria-busy',
  'aria-current',
  'aria-selected',
]);
const PSEUDO = new Set(['not', 'is', 'first-child', 'last-child', 'first-of-type', 'last-of-type', 'nth-of-type']);
const FORBIDDEN = ['password', 'hidden', 'token', 'csrf', 'secret', '/*', '\\', '{', '}', '@', '<', ';'];

/** True for a short selector without `:has`, sibling storms, nested functions, hidden or password fields and attributes outside the whitelist. */
export function isSafeSelector(text: string): boolean {
  if (text.length === 0 || text.length > SITE_LIMITS.selectorLength) return false;
  const lower = text.toLowerCase();
  if (FORBIDDEN.some((word) => lower.includes(word))) return false;
  if (count(text, '*') > 2 + count(text, '*=') || count(text, '~') > 1 + count(text, '~=') || count(text, ',') > 11)
    return false;
  if (text.split(' ').length > 12) return false;
  return attributesAllowed(text) && pseudosAllowed(text);
}

function attributesAllowed(text: string): boolean {
  for (const piece of text.split('[').slice(1)) {
    const inside = piece.split(']')[0] ?? '';
    const name = (inside.split('=')[0] ?? '').trim();
    const bare = '~|^$*'.includes(name.at(-1) ?? ' ') ? name.slice(0, -1).trim() : name;
    if (!piece.includes(']') || !ATTRIBUTES.has(bare.toLowerCase())) return false;
  }
  return count(text, '[') === count(text, ']');
}

function pseudosAllowed(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth > 1 || depth < 0) return false;
    if (char !== ':') continue;
    let name = '';
    for (let at = index + 1; at < text.length && isWord(text[at] ?? ''); at++) name += text[at] ?? '';
    if (!PSEUDO.has(name)) return false;
  }
  return depth === 0;
}

function isWord(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '-';
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** What is wrong with a value's size or keys, walking no deeper than the limit; empty when fine. */
export function checkSiteData(data: unknown): string[] {
  const problems: string[] = [];
  let strings = 0;
  let rules = 0;
  const walk = (value: unknown, depth: number): void => {
    if (problems.length > 0) return;
    if (depth > SITE_LIMITS.depth) return void problems.push(`nested deeper than ${SITE_LIMITS.depth}`);
    if (typeof value === 'string' && ++strings > SITE_LIMITS.strings) return void problems.push('too many texts');
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      return void problems.push('only JSON values are allowed');
    }
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof RegExp || value instanceof Map || value instanceof Date)
      return void problems.push('only JSON values are allowed');
    for (const key of Object.getOwnPropertyNames(value)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        return void problems.push(`key "${key}" is not allowed`);
      // A rule is anything that looks at the page: a selector or a list of labels tied to a field, screen or table.
      if (key === 'by' || key === 'field' || key === 'after' || (key === 'select' && !Object.hasOwn(value, 'by')))
        rules++;
      if (key === 'length' && Array.isArray(value)) continue;
      walk((value as Record<string, unknown>)[key], depth + 1); // plain JSON object or array, checked above
    }
  };
  walk(data, 0);
  if (rules > SITE_LIMITS.rules) problems.push(`more than ${SITE_LIMITS.rules} rules`);
  return problems;
}
