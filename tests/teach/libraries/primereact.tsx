/** PrimeReact's DataTable. */
import { Column } from 'primereact/column';
import { DataTable } from 'primereact/datatable';
import { createElement as h } from 'react';
import { render } from 'react-dom';
import type { Mount } from './shared';

export const primereact: Mount = (root, scene) =>
  void render(
    h(
      DataTable as never,
      { value: scene.rows } as never,
      scene.columns.map(({ field, header }) => h(Column, { key: field, field, header })),
    ), // its types follow a newer React
    root,
  );
