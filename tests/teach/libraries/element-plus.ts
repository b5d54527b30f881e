/** Element Plus: head and body are two tables. */
import { ElTable, ElTableColumn } from 'element-plus';
import { createApp, h } from 'vue';
import type { Mount } from './shared';

export const elementPlus: Mount = (root, scene) => {
  createApp({
    render: () =>
      h(ElTable, { data: scene.rows, height: 400 }, () =>
        scene.columns.map(({ field, header }) => h(ElTableColumn, { key: field, prop: field, label: header })),
      ),
  }).mount(root);
};
