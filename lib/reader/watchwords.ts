/** What must not come or go in a row that is read by itself: words and elements that would change how the whole page is read. */
import type { Site } from '../model/site';
import { foldLabel } from '../vi/text';
import { FOOT_WORDS } from './grid-table';

/** Elements that mean more than a cell's words, wherever they stand. */
const STRUCTURE =
  'h1,h2,h3,h4,h5,h6,[role="heading"],table,tr,td,th,[role="grid"],[role="treegrid"],[role="table"],[role="row"],[role="columnheader"],[role="gridcell"],[role="cell"],[role="rowheader"],.rs-table,.rs-table-row,.ant-table,.ant-table-row,iframe,frame,template,select,input[type="password"],input[placeholder]';
const PREFIX = 3;

export interface Watchwords {
  /** True for the folded text of a text node that the page as a whole is judged by. */
  isOne(folded: string): boolean;
  /** Elements the page as a whole is judged by. */
  selector: string;
  /** The same, and those any site is recognised by. */
  arriving: string;
}

const made = new WeakMap<readonly Site[], Map<string, Watchwords>>();

/** The watchwords of `site` among `sites`; made once for each. */
export function watchwordsOf(site: Site, sites: readonly Site[]): Watchwords {
  const known = made.get(sites) ?? new Map<string, Watchwords>();
  made.set(sites, known);
  const before = known.get(site.id);
  if (before !== undefined) return before;
  const fresh = make(site, sites);
  known.set(site.id, fresh);
  return fresh;
}

function make(site: Site, sites: readonly Site[]): Watchwords {
  const marks = sites.flatMap((one) => one.detect.flat());
  const after = Object.values(site.context).flatMap((rules) =>
    rules.flatMap((rule) => ('after' in rule ? rule.after.map(foldLabel) : [])),
  );
  const whole = new Set([
    ...[...site.sessionEnded, ...site.screens.flatMap((screen) => screen.marks)].map(foldLabel),
    ...marks.flatMap((mark) => ('text' in mark ? [foldLabel(mark.text)] : [])),
    ...['dang nhap', 'login', 'sign in', ...FOOT_WORDS, ...after],
  ]);
  const starts = new Map<string, string[]>();
  const addStart = (text: string): void => {
    const key = text.slice(0, PREFIX);
    starts.set(key, [...(starts.get(key) ?? []), text]);
  };
  for (const text of [...(site.points?.labels ?? []), ...site.totalLabels].map(foldLabel)) addStart(text);
  for (const mark of marks) if ('starts' in mark) addStart(foldLabel(mark.starts));
  for (const label of after) for (const sign of [':', ' :', ',']) addStart(label + sign);
  const cards = site.cards.map((card) => `${foldLabel(card.label)}:`);
  const context = Object.values(site.context).flatMap((rules) =>
    rules.flatMap((rule) => ('select' in rule ? [rule.select] : 'chosen' in rule ? [rule.chosen] : [])),
  );
  const selector = [
    STRUCTURE,
    ...context,
    ...[
      site.loading,
      site.headings,
      site.points?.beside ?? [],
      site.pagers,
      site.filters,
      site.tabs,
      site.subjects,
    ].flat(),
  ].join(',');
  return {
    isOne: (folded) =>
      whole.has(folded) ||
      (starts.get(folded.slice(0, PREFIX)) ?? []).some((start) => folded.startsWith(start)) ||
      (folded.includes(':') && cards.some((label) => folded.includes(label))),
    selector,
    arriving: [selector, ...marks.flatMap((mark) => ('select' in mark ? [mark.select] : []))].join(','),
  };
}
