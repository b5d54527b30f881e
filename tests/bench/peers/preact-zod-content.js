/** Peer: the usual content script, a Preact panel and Zod imported wholesale. */
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import * as z from 'zod';

z.config({ jitless: true });
const readingSchema = z.strictObject({ total: z.number().int().nonnegative(), raw: z.string().max(2_000) });

function Panel({ reading }) {
  const [open, setOpen] = useState(true);
  return h('div', { style: 'position:fixed;right:0;top:80px;width:340px;background:#fff' }, [
    h('p', null, 'Điểm của tôi'),
    open ? h('p', null, reading.total.toLocaleString('vi-VN')) : null,
    h('button', { onClick: () => setOpen(!open) }, open ? 'Thu gọn' : 'Mở ra'),
  ]);
}
const box = document.createElement('div');
render(
  h(Panel, { reading: readingSchema.parse({ total: 1_286, raw: '1.286' }) }),
  box.attachShadow({ mode: 'closed' }),
);
document.documentElement.append(box);
