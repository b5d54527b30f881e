/** Teaching a host by pointing: what own pages order, the draft of each tab, and the one way a taught site gets kept. */
import { dayInVietnam } from '@/lib/vi/dates';
import { browser, type Browser } from 'wxt/browser';
import { type Site, SiteError } from '@/lib/model/site';
import type { ErrorCode, Reply } from '@/lib/protocol';
import type { BackgroundToTeacher, PickingEnd, TakeAnswer, TeachingState, What } from '@/lib/teaching';
import { getHostSite, getSettings, hasConsent, type TrackerDb } from '@/lib/tracker';
import { saveHostSite } from '@/lib/tracker/write-sites';
import { matchesAny } from './hosts';
import { grantedHosts } from './injection';
import { tellOwnPages } from './own-pages';
import { createPickings } from './picking';
import { askTeacher, ensureTeacher } from './teacher-calls';
import {
  type Draft,
  blankDraft,
  digestOf,
  dropAllDrafts,
  dropDraft,
  getDraft,
  isUnsaved,
  putDraft,
  shownOf,
  siteOf,
  withList,
  withPart,
  without,
} from './teaching-draft';
import { type TeachingMessage, takenListSchema } from './teaching-messages';

export interface TeachingOptions {
  store: () => Promise<TrackerDb>;
  isLocked: () => Promise<boolean>;
  /** The panel makes room while a person points, and comes back. */
  panelAside: (tabId: number, aside: boolean) => void;
  /** Another site is kept for this host now. */
  kept: (host: string) => Promise<void>;
}

export interface Teaching {
  /** `from`: the tab of the own page that asks, to go back to; null for popup and side panel. */
  onMessage(message: TeachingMessage, from: number | null): Promise<Reply<unknown>>;
  addPort(port: Browser.runtime.Port, tabId: Promise<number | null>): void;
  /** The page in a tab opened, was read or went away. */
  pageChanged(tabId: number): void;
  /** Locked or erased: nothing pointed at is remembered. */
  forgetAll(): Promise<void>;
  forget(tabId: number): Promise<void>;
}

const refuse = (code: ErrorCode, detail: string): Reply<never> => ({ ok: false, code, detail });
const CODES: Record<Exclude<TeachingState['can'], 'yes'>, ErrorCode> = {
  noPage: 'notFound',
  notGranted: 'notAllowed',
  noConsent: 'noConsent',
  locked: 'locked',
};

export function createTeaching(options: TeachingOptions): Teaching {
  const { store, isLocked } = options;
  const goBack = new Map<number, number>();
  // One step at a time: a draft is read, changed and put back.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };
  const told = (tabId: number) => tellOwnPages({ type: 'teachingChanged', tabId });

  const pickings = createPickings({
    async look() {
      const { theme, largeText, language } = await getSettings(await store());
      return { theme, largeText, language };
    },
    taken: (tabId, pick, answer) => inTurn(() => take(tabId, pick, answer)),
    ended(tabId, why) {
      options.panelAside(tabId, false);
      const back = goBack.get(tabId);
      goBack.delete(tabId);
      if (back !== undefined && why !== 'gone') void browser.tabs.update(back, { active: true }).catch(() => undefined);
      void inTurn(() => noteEnd(tabId, why)).then(() => told(tabId));
    },
  });

  const noteEnd = async (tabId: number, why: PickingEnd) => {
    const draft = await getDraft(tabId);
    if (draft !== null) await putDraft(tabId, { ...draft, ended: why });
  };

  /** Where a tab stands, as far as it concerns us. */
  const placeOf = async (tabId: number): Promise<{ can: TeachingState['can']; host: string | null; path: string }> => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    const url = tab?.url ?? '';
    const nowhere = { host: null, path: '' };
    if (await isLocked()) return { can: 'locked', ...nowhere };
    if (!url.startsWith('http://') && !url.startsWith('https://')) return { can: 'noPage', ...nowhere };
    const { host, pathname } = new URL(url);
    if (!matchesAny(await grantedHosts(), url)) return { can: 'notGranted', host, path: pathname };
    const consented = await hasConsent(await store(), 'ownPoints');
    return { can: consented ? 'yes' : 'noConsent', host, path: pathname };
  };
  /** The tab's draft; one of another host is dropped. */
  const draftFor = async (tabId: number, host: string | null): Promise<Draft> => {
    const draft = await getDraft(tabId);
    if (draft !== null && draft.host === host) return draft;
    if (draft !== null) await dropDraft(tabId);
    return blankDraft(host ?? '');
  };
  /** The taught site of a host; an imported one in the shipped form counts as none, since nothing can be added to it by pointing. */
  const siteFor = async (host: string | null): Promise<Site | null> => {
    if (host === null || (await isLocked())) return null;
    const site = (await getHostSite(await store(), host))?.site ?? null;
    return site?.taught == null ? null : site;
  };

  const stateOf = async (tabId: number): Promise<TeachingState> => {
    const { can, host } = await placeOf(tabId);
    const draft = await draftFor(tabId, host);
    const kept = can === 'yes' ? await siteFor(host) : null;
    const leapLimit = draft.leap === null ? (kept?.taught?.invariants.leapLimit ?? null) : draft.leap.limit;
    return {
      tabId,
      host,
      can,
      open: draft.open,
      picking: pickings.what(tabId),
      ended: draft.ended,
      ...shownOf(draft, kept),
      leapLimit,
      unsaved: isUnsaved(draft),
      kept: kept !== null,
      digest: await digestOf(draft, kept),
    };
  };
  const answer = async (tabId: number): Promise<Reply<TeachingState>> => ({ ok: true, value: await stateOf(tabId) });
  /** Changes the draft, when the page may be taught. */
  const change = async (tabId: number, step: (draft: Draft) => Draft): Promise<Reply<TeachingState>> => {
    const { can, host } = await placeOf(tabId);
    if (can !== 'yes' || host === null) return refuse(CODES[can === 'yes' ? 'noPage' : can], can);
    await putDraft(tabId, step(await draftFor(tabId, host)));
    told(tabId);
    return answer(tabId);
  };

  const take = async (
    tabId: number,
    pick: string,
    taken: Extract<TakeAnswer, { type: 'part' | 'list' }>,
  ): Promise<boolean> => {
    const { can, host, path } = await placeOf(tabId);
    const draft = await getDraft(tabId);
    if (can !== 'yes' || draft === null || draft.host !== host) return false;
    const { part, value, label } = taken.type === 'part' ? taken : { part: null, value: '', label: '' };
    if (part !== null) await putDraft(tabId, withPart(draft, { part, value, label }));
    if (taken.type === 'list') await putDraft(tabId, withList(draft, { pick, path, taken: taken.list }));
    return true;
  };

  const startPicking = async (tabId: number, what: What, from: number | null): Promise<Reply<TeachingState>> => {
    const reply = await change(tabId, (draft) => ({ ...draft, open: true, ended: null }));
    if (!reply.ok) return reply;
    if (!(await ensureTeacher(tabId))) return refuse('notFound', 'the page cannot be reached');
    const guess = guessFor(what, await getDraft(tabId), await siteFor(reply.value.host));
    if (from !== null && from !== tabId) goBack.set(tabId, from);
    await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
    options.panelAside(tabId, true);
    await pickings.start(tabId, what, guess);
    told(tabId);
    return answer(tabId);
  };

  const adjust = async (message: Extract<TeachingMessage, { type: 'adjustList' }>): Promise<Reply<TeachingState>> => {
    const { tabId, key, kind, choices } = message;
    const { host } = await placeOf(tabId);
    const draft = await draftFor(tabId, host);
    const list = draft.lists.find((one) => one.pick === key);
    if (list === undefined) return refuse('notFound', 'no such list');
    // exactOptionalPropertyTypes are off for the schema's union: both shapes are those of ColumnChoice.
    const taken = await askTeacher(tabId, { type: 'adjustTaken', pick: key, kind, choices }, takenListSchema);
    if (taken === null) return refuse('notFound', 'the page moved on');
    return change(tabId, (now) => withList(now, { ...list, taken }));
  };

  const save = async (tabId: number, digest: string): Promise<Reply<TeachingState>> => {
    const { can, host } = await placeOf(tabId);
    if (can !== 'yes' || host === null) return refuse(CODES[can === 'yes' ? 'noPage' : can], can);
    const draft = await draftFor(tabId, host);
    const kept = await siteFor(host);
    if (digest !== (await digestOf(draft, kept))) return refuse('conflict', 'not what was shown');
    const now = new Date();
    try {
      const site = siteOf(draft, kept, dayInVietnam(now));
      if (site === null) return refuse('invalid', 'nothing to read would be left');
      const reply = await saveHostSite(await store(), { host, site, from: 'taught' }, now);
      if (!reply.ok) return reply;
    } catch (error) {
      if (error instanceof SiteError) return refuse('invalid', error.message);
      throw error;
    }
    await putDraft(tabId, { ...blankDraft(host), open: true });
    await options.kept(host);
    told(tabId);
    return answer(tabId);
  };

  const onMessage = async (message: TeachingMessage, from: number | null): Promise<Reply<unknown>> => {
    const { tabId } = message;
    switch (message.type) {
      case 'getTeaching':
        return answer(tabId);
      case 'openTeaching': {
        if (!message.open) {
          await pickings.stop(tabId, 'left');
          await dropDraft(tabId);
          told(tabId);
          return answer(tabId);
        }
        return change(tabId, (draft) => ({ ...draft, open: true }));
      }
      case 'startPicking':
        return startPicking(tabId, message.what, from);
      case 'stopPicking':
        await pickings.stop(tabId, 'left');
        return answer(tabId);
      case 'adjustList':
        return adjust(message);
      case 'forgetTaught':
        return change(tabId, (draft) => without(draft, message.what));
      case 'allowLeap':
        return change(tabId, (draft) => ({ ...draft, leap: { limit: message.leapLimit } }));
      case 'saveTaught':
        return save(tabId, message.digest);
    }
  };

  return {
    onMessage: (message, from) => inTurn(() => onMessage(message, from)),
    addPort: pickings.addPort,
    pageChanged: (tabId) => void getDraft(tabId).then((draft) => draft !== null && told(tabId)),
    async forgetAll() {
      await pickings.stopAll();
      await inTurn(dropAllDrafts);
    },
    async forget(tabId) {
      await pickings.stop(tabId, 'gone');
      await inTurn(() => dropDraft(tabId));
    },
  };
}

type Guess = Extract<BackgroundToTeacher, { type: 'beginPicking' }>['guess'];

/** Where it was pointed at, or was read, before. */
function guessFor(what: What, draft: Draft | null, kept: Site | null): Guess {
  if ('part' in what) {
    const drawn = draft?.parts.find(({ part }) => part.what === what.part)?.part;
    const part = drawn ?? kept?.taught?.parts.find((one) => one.what === what.part);
    return part === undefined ? null : { part };
  }
  const list = kept?.taught?.lists.find((one) => one.kind === what.list);
  return list === undefined ? null : { list };
}
