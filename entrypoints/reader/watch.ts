/** When to look again: quiet after changes, an idle moment, a visible tab; never by asking the page to do anything. */
import { READ_ATTRIBUTES, type Change } from '@/lib/reader';
import { placesOf, rootsOf, type Near } from './near';

const QUIET_MS = 250;
const LONGEST_MS = 1_200;
const ADDRESS_EVERY_MS = 2_000;
/** How long changes away from all that is read may wait: each look that finds nothing new doubles the wait. */
const FAR_FIRST_MS = 250;
/** A page quiet for so long is not a busy one. */
const FAR_CALM_MS = 5_000;
/** More changes than this are a new page. */
const MOST_CHANGES = 500;

/** What a look at the page says of the next one. */
export interface Look {
  /** Elements that what was read stands in; changes elsewhere can wait. Null: nothing is known yet, all changes count. */
  near: readonly Element[] | null;
  /** Something is new. */
  news: boolean;
  /** The longest that changes elsewhere wait, in ms. */
  patience: number;
}

export interface Watch {
  /** A look is wanted; it comes after the page was quiet, at most `LONGEST_MS` later, in idle time. */
  soon(delay?: number): void;
  /** Content is watched (default), or only the address: after the session ended. */
  only(what: 'content' | 'address'): void;
  stop(): void;
}

/**
 * Watches the page and calls `look` when it should be read, with all changes since the last look where every one of them
 * lies near what was read then, else with null. `wait` gives the milliseconds the budget asks for,
 * `timed` does some work and notes how long it took.
 *
 * A busy page elsewhere costs one record until the next look: after a first change away from all that is read, only the
 * narrowest nodes that hold it and the way up to the root are watched.
 */
export function createWatch(
  look: (changes: readonly Change[] | null) => Look | null,
  wait: () => number,
  timed: (work: () => void) => void,
): Watch {
  let timer = 0;
  let idle = 0;
  let farTimer = 0;
  let wantedAt = 0;
  let mode: 'content' | 'address' = 'content';
  let stopped = false;
  let address = location.href;
  let near: Near | null = null;
  let changes: Change[] | null = null;
  let farPause = FAR_FIRST_MS;
  let lookedAt = 0;
  let far = false;

  /** Sorts records; a change whose place is not known counts as near. */
  const take = (records: readonly MutationRecord[]) => {
    const found = { near: false, far: false };
    for (const record of records) {
      if (near !== null && !near.holds(record)) found.far = true;
      else {
        found.near = true;
        if (changes !== null && changes.push(record) > MOST_CHANGES) changes = null;
      }
    }
    if (found.far) changes = null;
    return found;
  };
  const observer = new MutationObserver((records) =>
    timed(() => {
      const found = take(records);
      if (found.far && !far) beFar();
      if (found.near) soon();
    }),
  );
  const beFar = () => {
    far = true;
    const now = performance.now();
    if (now - lookedAt > FAR_CALM_MS + farPause) farPause = FAR_FIRST_MS;
    clearTimeout(farTimer);
    farTimer = window.setTimeout(() => soon(0), Math.max(FAR_FIRST_MS, lookedAt + farPause - now));
    observe();
  };
  const observe = () => {
    observer.disconnect();
    if (mode !== 'content' || document.hidden || stopped) return;
    const options = { childList: true, attributes: true, attributeOldValue: true, attributeFilter: READ_ATTRIBUTES };
    const whole = { ...options, subtree: true, characterData: true };
    if (!far || near === null) for (const root of rootsOf(document)) observer.observe(root, whole);
    else {
      for (const place of near.way) observer.observe(place, { childList: true });
      for (const place of near.places) observer.observe(place, whole);
    }
  };
  const run = () => {
    wantedAt = 0;
    if (stopped || document.hidden) return;
    address = location.href;
    const looksFar = take(observer.takeRecords()).far || far;
    const told = look(changes);
    clearTimeout(farTimer);
    far = false;
    lookedAt = performance.now();
    if (told !== null) {
      changes = [];
      near = told.near === null ? null : placesOf(told.near);
      if (told.news) farPause = FAR_FIRST_MS;
      else if (looksFar) farPause = Math.min(farPause * 2, told.patience);
    }
    // A new body, shadow root or frame needs watching too; what our own work changed is nothing.
    observe();
  };
  const soon = (delay = QUIET_MS) => {
    if (stopped || document.hidden) return;
    const now = performance.now();
    wantedAt ||= now;
    const rest = Math.max(0, Math.min(delay, wantedAt + LONGEST_MS - now), wait());
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      cancelIdleCallback(idle);
      idle = requestIdleCallback(() => timed(run), { timeout: 1_000 });
    }, rest);
  };
  /** All that was known of the page holds no more. */
  const forget = () => {
    near = null;
    changes = null;
    farPause = FAR_FIRST_MS;
  };
  const moved = () => {
    if (location.href === address) return;
    address = location.href;
    forget();
    if (mode === 'address') only('content');
    else observe();
    soon();
  };
  const only = (what: 'content' | 'address') => {
    if (mode === what) return;
    mode = what;
    changes = null;
    observe();
  };
  const turned = () => {
    changes = null;
    observe();
    if (document.hidden) {
      clearTimeout(timer);
      clearTimeout(farTimer);
      cancelIdleCallback(idle);
      wantedAt = 0;
    } else if (mode === 'content') soon();
    else moved();
  };
  // Pages that route by pushState tell nobody; the Navigation API does, where it reaches us, and the address itself always.
  const navigation = (window as { navigation?: EventTarget }).navigation; // not yet in TypeScript's DOM types
  navigation?.addEventListener('navigatesuccess', moved);
  addEventListener('popstate', moved);
  addEventListener('hashchange', moved);
  document.addEventListener('visibilitychange', turned);
  const interval = setInterval(() => {
    if (!document.hidden) moved();
  }, ADDRESS_EVERY_MS);
  observe();
  return {
    soon,
    only,
    stop() {
      stopped = true;
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(farTimer);
      cancelIdleCallback(idle);
      clearInterval(interval);
      navigation?.removeEventListener('navigatesuccess', moved);
      removeEventListener('popstate', moved);
      removeEventListener('hashchange', moved);
      document.removeEventListener('visibilitychange', turned);
    },
  };
}
