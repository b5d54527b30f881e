/** A role without points is believed only where everything else of its bar stands and nothing more. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/reader';
import { SITES } from '../../../lib/sites';
import { NOW, hasRealPages, openHtml, readHtml, realText } from './open-page';

const bar = (inside: string, name = '<strong>Lê Thị Mẫu</strong>') => `<!doctype html><html><body>
<p>HỒ SƠ ĐẢNG VỤ</p><p>SỔ TAY ĐẢNG VIÊN</p>
<div class="MuiBox-root"><div><span class="material-icons">assignment_ind</span><div class="red-quyen rs-picker"><span class="rs-picker-toggle-value">Đảng ủy viên - Đảng bộ Tân An</span></div>${inside}</div>
<button><span class="MuiBadge-root"><span class="material-icons">notifications_none</span><span>10</span></span></button>
<div class="MuiBox-root"><div class="MuiBox-root"><span class="MuiBox-root">${name}</span><div class="MuiAvatar-root">L</div></div></div></div>
<h4>Trang chủ</h4></body></html>`;

describe('a bar without points', () => {
  it('is a role without points when nothing else is missing', () => {
    expect(readHtml(bar(''))).toMatchObject({
      status: 'ok',
      points: null,
      context: { role: { value: 'Đảng ủy viên' } },
    });
    expect(readHtml(bar(' Điểm tích lũy: 12'.replace(/^/, '<span>').concat('</span>')))).toMatchObject({
      status: 'ok',
      points: { value: 12 },
    });
  });

  it.each([
    ['the icon of the points', '<span class="material-icons">equalizer</span>'],
    ['a number', '<span>12345</span>'],
    ['another label', '<span>Điểm thi đua: 12345</span>'],
    ['a sign', '<span>•</span>'],
    ['the label without a number', '<span>Điểm tích lũy:</span>'],
  ])('is refused with %s in it', (_what, inside) => {
    const read = readHtml(bar(inside));
    expect(read?.status).not.toBe('ok');
    expect(read?.points).toBeNull();
  });

  it('is refused without a name, without a role, or where the site names no landmarks', () => {
    expect(readHtml(bar('', ''))?.status).toBe('changed');
    expect(readHtml(bar('').replace('Đảng ủy viên - Đảng bộ Tân An', ''))?.status).toBe('changed');
    const vnpt = SITES.find((site) => site.id === 'vnpt');
    if (!vnpt?.points) throw new Error('no such site');
    const silent = { ...vnpt, points: { ...vnpt.points, absent: null } };
    expect(readPage(openHtml(bar('')), '', silent, NOW).status).toBe('changed');
  });

  it('is refused when the label with a number stands anywhere else', () => {
    const moved = bar('').replace('<h4>', '<p>Điểm tích lũy: 12345</p><h4>');
    expect(readHtml(moved)).toMatchObject({ status: 'changed', points: null });
  });

  it.runIf(hasRealPages)('of the real front end: without points and their icon, not without the points alone', () => {
    const page = realText('dang-vien.html');
    const label = /<span class="pointer me-2"> Điểm tích lũy: 47<\/span>/;
    const icon = /<span class="material-icons[^>]*>equalizer<\/span>(?=<span class="pointer)/;
    expect(readHtml(page.replace(label, ''))?.status).toBe('changed');
    const hidden = readHtml(page.replace(new RegExp(icon.source + label.source), ''));
    expect(hidden).toMatchObject({ status: 'ok', points: null, context: { role: { value: 'Bí thư' } } });
  });
});
