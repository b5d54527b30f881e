/** Bootstrap Table on jQuery. */
import jquery from 'jquery';
import type { Mount } from './shared';

export const bootstrapTable: Mount = async (root, scene) => {
  Object.assign(globalThis, { jQuery: jquery, $: jquery });
  await import('bootstrap-table');
  const table = document.createElement('table');
  root.append(table);
  // The plugin adds its method at run time.
  (jquery(table) as unknown as { bootstrapTable(options: object): void }).bootstrapTable({
    columns: scene.columns.map(({ field, header }) => ({ field, title: header })),
    data: scene.rows,
    pagination: true,
    pageSize: 100,
  });
};
