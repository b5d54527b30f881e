/** Tells names people gave (classes, ids, attributes) from those a build tool or a framework makes up anew each time. */

import type { Anchor } from '../model/taught';

/** Attributes the grammar allows, most telling first. */
export const ANCHOR_ATTRIBUTES: readonly Extract<Anchor, { by: 'attribute' }>['name'][] = [
  'data-testid',
  'data-test',
  'id',
  'itemprop',
  'data-field',
  'col-id',
  'data-column',
  'data-key',
  'data-name',
  'data-label',
  'data-title',
  'name',
];

const MADE_UP = [
  'css-',
  'sc-',
  'jss',
  'ng-',
  '_ng',
  'data-v-',
  'svelte-',
  'emotion-',
  'makestyles',
  'tss-',
  'cdk-',
  ':r',
  'radix-',
  'headlessui',
  'react-',
  'ember',
  'yui_',
  'gwt-',
];
/** Classes that come and go with what a person does. */
const PASSING = [
  'active',
  'current',
  'selected',
  'hover',
  'focus',
  'focused',
  'focus-visible',
  'open',
  'opened',
  'show',
  'shown',
  'hide',
  'disabled',
  'loading',
  'checked',
  'expanded',
  'collapsed',
  'odd',
  'even',
  'first',
  'last',
  'sorted',
  'asc',
  'desc',
  'visible',
  'animated',
  'in',
  'fade',
];
const VOWELS = 'aeiouy';

/** True for a name that a person may well have chosen and that will stand there tomorrow. */
export function isStableName(name: string): boolean {
  const lower = name.toLowerCase();
  if (name.length < 2 || name.length > 40 || MADE_UP.some((start) => lower.startsWith(start))) return false;
  if (PASSING.some((word) => lower === word || lower.endsWith(`-${word}`) || lower.endsWith(`_${word}`))) return false;
  if (![...name].every((char) => isLetter(char) || '-_'.includes(char))) return false;
  return name.split(/[-_]+/).every((part) => part === '' || !isRandom(part));
}

/** An attribute's value may hold blanks and dots as well, and digits where they are few. */
export function isStableValue(value: string): boolean {
  if (value.length < 2 || value.length > 60) return false;
  const digits = [...value].filter((char) => char >= '0' && char <= '9').length;
  if (digits > 2 || MADE_UP.some((start) => value.toLowerCase().startsWith(start))) return false;
  if (![...value].every((char) => isLetter(char) || (char >= '0' && char <= '9') || '-_.:/ '.includes(char)))
    return false;
  return value.split(/[-_.:/ 0-9]+/).every((part) => part === '' || !isRandom(part));
}

/** Long without a vowel, or upper and lower case in no order: made up. */
function isRandom(part: string): boolean {
  const lower = part.toLowerCase();
  const vowels = [...lower].filter((char) => VOWELS.includes(char)).length;
  if (part.length >= 6 && vowels * 6 < part.length) return true;
  let turns = 0;
  for (let at = 1; at < part.length; at++) if (isUpper(part[at]) !== isUpper(part[at - 1])) turns++;
  return part.length >= 5 && turns >= 4 && turns * 2 > part.length - 2;
}

function isLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

function isUpper(char: string | undefined): boolean {
  return char !== undefined && char >= 'A' && char <= 'Z';
}

/** The lasting classes of an element, most telling (longest) first. */
export function stableClasses(element: Element): string[] {
  return (element.getAttribute('class') ?? '')
    .split(' ')
    .filter(isStableName)
    .sort((a, b) => b.length - a.length);
}
