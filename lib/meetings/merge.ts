/** Joins the edits of two windows onto one record: what only one side changed is taken from it; nothing is dropped unseen. */

/** A plain JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Merged<T> {
  value: T;
  /** Texts and numbers that both sides changed: mine stands, theirs is told so that it can be taken over by hand. */
  conflicts: { path: string; mine: Json; theirs: Json }[];
}

interface Told {
  conflicts: Merged<Json>['conflicts'];
  wins: 'mine' | 'theirs';
}

/**
 * Three-way merge: `base` is what both began with. Lists of objects with an `id` (or `memberId`) are joined per item; a text
 * that one side only wrote on with is taken whole. Where both changed one place, `wins` says whose stands.
 */
export function mergeEdits<T extends Json>(base: T, mine: T, theirs: T, wins: 'mine' | 'theirs' = 'mine'): Merged<T> {
  const conflicts: Merged<T>['conflicts'] = [];
  // The parts have the shape of the whole, which both sides share.
  return { value: join(base, mine, theirs, '', { conflicts, wins }) as T, conflicts };
}

function join(base: Json | undefined, mine: Json, theirs: Json, path: string, told: Told): Json {
  if (same(mine, theirs)) return theirs;
  if (same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const joined = joinLists(Array.isArray(base) ? base : [], mine, theirs, path, told);
    if (joined !== null) return joined;
  } else if (isObject(mine) && isObject(theirs)) {
    const before = isObject(base) ? base : {};
    const out: { [key: string]: Json } = {};
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const [left, right] = [mine[key], theirs[key]];
      if (left === undefined || right === undefined) {
        const kept = left === undefined ? right : left;
        if (kept !== undefined) out[key] = kept;
      } else out[key] = join(before[key], left, right, path === '' ? key : `${path}.${key}`, told);
    }
    return out;
  } else if (typeof mine === 'string' && typeof theirs === 'string') {
    if (mine.startsWith(theirs)) return mine;
    if (theirs.startsWith(mine) && mine !== '') return theirs;
  }
  told.conflicts.push({ path, mine, theirs });
  return told.wins === 'mine' ? mine : theirs;
}

/** Mine in my order, then what only they added; an item one side removed and the other left alone goes. Null without keys. */
function joinLists(base: Json[], mine: Json[], theirs: Json[], path: string, told: Told) {
  const keys = [base, mine, theirs].map((list) => keyed(list));
  const [before, ours, others] = keys;
  if (!before || !ours || !others) return null;
  const out: Json[] = [];
  for (const [key, item] of ours) {
    const other = others.get(key);
    if (other !== undefined) out.push(join(before.get(key), item, other, `${path}.${key}`, told));
    // They removed it: gone, unless I changed it meanwhile.
    else if (!before.has(key) || !same(before.get(key), item)) out.push(item);
  }
  for (const [key, item] of others) {
    if (ours.has(key)) continue;
    if (!before.has(key) || !same(before.get(key), item)) out.push(item);
  }
  return out;
}

function keyed(list: Json[]): Map<string, Json> | null {
  const found = new Map<string, Json>();
  for (const item of list) {
    if (!isObject(item)) return null;
    const key = item.id ?? item.memberId ?? item.name;
    if (typeof key !== 'string' || found.has(key)) return null;
    found.set(key, item);
  }
  return found;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
