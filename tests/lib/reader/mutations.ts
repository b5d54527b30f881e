/** Changes made to a page: those that keep its meaning and those that break it. Each works on the document alone. */
import type { KnownPage } from './grid-page';

export interface Change {
  name: string;
  /** False when the change does not apply to this page. */
  apply(doc: Document, page: KnownPage, seed: number): boolean;
}

const all = (doc: Document, selector: string): Element[] => [...doc.querySelectorAll(selector)];
const texts = (doc: Document): Text[] => {
  const found: Text[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) found.push(node as Text); // nodeType says so
    for (const child of [...node.childNodes]) walk(child);
  };
  walk(doc.body);
  return found;
};
const pointsNode = (doc: Document): Text | undefined =>
  texts(doc).find((node) => (node.nodeValue ?? '').includes('Điểm tích lũy: '));
const cellsOf = (doc: Document, column: number): Element[] => all(doc, `[role="gridcell"][aria-colindex="${column}"]`);
const headOf = (doc: Document, column: number): Element | undefined =>
  all(doc, `[role="columnheader"][aria-colindex="${column}"]`)[0];
const columnOf = (page: KnownPage, field: string): number => page.heads.findIndex((head) => head.field === field) + 1;
const setText = (element: Element | undefined, text: string): boolean => {
  const inner = element?.querySelector('.rs-table-cell-content') ?? element?.firstElementChild ?? element;
  if (inner === null || inner === undefined) return false;
  inner.textContent = text;
  return true;
};
const kept = (page: KnownPage): string[] => page.heads.flatMap((head) => (head.field === null ? [] : [head.field]));

/** Meaning kept: every value must still be read exactly (or the page refused). */
export const KEEPING: Change[] = [
  {
    name: 'hashed classes renamed',
    apply: (doc, _page, seed) =>
      all(doc, '[class*="css-"]').every((element, index) => {
        element.setAttribute('class', `css-${seed}${index}`);
        return true;
      }),
  },
  {
    name: 'all classes gone',
    apply: (doc) =>
      all(doc, '[class]').every((element) => {
        const own = element.getAttribute('class') ?? '';
        if (!own.includes('material-icons')) element.removeAttribute('class');
        return true;
      }),
  },
  {
    name: 'cells wrapped',
    apply: (doc) =>
      all(doc, '[role="gridcell"] > *, [role="columnheader"] > *').every((element) => {
        const wrapper = doc.createElement('div');
        element.replaceWith(wrapper);
        wrapper.appendChild(element);
        return true;
      }),
  },
  {
    name: 'everything wrapped once more',
    apply: (doc) => {
      const wrapper = doc.createElement('main');
      for (const child of [...doc.body.childNodes]) wrapper.appendChild(child);
      doc.body.appendChild(wrapper);
      return true;
    },
  },
  {
    name: 'points wrapped in bold',
    apply: (doc, page) => {
      const node = pointsNode(doc);
      const parent = node?.parentElement;
      if (!node || !parent) return false;
      node.nodeValue = ' Điểm tích lũy: ';
      const bold = doc.createElement('b');
      bold.textContent = String(page.points);
      parent.appendChild(bold);
      return true;
    },
  },
  {
    name: 'blanks and no-break blanks',
    apply: (doc) =>
      texts(doc).every((node) => {
        if ((node.nodeValue ?? '').trim() !== '')
          node.nodeValue = `\u00a0 ${(node.nodeValue ?? '').replaceAll(' ', '\u00a0 ')}\n `;
        return true;
      }),
  },
  {
    name: 'decomposed Unicode',
    apply: (doc) =>
      texts(doc).every((node) => {
        node.nodeValue = (node.nodeValue ?? '').normalize('NFD');
        return true;
      }),
  },
  {
    name: 'comments everywhere',
    apply: (doc) =>
      all(doc, 'div, span').every((element) => {
        element.insertBefore(doc.createComment(' Điểm tích lũy: 9 '), element.firstChild);
        return true;
      }),
  },
  {
    name: 'attributes in another order',
    apply: (doc) =>
      all(doc, '[role]').every((element) => {
        const pairs = [...element.attributes].map((one) => [one.name, one.value] as const).reverse();
        for (const [name] of pairs) element.removeAttribute(name);
        for (const [name, value] of pairs) element.setAttribute(name, value);
        return true;
      }),
  },
  {
    name: 'points grouped by a dot',
    apply: (doc, page) => {
      const node = pointsNode(doc);
      if (!node) return false;
      node.nodeValue = ` Điểm tích lũy: ${String(page.points).replace(/\B(?=(\d{3})+$)/g, '.')}`;
      return true;
    },
  },
  {
    name: 'points grouped by a blank',
    apply: (doc, page) => {
      const node = pointsNode(doc);
      if (!node) return false;
      node.nodeValue = ` Điểm tích lũy: ${String(page.points).replace(/\B(?=(\d{3})+$)/g, '\u00a0')} điểm`;
      return true;
    },
  },
  {
    name: 'table numbers grouped',
    apply: (doc, page) => {
      const column = columnOf(page, 'total');
      if (column === 0) return false;
      return cellsOf(doc, column).every((cell) =>
        setText(cell, (cell.textContent ?? '').trim().replace(/\B(?=(\d{3})+$)/g, '.')),
      );
    },
  },
  {
    name: 'columns in another DOM order',
    apply: (doc) =>
      all(doc, '.rs-table-cell-group').every((group) => {
        for (const child of [...group.children].reverse()) group.appendChild(child);
        return true;
      }),
  },
  {
    name: 'columns renumbered in another order',
    apply: (doc, page) => {
      const width = page.heads.length;
      return all(doc, '[role="gridcell"], [role="columnheader"]').every((cell) => {
        cell.setAttribute('aria-colindex', String(width + 1 - Number(cell.getAttribute('aria-colindex'))));
        return true;
      });
    },
  },
  {
    name: 'cells split over fixed groups',
    apply: (doc) =>
      all(doc, '.rs-table-cell-group').every((group) => {
        const second = doc.createElement('div');
        second.setAttribute('class', 'rs-table-cell-group');
        const first = group.firstElementChild;
        if (first) second.appendChild(first);
        group.parentElement?.appendChild(second);
        return true;
      }),
  },
  {
    name: 'labels in upper case',
    apply: (doc) =>
      all(doc, '[role="columnheader"] .rs-table-cell-content, h4').every((element) => {
        element.textContent = (element.textContent ?? '').toUpperCase();
        return true;
      }),
  },
  {
    name: 'points shown twice, equal',
    apply: (doc) => {
      const node = pointsNode(doc);
      if (!node?.parentElement) return false;
      doc.body.insertBefore(node.parentElement.cloneNode(true), doc.body.firstChild);
      return true;
    },
  },
  {
    name: 'spacer rows',
    apply: (doc) => {
      const body = all(doc, '.rs-table-body-row-wrapper')[0];
      const spacer = doc.createElement('div');
      spacer.setAttribute('role', 'row');
      body?.insertBefore(spacer, body.firstChild);
      return body !== undefined;
    },
  },
  {
    name: 'an unknown column',
    apply: (doc, page) => {
      const next = String(page.heads.length + 1);
      for (const group of all(doc, '.rs-table-cell-group')) {
        const cell = doc.createElement('div');
        const isHead = group.querySelector('[role="columnheader"]') !== null;
        cell.setAttribute('role', isHead ? 'columnheader' : 'gridcell');
        cell.setAttribute('aria-colindex', next);
        cell.textContent = isHead ? 'Mức độ hăng hái' : '77';
        group.appendChild(cell);
      }
      return true;
    },
  },
  {
    name: 'icons beside names',
    apply: (doc, page) => {
      const column = columnOf(page, 'name');
      if (column === 0) return false;
      return cellsOf(doc, column).every((cell) => {
        const icon = doc.createElement('span');
        icon.setAttribute('aria-hidden', 'true');
        icon.textContent = 'star_outline';
        cell.appendChild(icon);
        return true;
      });
    },
  },
];

const swapCells = (doc: Document, a: number, b: number): boolean =>
  cellsOf(doc, a).every((cell, index) => {
    const other = cellsOf(doc, b)[index];
    if (!other) return false;
    const [left, right] = [[...cell.childNodes], [...other.childNodes]];
    for (const node of right) cell.appendChild(node);
    for (const node of left) other.appendChild(node);
    return true;
  });
const REQUIRED: Record<KnownPage['kind'], string[]> = {
  members: ['name'],
  ranking: ['name', 'total'],
  attendance: ['name', 'status'],
  meetings: ['title', 'time'],
};
const requiredColumn = (page: KnownPage, seed: number): number =>
  columnOf(page, REQUIRED[page.kind][seed % REQUIRED[page.kind].length] ?? '');
/** Pairs of columns whose values cannot stand for each other. */
const PAIRS: Record<KnownPage['kind'], [string, string][]> = {
  members: [
    ['name', 'role'],
    ['name', 'unit'],
    ['role', 'unit'],
    ['role', 'rating'],
    ['unit', 'gender'],
    ['order', 'name'],
    ['rating', 'gender'],
    ['name', 'gender'],
  ],
  ranking: [
    ['rank', 'total'],
    ['rank', 'points'],
    ['points', 'total'],
    ['name', 'unit'],
    ['name', 'total'],
    ['rank', 'name'],
  ],
  attendance: [
    ['order', 'name'],
    ['name', 'status'],
    ['order', 'status'],
  ],
  meetings: [
    ['order', 'title'],
    ['title', 'status'],
    ['status', 'time'],
    ['time', 'place'],
    ['title', 'place'],
    ['assessment', 'time'],
  ],
};
const pair = (page: KnownPage, seed: number): [number, number] => {
  const list = PAIRS[page.kind];
  const [a, b] = list[seed % list.length] ?? ['', ''];
  return [columnOf(page, a), columnOf(page, b)];
};

/** Meaning broken: nothing that is handed out may be wrong; `refuse` says that the whole page must be refused. */
export const BREAKING: (Change & { refuse?: boolean })[] = [
  {
    name: 'values of two columns swapped',
    refuse: true,
    apply: (doc, page, seed) => swapCells(doc, ...pair(page, seed)),
  },
  {
    name: 'two heads swapped',
    refuse: true,
    apply: (doc, page, seed) => {
      const [a, b] = pair(page, seed);
      const [left, right] = [page.heads[a - 1]?.text ?? '', page.heads[b - 1]?.text ?? ''];
      return setText(headOf(doc, a), right) && setText(headOf(doc, b), left);
    },
  },
  {
    name: 'a required head renamed',
    refuse: true,
    apply: (doc, page, seed) => setText(headOf(doc, requiredColumn(page, seed)), 'Mức phấn đấu'),
  },
  {
    name: 'a required head emptied',
    refuse: true,
    apply: (doc, page, seed) => setText(headOf(doc, requiredColumn(page, seed)), ''),
  },
  {
    name: 'a required head removed',
    refuse: true,
    apply: (doc, page, seed) => {
      headOf(doc, requiredColumn(page, seed))?.remove();
      return true;
    },
  },
  {
    name: 'one cell removed',
    refuse: true,
    apply: (doc, page, seed) => {
      const cells = cellsOf(doc, requiredColumn(page, seed));
      cells[seed % cells.length]?.remove();
      return true;
    },
  },
  {
    name: 'two heads with one name',
    refuse: true,
    apply: (doc, page) => {
      const fields = kept(page);
      return setText(
        headOf(doc, columnOf(page, fields.at(-1) ?? '')),
        page.heads[columnOf(page, fields[1] ?? '') - 1]?.text ?? '',
      );
    },
  },
  {
    name: 'sign-in page',
    refuse: true,
    apply: (doc) => {
      const input = doc.createElement('input');
      input.setAttribute('type', 'password');
      const button = doc.createElement('button');
      button.textContent = 'Đăng nhập';
      for (const child of [...doc.body.childNodes]) child.remove();
      doc.body.append(input, button);
      return true;
    },
  },
  {
    name: 'the points gone, their icon left',
    refuse: true,
    apply: (doc) => {
      pointsNode(doc)?.parentElement?.remove();
      return true;
    },
  },
  {
    name: 'the points gone, a number left in the bar',
    refuse: true,
    apply: (doc, page) => {
      const node = pointsNode(doc);
      const parent = node?.parentElement;
      if (!parent) return false;
      parent.previousElementSibling?.remove();
      parent.textContent = String(page.points);
      return true;
    },
  },
  {
    name: 'the points and their icon gone, the name too',
    refuse: true,
    apply: (doc) => {
      const parent = pointsNode(doc)?.parentElement;
      parent?.previousElementSibling?.remove();
      parent?.remove();
      doc.querySelector('strong')?.remove();
      return true;
    },
  },
  {
    name: 'the points moved under the bar with another label',
    refuse: true,
    apply: (doc, page) => {
      const parent = pointsNode(doc)?.parentElement;
      parent?.previousElementSibling?.remove();
      parent?.remove();
      doc
        .querySelector('h4')
        ?.insertAdjacentHTML(
          'beforebegin',
          `<p>Điểm tích lũy của tôi: ${page.points}</p><p>Điểm tích lũy: ${page.points} đ/tháng</p>`,
        );
      return true;
    },
  },
  {
    name: 'points label changed',
    refuse: true,
    apply: (doc, page) => {
      const node = pointsNode(doc);
      if (!node) return false;
      node.nodeValue = ` Điểm rèn luyện: ${page.points}`;
      return true;
    },
  },
  {
    name: 'text glued to the points',
    refuse: true,
    apply: (doc, page, seed) => {
      const node = pointsNode(doc);
      if (!node) return false;
      const glued = [
        `${page.points}abc`,
        `${page.points}/20000`,
        `gần ${page.points}`,
        `${page.points} - 90000`,
        `${page.points}.5`,
        `${page.points}+`,
        `khoảng ${page.points} điểm`,
        `${page.points} lượt`,
      ];
      node.nodeValue = ` Điểm tích lũy: ${glued[seed % glued.length] ?? ''}`;
      return true;
    },
  },
  {
    name: 'points continued in the next span',
    refuse: true,
    apply: (doc, page) => {
      const node = pointsNode(doc);
      const parent = node?.parentElement;
      if (!node || !parent) return false;
      const digits = `${page.points}${page.points}`;
      node.nodeValue = ` Điểm tích lũy: ${digits.slice(0, 2)}`;
      const rest = doc.createElement('span');
      rest.textContent = digits.slice(2) || '7';
      parent.after(rest);
      return true;
    },
  },
  {
    name: 'points still empty',
    refuse: true,
    apply: (doc) => {
      const node = pointsNode(doc);
      if (!node) return false;
      node.nodeValue = ' Điểm tích lũy: ';
      return true;
    },
  },
  {
    name: 'a second, different number of points',
    refuse: true,
    apply: (doc, page) => {
      const node = pointsNode(doc);
      if (!node?.parentElement) return false;
      const copy = doc.createElement('span');
      copy.textContent = `Điểm tích lũy: ${page.points + 1}`;
      doc.body.appendChild(copy);
      return true;
    },
  },
  {
    name: 'a second, different total',
    refuse: true,
    apply: (doc, page) => {
      const copy = doc.createElement('p');
      copy.textContent = `Tổng số: ${(page.total ?? 0) + 1}`;
      doc.body.appendChild(copy);
      return true;
    },
  },
  {
    name: 'fewer in total than rows',
    refuse: true,
    apply: (doc) => {
      const total = all(doc, '.red b')[0];
      if (!total) return false;
      total.textContent = '3';
      return true;
    },
  },
  {
    name: 'rows gone, total still there',
    refuse: true,
    apply: (doc) => {
      for (const row of all(doc, '.rs-table-row')) row.remove();
      all(doc, '[role="grid"]')[0]?.setAttribute('aria-rowcount', '1');
      return true;
    },
  },
  {
    name: 'table busy',
    refuse: true,
    apply: (doc) => {
      all(doc, '[role="grid"]')[0]?.setAttribute('aria-busy', 'true');
      return true;
    },
  },
  {
    name: 'spinner',
    refuse: true,
    apply: (doc) => {
      const spinner = doc.createElement('div');
      spinner.setAttribute('class', 'rs-loader');
      doc.body.appendChild(spinner);
      return true;
    },
  },
  {
    name: 'order numbers jumbled',
    refuse: true,
    apply: (doc, page) => {
      const column = columnOf(page, 'order');
      return column > 0 && setText(cellsOf(doc, column)[1], '77');
    },
  },
  {
    name: 'a number that is a guess',
    refuse: true,
    apply: (doc, page) => {
      const column = columnOf(page, 'total');
      return column > 0 && setText(cellsOf(doc, column)[0], 'gần 70.000');
    },
  },
  {
    name: 'two roles at once',
    refuse: true,
    apply: (doc) => {
      const picker = all(doc, '.red-quyen')[0];
      if (!picker) return false;
      const copy = picker.cloneNode(true) as Element;
      const value = copy.querySelector('.rs-picker-toggle-value');
      if (!value) return false;
      value.textContent = 'Đảng ủy viên - Đảng bộ Khác';
      picker.after(copy);
      return true;
    },
  },
  {
    name: 'page stamped secret',
    refuse: true,
    apply: (doc) => {
      const stamp = doc.createElement('div');
      stamp.textContent = 'TUYỆT MẬT';
      doc.body.insertBefore(stamp, doc.body.firstChild);
      return true;
    },
  },
  {
    name: 'heading of another screen',
    apply: (doc) => {
      const heading = all(doc, 'h4')[0];
      if (!heading) return false;
      heading.textContent = 'Màn hình mới';
      return true;
    },
  },
  {
    name: 'an optional head renamed',
    apply: (doc, page) => setText(headOf(doc, columnOf(page, page.kind === 'members' ? 'rating' : 'unit')), 'Cột mới'),
  },
  {
    name: 'two radios marked',
    refuse: true,
    apply: (doc) => {
      const group = all(doc, '[role="radiogroup"]')[0];
      if (!group) return false;
      for (const radio of group.children) radio.setAttribute('aria-checked', 'true');
      return true;
    },
  },
];
