/** What a site will read and from where, as a list the interface puts into words before anybody allows it. */
import { FIELD_TERMS, type FieldName } from './glossary';
import type { TableKind } from './observation';
import type { Site } from './site';
import type { Anchor, PartKind } from './taught';

/** One language of the glossary. */
export type Language = 'vi' | 'en';

export interface SiteDescription {
  id: string;
  version: number;
  label: string;
  /** The only addresses it is ever used on. */
  hosts: string[];
  taught: boolean;
  /** Day it was taught, else null. */
  day: string | null;
  parts: DescribedPart[];
  lists: DescribedList[];
  /** A rise of the total beyond this is asked about; null: the limit of the settings. */
  leapLimit: number | null;
}

export interface DescribedPart {
  what: PartKind;
  /** Words it is known by on the page, '' for none. */
  label: string;
  anchors: Anchor['by'][];
  /** Path of the screen where it must stand, '' for any. */
  path: string;
}

export interface DescribedList {
  kind: TableKind;
  path: string;
  /** Field in words of the glossary, and the headers it is read from. */
  columns: { field: FieldName; label: string; headers: string[] }[];
  /** Headers that are there and not read. */
  ignored: string[];
}

/** Everything a site reads, taught or shipped. */
export function describeSite(site: Site, language: Language): SiteDescription {
  const shipped: DescribedPart[] = [
    ...(site.points === null
      ? []
      : [{ what: 'points' as const, label: site.points.labels[0] ?? '', anchors: [], path: '' }]),
    ...(['name', 'role', 'unit'] as const).flatMap((what) =>
      site.context[what].length === 0 ? [] : [{ what, label: '', anchors: [], path: '' }],
    ),
  ];
  const taught = site.taught?.parts.map((part): DescribedPart => ({
    what: part.what,
    label: part.anchors.map(wordsOf).find((text) => text !== '') ?? '',
    anchors: part.anchors.map((anchor) => anchor.by),
    path: part.place.path,
  }));
  const column = ({ field, labels }: { field: FieldName; labels: string[] }) => ({
    field,
    label: FIELD_TERMS[field][language],
    headers: labels,
  });
  return {
    id: site.id,
    version: site.siteVersion,
    label: site.label[language],
    hosts: site.hosts,
    taught: site.taught !== null,
    day: site.taught?.day ?? null,
    parts: [...shipped, ...(taught ?? [])],
    lists: [
      ...site.tables.map((table) => ({ kind: table.kind, path: '', columns: table.columns.map(column), ignored: [] })),
      ...(site.taught?.lists ?? []).map((list) => ({
        kind: list.kind,
        path: list.place.path,
        columns: list.columns.map(column),
        ignored: list.headers.filter((header) => !list.columns.some((one) => one.labels.includes(header))),
      })),
    ],
    leapLimit: site.taught?.invariants.leapLimit ?? null,
  };
}

function wordsOf(anchor: Anchor): string {
  if (anchor.by === 'label' || anchor.by === 'header') return anchor.text;
  return anchor.by === 'aria' ? anchor.name : '';
}

/** Canonical JSON: keys in alphabetical order, two blanks, one line end; the same site always gives the same bytes. */
export function exportSite(site: Site): string {
  return `${JSON.stringify(sorted(site), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
