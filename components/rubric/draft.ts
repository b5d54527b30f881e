/** A form while it is edited: every step gives a new draft, so that any can be taken back. */
import {
  type Band,
  type BandItem,
  type Bound,
  type ItemMode,
  MEASURES,
  type MeasureName,
  type Rubric,
  type RubricGroup,
  type RubricItem,
} from '@/lib/rubric';

/** A changed copy. */
export function change(rubric: Rubric, edit: (copy: Rubric) => void): Rubric {
  const copy = structuredClone(rubric);
  edit(copy);
  return copy;
}

/** A name that none of these has: `muc-1`, `muc-2`, … */
export function freeId(base: string, taken: readonly string[]): string {
  let index = taken.length + 1;
  while (taken.includes(`${base}-${index}`)) index++;
  return `${base}-${index}`;
}

export function itemsOf(rubric: Rubric): RubricItem[] {
  return rubric.groups.flatMap((group) => group.items);
}

export function newItem(mode: ItemMode, text: string, rubric: Rubric): RubricItem {
  const id = freeId(
    'muc',
    itemsOf(rubric).map((item) => item.id),
  );
  const basics = { id, code: '', text, how: '', onlyKinds: [], appliesWhen: [], naPolicy: null, assumptions: [] };
  switch (mode) {
    case 'YES_NO':
      return { mode, ...basics, max: 1, test: null };
    case 'NUMERIC':
      return { mode, ...basics, max: 1, test: null, shows: [] };
    case 'PASS_FAIL':
      return { mode, ...basics, test: null };
    case 'BAND':
      return { mode, ...basics, max: 1, measure: null, domain: null, clip: null, bands: [newBand(text, [], 1)] };
  }
}

export function newBand(label: string, bands: readonly Band[], points = 0): Band {
  const id = freeId(
    'muc',
    bands.map((band) => band.id),
  );
  return { id, label, points, range: { from: null, fromOpen: false, to: null, toOpen: true }, orWhen: [] };
}

/** Minutes, which bands may tell as a share of the length required. */
export function isLength(measure: MeasureName | null): boolean {
  return measure !== null && MEASURES[measure].unit === 'minutes';
}

/** Lets the bands of an item go by another figure: what belonged to the one before would be checked and cut wrongly. */
export function setMeasure(item: BandItem, measure: MeasureName | null): void {
  item.measure = measure;
  item.clip = null;
  // Papers may also come after the start: their lead has no lower end.
  const from = measure === 'papersLeadHours' ? null : 0;
  // Nobody can be short of more than the whole length.
  const to = measure === 'minutesShort' ? { ofRequired: 1 } : measure === null ? null : MEASURES[measure].top;
  item.domain = measure === null ? null : { from, fromOpen: false, to, toOpen: false };
  if (isLength(measure)) return;
  for (const { range } of item.bands) {
    if (typeof range.from !== 'number') range.from = null;
    if (typeof range.to !== 'number') range.to = null;
  }
}

export function newGroup(title: string, itemText: string, rubric: Rubric): RubricGroup {
  const id = freeId(
    'nhom',
    rubric.groups.map((group) => group.id),
  );
  const mode = rubric.total === null ? 'PASS_FAIL' : 'YES_NO';
  const item = newItem(mode, itemText, rubric);
  return { id, code: String(rubric.groups.length + 1), title, max: mode === 'PASS_FAIL' ? null : 1, items: [item] };
}

/** Points of a group and in all stand where items carry points, and only there; given points stay as they are. */
export function settled(rubric: Rubric): Rubric {
  return change(rubric, (copy) => {
    for (const group of copy.groups) {
      const maxima = group.items.flatMap((item) => (item.mode === 'PASS_FAIL' ? [] : [item.max]));
      group.max = maxima.length === 0 ? null : (group.max ?? added(maxima));
    }
    const maxima = copy.groups.flatMap((group) => (group.max === null ? [] : [group.max]));
    copy.total = maxima.length === 0 ? null : (copy.total ?? added(maxima));
  });
}

// Whole ten-thousandths, so that 0.1 + 0.2 is 0.3.
function added(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + Math.round(one * 10_000), 0) / 10_000;
}

const plain = (bound: Bound) => (typeof bound === 'number' ? bound : bound.ofRequired);

/** Bands whose end lies before their beginning, by item and band, and grades likewise. */
export function backwards(rubric: Rubric): Set<string> {
  const wrong = new Set<string>();
  const look = (key: string, { from, fromOpen, to, toOpen }: Band['range']) => {
    // A share and a figure are told apart only by the length of a meeting.
    if (from === null || to === null || typeof from !== typeof to) return;
    const [low, high] = [plain(from), plain(to)];
    if (low > high || (low === high && (fromOpen || toOpen))) wrong.add(key);
  };
  for (const item of itemsOf(rubric))
    if (item.mode === 'BAND') for (const band of item.bands) look(`${item.id} ${band.id}`, band.range);
  rubric.requiredMinutes.forEach(({ members }, index) => members !== null && look(`length ${index}`, members));
  for (const grade of rubric.grades) look(`grade ${grade.code}`, grade.range);
  return wrong;
}

/** Texts that must not be empty and are. */
export function emptyTexts(rubric: Rubric): number {
  const texts = [
    rubric.title,
    rubric.issuer,
    ...rubric.requiredMinutes.map((one) => one.words),
    ...rubric.scorers.map((scorer) => scorer.title),
    ...rubric.groups.map((group) => group.title),
    ...itemsOf(rubric).flatMap((item) => [
      item.text,
      ...(item.mode === 'BAND' ? item.bands.map((band) => band.label) : []),
    ]),
  ];
  return texts.filter((text) => text.trim() === '').length;
}
