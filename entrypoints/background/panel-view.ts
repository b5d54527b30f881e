/** All the overlay, popup and side panel show, put together from the store and the page in the tab. */
import { SITES } from '@/lib/sites';
import type { PanelState, PanelView } from '@/lib/protocol';
import { computePace } from '@/lib/tally/progress';
import { dayInVietnam } from '@/lib/vi/dates';
import { consentForList } from '@/lib/model/capture';
import { CONSENT_ITEMS, type ConsentItem } from '@/lib/model/consent';
import type { Look } from '@/lib/model/look';
import type { TableKind } from '@/lib/model/observation';
import type { Site } from '@/lib/model/site';
import { SELF } from '@/lib/model/point-reading';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';
import {
  getHostSite,
  getPending,
  getProgress,
  getSettings,
  hasConsent,
  latestReading,
  listReadings,
  transact,
  type TrackerDb,
} from '@/lib/tracker';
import { toDatedTotal } from '@/lib/tracker/sightings';
import { periodAround } from '@/lib/model/period';
import { type TabPage, placementIn } from './tab-pages';

/** The view for one tab, or without a handbook page (`page` null). Never throws: a store that fails is a state of its own. */
export async function buildView(
  db: TrackerDb,
  page: TabPage | null,
  now: Date,
  failed: () => void = () => {},
): Promise<PanelView> {
  try {
    return await transact(db, 'r', db.tables, () => fromStore(db, page, now));
  } catch {
    failed();
    return { ...withoutStore(page), state: 'storageFailed' };
  }
}

async function fromStore(db: TrackerDb, page: TabPage | null, now: Date): Promise<PanelView> {
  const [settings, consented, lists, pending, latest, progress] = await Promise.all([
    getSettings(db),
    hasConsent(db, 'ownPoints'),
    standingItems(db),
    getPending(db),
    latestReading(db, SELF),
    getProgress(db, SELF, now),
  ]);
  const view = withoutStore(page);
  const own = page === null ? null : ((await getHostSite(db, new URL(page.origin).host))?.site ?? null);
  const context = page?.read?.context;
  return {
    ...view,
    host: view.host === null ? null : { ...view.host, taught: own !== null && own.taught !== null },
    site: own === null || own.id !== page?.read?.site ? view.site : shownSite(own),
    state: stateOf(page, consented, pending !== null, latest?.total ?? null),
    me: {
      name: context?.name?.value ?? latest?.name ?? null,
      role: context?.role?.value ?? latest?.role ?? null,
      unit: context?.unit?.value ?? latest?.unit ?? null,
    },
    points:
      latest === null
        ? null
        : {
            total: latest.total,
            raw: latest.raw,
            where: latest.where,
            origin: latest.origin,
            site: latest.site,
            siteVersion: latest.siteVersion,
            readAt: latest.lastSeenAt,
          },
    progress,
    tables: view.tables.map((table) => ({ ...table, kept: isKept(table.kind, lists) })),
    target: settings.targetPerMonth === null ? null : await paceOf(db, settings.targetPerMonth, now),
    pending: consented ? pending : null,
    placement: placementIn(page, settings.placement),
    hideNumbers: settings.hideNumbers,
    neutral: settings.neutralLook,
    language: settings.language,
    theme: settings.theme,
    largeText: settings.largeText,
  };
}

async function standingItems(db: TrackerDb): Promise<ReadonlySet<ConsentItem>> {
  const given = await Promise.all(CONSENT_ITEMS.map(async (item) => ((await hasConsent(db, item)) ? [item] : [])));
  return new Set(given.flat());
}

function isKept(kind: TableKind, given: ReadonlySet<ConsentItem>): boolean {
  const consent = consentForList(kind);
  return consent !== null && given.has(consent);
}

async function paceOf(db: TrackerDb, perMonth: number, now: Date): Promise<PanelView['target']> {
  const today = dayInVietnam(now);
  const month = periodAround(today, 'month').from;
  const summary = await db.subjects.get(SELF);
  const before = summary?.months.filter((entry) => entry.month < month.slice(0, 7)).at(-1)?.month;
  const readings = await listReadings(db, {
    subject: SELF,
    from: before === undefined ? month : `${before}-01`,
    to: today,
  });
  return computePace(readings.map(toDatedTotal), perMonth, now);
}

/** Nothing of the store and nothing of what was read: only that it is locked. */
export function lockedView(page: TabPage | null, { neutral, language, theme, largeText }: Look): PanelView {
  const nothing = withoutStore(null);
  const placement = placementIn(page, DEFAULT_SETTINGS.placement);
  return { ...nothing, state: 'locked', placement, neutral, language, theme, largeText };
}

function shownSite({ id, label, siteVersion, checkedAgainst }: Site): PanelView['site'] {
  return { id, label: label.vi, version: siteVersion, checkedAgainst };
}

function withoutStore(page: TabPage | null): PanelView {
  const site = SITES.find((one) => one.id === page?.read?.site);
  return {
    state: 'unknownSite',
    host: page === null ? null : { name: new URL(page.origin).host, taught: false },
    site: site === undefined ? null : shownSite(site),
    me: { name: null, role: null, unit: null },
    points: null,
    progress: { today: null, week: null, month: null, quarter: null, year: null },
    target: null,
    pending: null,
    tables: (page?.lists ?? []).map(({ kind, captured, total, complete }) => ({
      kind,
      captured,
      total,
      complete,
      kept: false,
    })),
    reconciliation: page?.reconciliation ?? [],
    skipped: page?.read?.skipped ?? { columns: [], secret: 0 },
    problems: (page?.read?.problems ?? []).map(({ code, part }) => ({ code, part })),
    cost: page?.cost ?? null,
    placement: placementIn(page, DEFAULT_SETTINGS.placement),
    hideNumbers: DEFAULT_SETTINGS.hideNumbers,
    neutral: DEFAULT_SETTINGS.neutralLook,
    language: DEFAULT_SETTINGS.language,
    theme: DEFAULT_SETTINGS.theme,
    largeText: DEFAULT_SETTINGS.largeText,
  };
}

/** What to show first, the gravest before the rest. */
export function stateOf(page: TabPage | null, consented: boolean, waits: boolean, latest: number | null): PanelState {
  if (!consented) return 'noConsent';
  if (page === null) return waits ? 'needsConfirm' : 'unknownSite';
  if (page.storageFailed) return 'storageFailed';
  if (page.nothingToReadBy) return 'unknownSite';
  if (page.cost?.steppedDown === true) return 'steppedDown';
  switch (page.read?.status) {
    case undefined:
    case 'notReady':
      return 'reading';
    case 'unknownSite':
      return 'unknownSite';
    case 'sessionEnded':
      return 'sessionEnded';
    case 'changed':
      return 'pageChanged';
    case 'secret':
      return 'secretPage';
    case 'ok':
  }
  if (waits) return 'needsConfirm';
  if (page.read?.points === null) return 'noPointsHere';
  // What waited and waits no more was confirmed, if it is what is kept now.
  const confirmed = page.outcome === 'pending' && latest === page.read?.points?.value;
  return page.outcome === 'kept' || confirmed ? 'read' : 'nothingNew';
}
