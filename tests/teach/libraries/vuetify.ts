/** Vuetify's data table, one page of it. */
import { createVuetify } from 'vuetify';
import { VDataTable } from 'vuetify/components/VDataTable';
import { createApp, h } from 'vue';
import type { Mount } from './shared';

export const vuetify: Mount = (root, scene) => {
  createApp({
    render: () =>
      h(VDataTable as never, {
        items: scene.rows,
        headers: scene.columns.map(({ field, header }) => ({ key: field, title: header })),
        itemsPerPage: 100,
      }),
  })
    .use(createVuetify())
    .mount(root);
};
