/** Which code of our own pages shares a file: few files, since each costs a page more than a few kilobytes, and none of the desk's beside the handbook. */
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..');

/** Pages beside the handbook, which load `beside` and a file of their own. */
const BESIDE = ['panel', 'popup', 'sidepanel'].map((page) => `entrypoints/${page}/main.tsx`);
/** Set Zod up before any schema is made, so they must not lead to one. */
const STARTERS = ['dashboard', 'rescue'].map((page) => `entrypoints/${page}/main.tsx`);
const DASHBOARD = 'entrypoints/dashboard/show.tsx';
const RESCUE = 'entrypoints/rescue/show.tsx';
/** Imports the views of the dashboard as they are shown. */
const VIEWS = 'components/views.tsx';
/** Views that share much with each other and little with the rest. */
const FAMILIES: Partial<Record<File, readonly string[]>> = {
  papers: ['ReportsView', 'RubricsView', 'MeetingScore', 'MeetingPapers'],
  handin: ['SendPage', 'ReceivePage'],
  sites: ['SitesView', 'SettingsView'],
};
/** Import parts that stand beside the handbook at times. */
const PART_OWNERS = ['entrypoints/panel/main.tsx', 'components/glance/BrowserGlance.tsx'];

/** The shared files, in the order in which they take what they need; what only one page or view needs stays with it. */
const FILES = ['beside', 'setup', 'teach', 'store', 'dashboard', 'views', 'papers', 'handin', 'sites'] as const;
type File = (typeof FILES)[number];

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/** Groups the modules of our pages; scripts injected into a page are one file each anyway. */
export function pageFiles(): Plugin {
  return {
    name: 'page-files',
    outputOptions(options) {
      if (options.format === 'iife' || options.codeSplitting === false) return options;
      let files: Map<string, File> | null = null;
      const groups = FILES.map((file, at) => ({
        name: (id: string, graph: Graph) => ((files ??= shared(graph)).get(id) === file ? file : null),
        priority: FILES.length - at,
      }));
      return { ...options, codeSplitting: { groups } };
    },
  };
}

function shared(graph: Graph): Map<string, File> {
  const reached = (files: readonly string[]) =>
    closure(
      graph,
      files.map((file) => join(ROOT, file)),
    );
  const partsOf = (owners: readonly string[]) =>
    owners.flatMap((owner) => graph.getModuleInfo(join(ROOT, owner))?.dynamicallyImportedIds ?? []);
  const pages = [...BESIDE, DASHBOARD, RESCUE].map((page) => reached([page]));
  const beside = reached(BESIDE);
  const starters = STARTERS.map((page) => reached([page]));
  const parts = closure(graph, partsOf(PART_OWNERS));
  const [dashboard, rescue] = [reached([DASHBOARD]), reached([RESCUE])];
  const views = partsOf([VIEWS]).map((view) => ({ name: basename(view, '.tsx'), ids: closure(graph, [view]) }));
  const files = new Map<string, File>();
  for (const id of new Set([...pages, ...starters, parts, ...views.map(({ ids }) => ids)].flatMap((set) => [...set]))) {
    const users = views.filter(({ ids }) => ids.has(id)).map(({ name }) => name);
    if (beside.has(id)) {
      if (pages.filter((page) => page.has(id)).length > 1) files.set(id, 'beside');
    } else if (starters.some((page) => page.has(id))) {
      if (starters.every((page) => page.has(id))) files.set(id, 'setup');
    } else if (parts.has(id)) {
      if (dashboard.has(id)) files.set(id, 'teach');
    } else if (rescue.has(id)) {
      if (dashboard.has(id) || users.length > 0) files.set(id, 'store');
    } else if (dashboard.has(id)) files.set(id, 'dashboard');
    else if (users.length > 1) files.set(id, fileOfFamily(users));
  }
  return files;
}

function fileOfFamily(users: readonly string[]): File {
  return FILES.find((file) => users.every((user) => FAMILIES[file]?.includes(user) === true)) ?? 'views';
}

/** All that `roots` import, and what that imports; not what is loaded later. */
function closure(graph: Graph, roots: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
