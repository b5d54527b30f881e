/** What was pointed at in a tab and is not kept yet: in session memory, bound to the page's host, with a digest of all that would be kept. */
import { browser } from 'wxt/browser';
import { buildSite, reteach } from '@/lib/picker';
import type { CellValue } from '@/lib/model/observation';
import { describeSite, exportSite } from '@/lib/model/describe-site';
import { type Site, parseSite } from '@/lib/model/site';
import type { PartKind, TaughtList, TaughtPart } from '@/lib/model/taught';
import type { PickingEnd, TakenList, TaughtListState, TaughtPartState } from '@/lib/teaching';

interface DraftPart {
  part: TaughtPart;
  value: string | number;
  label: string;
}
interface DraftList {
  /** Names the elements the page keeps for corrections. */
  pick: string;
  path: string;
  taken: TakenList;
}

export interface Draft {
  host: string;
  open: boolean;
  ended: PickingEnd | null;
  parts: DraftPart[];
  lists: DraftList[];
  /** Of the kept site, to be taken out. */
  dropped: { parts: PartKind[]; lists: string[] };
  /** `undefined` in storage means: as kept. */
  leap: { limit: number | null } | null;
}

const KEY = 'teach:';

export async function getDraft(tabId: number): Promise<Draft | null> {
  const key = `${KEY}${tabId}`;
  // Session storage holds only what putDraft wrote in this session.
  return ((await browser.storage.session.get(key))[key] as Draft | undefined) ?? null;
}

export async function putDraft(tabId: number, draft: Draft): Promise<void> {
  await browser.storage.session.set({ [`${KEY}${tabId}`]: draft });
}

export async function dropDraft(tabId: number): Promise<void> {
  await browser.storage.session.remove(`${KEY}${tabId}`);
}

export async function dropAllDrafts(): Promise<void> {
  const all = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(KEY));
  await browser.storage.session.remove(all);
}

export function blankDraft(host: string): Draft {
  return { host, open: false, ended: null, parts: [], lists: [], dropped: { parts: [], lists: [] }, leap: null };
}

/** Same kind on the same screen: shown again it takes the other's place. */
function keyOf(list: TaughtList): string {
  return `kept ${list.kind} ${list.place.path} ${list.place.heading}`;
}

export function withPart(draft: Draft, part: DraftPart): Draft {
  const { what } = part.part;
  return {
    ...draft,
    parts: [...draft.parts.filter((other) => other.part.what !== what), part],
    dropped: { ...draft.dropped, parts: draft.dropped.parts.filter((other) => other !== what) },
  };
}

/** The list takes the place of one with the same name, or of the same kind on the same screen. */
export function withList(draft: Draft, list: DraftList): Draft {
  const place = list.taken.list === null ? null : keyOf(list.taken.list);
  const others = draft.lists.filter(
    (other) => other.pick !== list.pick && (other.taken.list === null || keyOf(other.taken.list) !== place),
  );
  return { ...draft, lists: [...others, list] };
}

export function without(draft: Draft, what: { part: PartKind } | { key: string }): Draft {
  const { dropped } = draft;
  if ('part' in what) {
    const parts = draft.parts.filter((one) => one.part.what !== what.part);
    return { ...draft, parts, dropped: { ...dropped, parts: [...new Set([...dropped.parts, what.part])] } };
  }
  const lists = draft.lists.filter((one) => one.pick !== what.key);
  const isKept = what.key.startsWith('kept ');
  return {
    ...draft,
    lists,
    dropped: isKept ? { ...dropped, lists: [...new Set([...dropped.lists, what.key])] } : dropped,
  };
}

/** True when keeping it would change something. */
export function isUnsaved(draft: Draft): boolean {
  const { parts, lists, dropped, leap } = draft;
  return (
    parts.length > 0 ||
    lists.some(({ taken }) => taken.list !== null) ||
    dropped.parts.length > 0 ||
    dropped.lists.length > 0 ||
    leap !== null
  );
}

/** The site as it would be kept, checked as any imported one; null when nothing would be left of it. */
export function siteOf(draft: Draft, kept: Site | null, day: string): Site | null {
  const parts = draft.parts.map((one) => one.part);
  const lists = draft.lists.flatMap(({ taken }) => taken.list ?? []);
  const limit = draft.leap === null ? (kept?.taught?.invariants.leapLimit ?? null) : draft.leap.limit;
  const base = kept === null ? null : cut(kept, draft.dropped);
  const made =
    base === null
      ? buildSite({ host: draft.host, day, parts, lists, leapLimit: limit })
      : reteach(base, { day, parts, lists });
  if (made.taught === null || made.taught.parts.length + made.taught.lists.length === 0) return null;
  const invariants = { ...made.taught.invariants, leapLimit: limit };
  return parseSite(exportSite({ ...made, taught: { ...made.taught, invariants } }));
}

function cut(site: Site, dropped: Draft['dropped']): Site {
  if (site.taught === null) return site;
  const parts = site.taught.parts.filter((part) => !dropped.parts.includes(part.what));
  const lists = site.taught.lists.filter((list) => !dropped.lists.includes(keyOf(list)));
  return { ...site, taught: { ...site.taught, parts, lists } };
}

/** Parts and lists as a person sees them: what was pointed at now, and what was kept before and stays. */
export function shownOf(draft: Draft, kept: Site | null): { parts: TaughtPartState[]; lists: TaughtListState[] } {
  const now = draft.parts.map(({ part, value, label }): TaughtPartState => {
    return { what: part.what, value, label, anchors: part.anchors.length, kept: false };
  });
  const newLists = draft.lists.map(({ pick, path, taken }): TaughtListState => {
    return { key: pick, kept: false, path, taken };
  });
  const described = kept === null ? null : describeSite(kept, 'vi');
  const old = (described?.parts ?? [])
    .filter(({ what }) => !draft.dropped.parts.includes(what) && !now.some((part) => part.what === what))
    .map(({ what, label, anchors }): TaughtPartState => {
      return { what, value: null, label, anchors: anchors.length, kept: true };
    });
  const replaced = new Set(draft.lists.flatMap(({ taken }) => (taken.list === null ? [] : [keyOf(taken.list)])));
  const oldLists = (kept?.taught?.lists ?? [])
    .filter((list) => !draft.dropped.lists.includes(keyOf(list)) && !replaced.has(keyOf(list)))
    .map((list): TaughtListState => {
      return { key: keyOf(list), kept: true, path: list.place.path, taken: keptList(list) };
    });
  return { parts: [...now, ...old], lists: [...newLists, ...oldLists] };
}

function keptList(list: TaughtList): TakenList {
  const sample: Record<string, CellValue>[] = [];
  return {
    kind: list.kind,
    list,
    problem: null,
    missingFields: [],
    where: null,
    columns: list.columns.map(({ field, labels, parse }, at) => {
      return { column: at + 1, header: labels[0] ?? '', field, parse, state: 'known', choices: [] };
    }),
    count: 0,
    total: null,
    complete: false,
    sample,
    doubts: [],
  };
}

/** Of everything that would be kept and everything shown of it: another page text, another column, another digest. */
export async function digestOf(draft: Draft, kept: Site | null): Promise<string> {
  const { host, parts, lists, dropped, leap } = draft;
  const text = JSON.stringify([host, parts, lists, dropped, leap, kept === null ? null : exportSite(kept)]);
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
