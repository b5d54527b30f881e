/** AG Grid community, with a pinned column and row virtualisation. */
import { AllCommunityModule, ModuleRegistry, createGrid } from 'ag-grid-community';
import type { Mount } from './shared';

ModuleRegistry.registerModules([AllCommunityModule]);

export const aggrid: Mount = (root, scene) => {
  const box = document.createElement('div');
  box.style.cssText = 'height:400px;width:1100px';
  root.append(box);
  createGrid(box, {
    columnDefs: scene.columns.map(({ field, header }, at) => ({
      field,
      headerName: header,
      width: 200,
      ...(at === 1 ? { pinned: 'left' as const } : {}),
    })),
    rowData: scene.rows,
    suppressColumnVirtualisation: true,
  });
};
