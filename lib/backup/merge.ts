/** Two states into one: merging loses nothing of ours, replacing takes the file as it is. Pure. */
import type { AllData } from '../model/all-data';
import { consentForList } from '../model/capture';
import type { TableKind } from '../model/observation';
import type { Settings } from '../model/settings';
import { type RecordKind, lineKey, settingStandings, standings } from './difference';

export const RESTORE_MODES = ['merge', 'replace'] as const;
export type RestoreMode = (typeof RESTORE_MODES)[number];
export const CONFLICT_CHOICES = ['ours', 'theirs'] as const;
/** Whose version stands where both sides changed one record. */
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

export interface MergeOptions {
  mode: RestoreMode;
  conflicts: ConflictChoice;
}

/**
 * What is kept after a restore. Merging: new records are added, a record carried on is taken in its later form, a conflict goes
 * as chosen, log lines of both stay in order of time. Replacing: the file's data, nothing of ours.
 */
export function mergeData(ours: AllData, theirs: AllData, { mode, conflicts }: MergeOptions): AllData {
  if (mode === 'replace') return theirs;
  const join = <K extends RecordKind>(kind: K) => mergeRecords(kind, ours, theirs, conflicts);
  const consents = join('consents');
  const agreed = new Set(consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ item }) => item));
  const known = new Set(ours.captures.map(({ id }) => id));
  const mayKeep = (kind: TableKind) => {
    const consent = consentForList(kind);
    return consent !== null && agreed.has(consent);
  };
  const merged = {
    readings: join('readings'),
    members: join('members'),
    // Without a standing consent captured lists are not brought back.
    captures: join('captures').filter(({ id, kind }) => known.has(id) || mayKeep(kind)),
    consents,
    memberConsents: join('memberConsents'),
    requests: join('requests'),
    hostSites: join('hostSites'),
    desk: join('desk'),
    deletions: mergeLines(ours.deletions, theirs.deletions),
    journal: mergeLines(ours.journal, theirs.journal),
  };
  return {
    format: 'sotay-data',
    version: 1,
    schemaVersion: ours.schemaVersion,
    exportedAt: ours.exportedAt,
    counts: {
      readings: merged.readings.length,
      members: merged.members.length,
      captures: merged.captures.length,
      consents: merged.consents.length,
      journal: merged.journal.length,
      memberConsents: merged.memberConsents.length,
      requests: merged.requests.length,
      deletions: merged.deletions.length,
      hostSites: merged.hostSites.length,
      desk: merged.desk.length,
    },
    ...merged,
    settings: mergeSettings(ours.settings, theirs.settings, conflicts),
    confirmedSites: mergeSites(ours.confirmedSites, theirs.confirmedSites),
  };
}

function mergeRecords<K extends RecordKind>(
  kind: K,
  ours: AllData,
  theirs: AllData,
  conflicts: ConflictChoice,
): AllData[K] {
  type Row = AllData[K][number] & { id: string };
  const rows = new Map((ours[kind] as Row[]).map((row): [string, Row] => [row.id, row])); // a list of its own kind
  standings(kind, ours, theirs).forEach((standing, index) => {
    const row = theirs[kind][index] as Row | undefined;
    if (row === undefined) return;
    const taken =
      standing === 'new' || standing === 'theirsNewer' || (standing === 'conflict' && conflicts === 'theirs');
    if (taken) rows.set(row.id, row);
  });
  return [...rows.values()] as AllData[K];
}

function mergeSites(ours: AllData['confirmedSites'], theirs: AllData['confirmedSites']): AllData['confirmedSites'] {
  const sites = new Map(ours.map((site) => [site.key, site]));
  for (const site of theirs) {
    const own = sites.get(site.key);
    if (own === undefined || own.at < site.at) sites.set(site.key, site);
  }
  return [...sites.values()];
}

/** Lines of both, each as often as the side that has it more often; numbered anew only when the file brings any. */
function mergeLines<L extends { seq: number; at: string }>(ours: readonly L[], theirs: readonly L[]): L[] {
  const here = new Map<string, number>();
  for (const line of ours) here.set(lineKey(line), (here.get(lineKey(line)) ?? 0) + 1);
  const brought = theirs.filter((line) => {
    const key = lineKey(line);
    const count = here.get(key) ?? 0;
    here.set(key, count - 1);
    return count <= 0;
  });
  if (brought.length === 0) return [...ours];
  const all = [...ours, ...brought].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const last = [...ours, ...theirs].reduce((most, { seq }) => Math.max(most, seq), 0);
  // Numbers never fall: who counts changes by the last number must not see it go back.
  const first = Math.max(1, last - all.length + 1);
  return all.map((line, index) => ({ ...line, seq: first + index }));
}

function mergeSettings(ours: Settings, theirs: Settings, conflicts: ConflictChoice): Settings {
  const standing = settingStandings(ours, theirs);
  const taken = Object.entries(theirs).filter(([field]) => {
    const one = standing[field as keyof Settings]; // Settings has these keys only
    return one === 'theirsNewer' || (one === 'conflict' && conflicts === 'theirs');
  });
  return { ...ours, ...Object.fromEntries(taken) };
}
