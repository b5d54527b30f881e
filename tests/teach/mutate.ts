/** Changes to any page with a taught list and a taught total: those that keep the meaning and those that break it. */

import { typeOf } from '../../lib/picker/propose';

export interface PageChange {
  name: string;
  /** What it does to the truth: nothing, or values that nobody may read any more. */
  breaks: boolean;
  /** The page itself says something wrong that no reader can tell; counted apart. */
  lies?: boolean;
  /** False when it does not apply. */
  apply(doc: Document, spots: Spots, dice: () => number): boolean;
}

/** Where things stand on a page before it is changed. */
export interface Spots {
  points: Element;
  label: string;
  heads: Element[];
  rows: Element[][];
}

const all = (doc: Document, selector: string): Element[] => [...doc.querySelectorAll(selector)];
const below = (dice: () => number, n: number): number => Math.floor(dice() * n);

function texts(doc: Document): Text[] {
  const found: Text[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) found.push(node as Text); // nodeType says so
    for (const child of [...node.childNodes]) walk(child);
  };
  walk(doc.body);
  return found;
}

function byColumn(elements: Element[]): Element[] {
  const place = (element: Element): number => Number(element.getAttribute('aria-colindex') ?? '0');
  return [...elements].sort((a, b) => place(a) - place(b));
}

/** Heads and rows of the page's list, whatever library drew it. */
export function spotsOf(doc: Document, points: Element, label: string): Spots {
  const table = all(doc, 'table, [role="grid"], [role="treegrid"], [role="table"], .sc-bdVaJa').find(
    (one) => one.querySelector('td, [role="gridcell"], [role="cell"], .sc-caSCKo') !== null,
  );
  const root = table?.closest('.el-table, .ant-table, .ag-root, .bootstrap-table') ?? table;
  if (root === undefined) return { points, label, heads: [], rows: [] };
  const heads = byColumn(
    [...root.querySelectorAll('th, [role="columnheader"], .sc-x')].filter(
      (head) => head.querySelector('[role="columnheader"]') === null,
    ),
  );
  const lines = [...root.querySelectorAll('tr, [role="row"], .sc-fAjcbJ')]
    .map((row) => [...row.querySelectorAll('td, [role="gridcell"], [role="cell"], .sc-caSCKo')])
    .filter((cells) => cells.length === heads.length);
  return { points, label, heads, rows: lines.map(byColumn) };
}

function swapContent(a: Element, b: Element): void {
  const [left, right] = [[...a.childNodes], [...b.childNodes]];
  for (const node of right) a.append(node);
  for (const node of left) b.append(node);
}

function setWords(element: Element, text: string): void {
  let at = element;
  for (let inner = at.firstElementChild; inner !== null && at.children.length === 1; inner = at.firstElementChild)
    at = inner;
  at.textContent = text;
}

function renameClasses(doc: Document, dice: () => number, pick: (name: string) => boolean): boolean {
  const names = new Map<string, string>();
  for (const element of all(doc, '[class]')) {
    const next = (element.getAttribute('class') ?? '').split(/\s+/).map((name) => {
      if (!pick(name)) return name;
      const known = names.get(name) ?? `n${below(dice, 1e6).toString(36)}x${names.size}`;
      names.set(name, known);
      return known;
    });
    element.setAttribute('class', next.join(' '));
  }
  return names.size > 0;
}

const isHash = (name: string): boolean => name.startsWith('css-') || name.startsWith('sc-');
/** Two columns: of different kinds, so that a reader can tell, or (`alike`) of one kind, where the page itself lies. */
const pair = (spots: Spots, dice: () => number, alike: boolean | null): [number, number] | null => {
  const columns = spots.heads.flatMap((head, at) => ((head.textContent ?? '').trim() === '' ? [] : [at]));
  const plain = (element: Element | undefined): string =>
    (element?.textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').replace('+', '').trim();
  const kinds = spots.heads.map((_, at) =>
    alike === null ? '' : (typeOf(spots.rows.map((row) => plain(row[at]))) ?? 'text'),
  );
  const kind = (at: number): string => kinds[at] ?? '';
  const pairs = columns.flatMap((a) =>
    columns
      .filter((b) => b > a && (alike === null || (kind(a) === kind(b)) === alike))
      .map((b): [number, number] => [a, b]),
  );
  return spots.rows.length === 0 ? null : (pairs[below(dice, pairs.length)] ?? null);
};

export const CHANGES: PageChange[] = [
  { name: 'reloaded', breaks: false, apply: () => true },
  { name: 'hashed classes renamed', breaks: false, apply: (doc, _s, dice) => renameClasses(doc, dice, isHash) },
  {
    name: 'a third of all classes renamed',
    breaks: false,
    apply: (doc, _s, dice) => {
      const turn = below(dice, 3);
      return renameClasses(doc, dice, (name) => (name.length + turn) % 3 === 0);
    },
  },
  {
    name: 'everything wrapped once more',
    breaks: false,
    apply: (doc) => {
      const wrapper = doc.createElement('section');
      wrapper.append(...doc.body.childNodes);
      doc.body.append(wrapper);
      return true;
    },
  },
  {
    name: 'values wrapped',
    breaks: false,
    apply: (doc, spots) => {
      const inner = doc.createElement('span');
      inner.append(...spots.points.childNodes);
      spots.points.append(inner);
      return true;
    },
  },
  {
    name: 'blocks moved',
    breaks: false,
    apply: (doc, _s, dice) => {
      const holders = all(doc, 'body, main, header, body > div, body > div > div').filter(
        (one) => one.children.length >= 2 && one.querySelector('tr, [role="row"]') !== null,
      );
      const holder = holders[below(dice, holders.length)];
      if (holder?.firstElementChild == null) return false;
      holder.append(holder.firstElementChild);
      return true;
    },
  },
  {
    name: 'a block put before',
    breaks: false,
    apply: (doc, _s, dice) => {
      const block = doc.createElement('div');
      block.textContent = ['Chào mừng đến với hệ thống', 'Thông báo bảo trì', 'Có 5 tin mới'][below(dice, 3)] ?? '';
      doc.body.prepend(block);
      return true;
    },
  },
  {
    name: 'no-break blanks',
    breaks: false,
    apply: (doc) => {
      for (const node of texts(doc))
        if ((node.nodeValue ?? '').trim() !== '')
          node.nodeValue = `\u00a0${(node.nodeValue ?? '').replaceAll(' ', '\u00a0 ')} `;
      return true;
    },
  },
  {
    name: 'decomposed Unicode',
    breaks: false,
    apply: (doc) => {
      for (const node of texts(doc)) node.nodeValue = (node.nodeValue ?? '').normalize('NFD');
      return true;
    },
  },
  {
    name: 'comments',
    breaks: false,
    apply: (doc, spots) => {
      for (const element of all(doc, 'div, td, span')) element.prepend(doc.createComment('9'));
      return spots.rows.length >= 0;
    },
  },
  {
    name: 'columns in another order',
    breaks: false,
    apply: (_d, spots, dice) => {
      const two = pair(spots, dice, null);
      if (two === null) return false;
      const [a, b] = two;
      for (const line of [spots.heads, ...spots.rows]) {
        const [left, right] = [line[a], line[b]];
        if (left === undefined || right === undefined) return false;
        swapContent(left, right);
        // What names a column goes with it.
        for (const name of ['col-id', 'data-field']) {
          const [one, two] = [left.getAttribute(name), right.getAttribute(name)];
          if (one !== null && two !== null) {
            left.setAttribute(name, two);
            right.setAttribute(name, one);
          }
        }
      }
      return true;
    },
  },
  {
    name: 'headers in upper case',
    breaks: false,
    apply: (_d, spots) => {
      for (const head of spots.heads)
        if ((head.textContent ?? '').trim() !== '') setWords(head, (head.textContent ?? '').toUpperCase());
      return spots.heads.length > 0;
    },
  },
  {
    name: 'classes all gone',
    breaks: false,
    apply: (doc) => {
      for (const element of all(doc, '[class]')) element.removeAttribute('class');
      return true;
    },
  },
  {
    name: 'a badge with a number beside the total',
    breaks: false,
    apply: (doc, spots) => {
      const badge = doc.createElement('sup');
      badge.textContent = ' 3';
      spots.points.parentElement?.prepend(badge);
      return true;
    },
  },
  // --- meaning broken -------------------------------------------------------------------------------------------------
  {
    name: 'the total’s label renamed',
    breaks: true,
    apply: (doc, spots) => {
      let hit = false;
      for (const node of texts(doc)) {
        if (spots.heads.some((head) => head.contains(node))) continue;
        const text = node.nodeValue ?? '';
        if (text.includes(spots.label)) {
          node.nodeValue = text.replace(spots.label, 'Điểm rèn luyện');
          hit = true;
        }
      }
      return hit;
    },
  },
  {
    name: 'the label gone',
    breaks: true,
    apply: (doc, spots) => {
      let hit = false;
      for (const node of texts(doc)) {
        if (spots.heads.some((head) => head.contains(node))) continue;
        const text = node.nodeValue ?? '';
        if (text.includes(spots.label)) {
          node.nodeValue = text.replace(spots.label, '');
          hit = true;
        }
      }
      return hit;
    },
  },
  {
    name: 'a second, different total',
    breaks: true,
    apply: (doc, spots) => {
      const other = doc.createElement('p');
      other.textContent = `${spots.label}: 77`;
      doc.body.append(other);
      return true;
    },
  },
  {
    name: 'something glued to the total',
    breaks: true,
    apply: (_d, spots, dice) => {
      const glue = ['abc', '/20000', '+', ' - 90000', '.5', ' lượt'][below(dice, 6)] ?? '';
      spots.points.append(spots.points.ownerDocument.createTextNode(glue));
      return true;
    },
  },
  {
    name: 'the total an estimate',
    breaks: true,
    apply: (_d, spots) => {
      const words = spots.points.textContent ?? '';
      spots.points.textContent = words.includes(':') ? words.replace(':', ': gần') : `gần ${words}`;
      return true;
    },
  },
  {
    name: 'the total goes on in the next element',
    breaks: true,
    apply: (doc, spots) => {
      const more = doc.createElement('span');
      more.textContent = '7';
      spots.points.after(more);
      return ['span', 'b', 'strong', 'i', 'em'].includes(spots.points.localName);
    },
  },
  {
    name: 'another number in the total’s place',
    breaks: true,
    apply: (doc, spots) => {
      const copy = spots.points.cloneNode(false) as Element;
      copy.textContent = '88';
      spots.points.before(copy);
      for (const name of [...spots.points.attributes].map((one) => one.name)) spots.points.removeAttribute(name);
      return (doc.body.textContent ?? '') !== '';
    },
  },
  {
    name: 'a header renamed',
    breaks: true,
    apply: (_d, spots, dice) => {
      const head = spots.heads[below(dice, spots.heads.length)];
      if (head === undefined || (head.textContent ?? '').trim() === '') return false;
      setWords(head, 'Mức phấn đấu');
      return true;
    },
  },
  {
    name: 'a header emptied',
    breaks: true,
    apply: (_d, spots, dice) => {
      const head = spots.heads[below(dice, spots.heads.length)];
      if (head === undefined || (head.textContent ?? '').trim() === '') return false;
      setWords(head, '');
      return true;
    },
  },
  {
    name: 'two headers swapped',
    breaks: true,
    apply: (_d, spots, dice) => {
      const two = pair(spots, dice, false);
      const [a, b] = two === null ? [] : [spots.heads[two[0]], spots.heads[two[1]]];
      if (a === undefined || b === undefined) return false;
      swapContent(a, b);
      return true;
    },
  },
  {
    name: 'values of two columns swapped',
    breaks: true,
    apply: (_d, spots, dice) => {
      const two = pair(spots, dice, false);
      if (two === null) return false;
      for (const row of spots.rows) {
        const [a, b] = [row[two[0]], row[two[1]]];
        if (a === undefined || b === undefined) return false;
        swapContent(a, b);
      }
      return true;
    },
  },
  {
    name: 'values of two columns of one kind swapped',
    breaks: true,
    lies: true,
    apply: (_d, spots, dice) => {
      const two = pair(spots, dice, true);
      if (two === null) return false;
      for (const row of spots.rows) {
        const [a, b] = [row[two[0]], row[two[1]]];
        if (a === undefined || b === undefined) return false;
        swapContent(a, b);
      }
      return true;
    },
  },
  {
    name: 'one cell gone',
    breaks: true,
    apply: (_d, spots, dice) => {
      const row = spots.rows[below(dice, spots.rows.length)];
      const cell = row?.[below(dice, row.length)];
      cell?.remove();
      return cell !== undefined;
    },
  },
  {
    name: 'a new column',
    breaks: true,
    apply: (doc, spots) => {
      const add = (after: Element | undefined, text: string): void => {
        if (after === undefined) return;
        const copy = after.cloneNode(false) as Element;
        copy.textContent = text;
        after.after(copy);
      };
      add(spots.heads.at(-1), 'Mức độ hăng hái');
      for (const row of spots.rows) add(row.at(-1), '77');
      return doc.body !== null && spots.heads.length > 0;
    },
  },
  {
    name: 'sign-in page',
    breaks: true,
    apply: (doc) => {
      const input = doc.createElement('input');
      input.setAttribute('type', 'password');
      const button = doc.createElement('button');
      button.textContent = 'Đăng nhập';
      doc.body.replaceChildren(input, button);
      return true;
    },
  },
  {
    name: 'stamped secret',
    breaks: true,
    apply: (doc) => {
      const stamp = doc.createElement('div');
      stamp.textContent = 'TUYỆT MẬT';
      doc.body.prepend(stamp);
      return true;
    },
  },
  {
    name: 'two numbers in one cell',
    breaks: true,
    apply: (doc, spots, dice) => {
      const row = spots.rows[below(dice, spots.rows.length)];
      const cell = row?.find(
        (one) => /^[\d.]+$/.test((one.textContent ?? '').trim()) && (one.textContent ?? '').trim().length > 2,
      );
      if (cell === undefined) return false;
      cell.append(doc.createTextNode(' 5/7'));
      return true;
    },
  },
];
