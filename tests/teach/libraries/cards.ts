/** Cards and plain lines without headers or roles, one of them inside an open shadow root and one in a frame. */
import type { Scene } from '../data';
import type { Mount } from './shared';

function card(scene: Scene, at: number): HTMLElement {
  const row = scene.rows[at] ?? {};
  const box = document.createElement('div');
  box.className = 'member-card';
  const title = document.createElement('strong');
  title.className = 'member-name';
  title.textContent = String(row['name'] ?? row['title']);
  box.append(title);
  for (const { field, header } of scene.columns) {
    if (field === 'name' || field === 'title') continue;
    const line = document.createElement('p');
    const label = document.createElement('span');
    label.textContent = `${header}: `;
    const value = document.createElement('b');
    value.textContent = String(row[field]);
    line.append(label, value);
    box.append(line);
  }
  return box;
}

export const cards: Mount = (root, scene) => {
  const list = document.createElement('div');
  list.className = 'member-list';
  list.append(...scene.rows.map((_, at) => card(scene, at)));
  root.append(list);
};

function plainTable(doc: Document, scene: Scene): HTMLElement {
  const table = doc.createElement('table');
  const head = table.createTHead().insertRow();
  for (const { header } of scene.columns) {
    const cell = doc.createElement('th');
    cell.textContent = header;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of scene.rows) {
    const line = body.insertRow();
    for (const { field } of scene.columns) line.insertCell().textContent = String(row[field]);
  }
  return table;
}

export const shadow: Mount = (root, scene) => {
  root.attachShadow({ mode: 'open' }).append(plainTable(document, scene));
};

export const frame: Mount = async (root, scene) => {
  const box = document.createElement('iframe');
  root.append(box);
  const inner = box.contentDocument;
  if (inner !== null) inner.body.append(plainTable(inner, scene));
};
