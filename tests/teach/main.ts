/** One page of the gallery: a bar with name and points, a heading, and the list drawn by the library the address names. */
import { type SceneOptions, sceneOf } from './data';
import type { Mount } from './libraries/shared';

const LIBRARIES: Record<string, () => Promise<Mount>> = {
  'tanstack-table': async () => (await import('./libraries/tanstack')).tanstackTable,
  'tanstack-divs': async () => (await import('./libraries/tanstack')).tanstackDivs,
  primereact: async () => (await import('./libraries/primereact')).primereact,
  'ag-grid': async () => (await import('./libraries/aggrid')).aggrid,
  'element-plus': async () => (await import('./libraries/element-plus')).elementPlus,
  vuetify: async () => (await import('./libraries/vuetify')).vuetify,
  'bootstrap-table': async () => (await import('./libraries/bootstrap-table')).bootstrapTable,
  'angular-material': async () => (await import('./libraries/angular-material')).angularMaterial,
  cards: async () => (await import('./libraries/cards')).cards,
  shadow: async () => (await import('./libraries/cards')).shadow,
  frame: async () => (await import('./libraries/cards')).frame,
};

const element = (tag: string, className: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
};

/** Draws a page; called by the tests. */
export async function draw(library: string, options: SceneOptions): Promise<void> {
  const load = LIBRARIES[library];
  if (load === undefined) throw new Error(`no library ${library}`);
  const scene = sceneOf(options);
  const bar = element(
    'header',
    'topbar css-1ab2c3',
    element('div', 'user-menu', element('span', 'hello', 'Xin chào'), element('strong', 'user-name', scene.name)),
    element(
      'div',
      'points-box css-9z8y7x',
      element('span', 'points-label', 'Điểm tích lũy'),
      element('b', 'points-value', scene.points.toLocaleString('vi-VN')),
    ),
    element('button', 'bell', '7'),
  );
  const root = element('div', 'list-root');
  document.body.replaceChildren(bar, element('main', 'page', element('h2', 'page-title', scene.heading), root));
  const mount = await load();
  await mount(root, scene);
  await new Promise((resolve) => setTimeout(resolve, 120));
}

Object.assign(globalThis, { draw, sceneOf });
