/** The `cu` skin: an old handbook of plain tables, one full page per request. */
import { ACCOUNTS, findAccount, PASSWORD, type Account } from '../../data/accounts';
import { label } from '../../labels';
import type { View } from '../../view';
import { escape, openView, type PageAnswer, type PageRequest } from '../server-page';
import { PAGES } from './pages';
import { STYLE } from './style';

/** Answers one request. */
export function respond(request: PageRequest): PageAnswer {
  const { account, view, faults } = openView(request);
  const wait = faults.has('cham') ? 2500 : 0;
  if (request.path === '/dang-xuat') return { redirect: '/dang-nhap', keep: { vao: '', vai: '' } };
  if (request.path === '/dang-nhap')
    return {
      wait,
      ...signIn(
        request,
        [...faults].filter((id) => id !== 'het-phien'),
      ),
    };
  if (!account || !view) return { redirect: '/dang-nhap' };
  if (request.path === '/') return { redirect: '/trang-chu' };
  if (faults.has('iframe') && !request.query.has('khung')) {
    const inner = `${request.path}?${new URLSearchParams([...request.query, ['khung', '1']]).toString()}`;
    return { wait, html: page('Sổ tay', `<iframe title="Sổ tay" src="${escape(inner)}"></iframe>`, '') };
  }
  const found = PAGES[request.path];
  if (!found) return { status: 404, html: page('Không tìm thấy', '<p>Không tìm thấy trang</p>', '') };
  const frame = request.query.has('khung') ? '&khung=1' : '';
  const body = [
    header(account, view, request.path, frame),
    `<h2 class="tieu-de">${escape(label(found.title, faults))}</h2>`,
    found.render(view, request.query, frame),
  ].join('\n');
  const refresh = faults.has('het-phien')
    ? '<meta http-equiv="refresh" content="2;url=/dang-nhap?het=1">'
    : faults.has('ve-lai')
      ? '<meta http-equiv="refresh" content="3">'
      : '';
  const shown = faults.has('bong-mo')
    ? `<div><template shadowrootmode="open"><style>${STYLE}</style>${body}</template></div>`
    : body;
  return { wait, html: page('Sổ tay đảng viên', shown, refresh, faults.has('di-dong')) };
}

function signIn(request: PageRequest, faults: readonly string[]): PageAnswer {
  const user = request.form.get('tai_khoan');
  if (user !== null) {
    const account = findAccount(user);
    const right = account !== undefined && request.form.get('mat_khau') === PASSWORD;
    if (right) return { redirect: '/trang-chu', keep: { vao: account.id, vai: '0' } };
  }
  const ended = request.query.has('het');
  const notice = ended ? 'Phiên đăng nhập đã hết hạn' : user === null ? '' : 'Sai tài khoản hoặc mật khẩu';
  const body = `<h2>Đăng nhập</h2><p class="loi">${notice}</p><form method="post" action="/dang-nhap">
    <label>Tài khoản <input name="tai_khoan" list="tk"></label>
    <datalist id="tk">${ACCOUNTS.map((account) => `<option value="${account.id}">`).join('')}</datalist>
    <label>Mật khẩu <input name="mat_khau" type="password"></label><button>Đăng nhập</button></form>`;
  return { html: page('Đăng nhập', body, ''), ...(ended ? { keep: { vao: '', loi: faults.join(',') } } : {}) };
}

function header(account: Account, view: View, path: string, frame: string): string {
  const roles = account.roles
    .map(
      (role, index) =>
        `<option value="${index}"${index === view.roleIndex ? ' selected' : ''}>${escape(role.label)}</option>`,
    )
    .join('');
  const links = Object.entries(PAGES)
    .filter(([, { inMenu }]) => inMenu)
    .map(([to, { title }]) => `<a href="${to}?${frame.slice(1)}">${title}</a>`)
    .join(' | ');
  return `<table class="dau-trang"><tr><td><b>SỔ TAY ĐẢNG VIÊN ĐIỆN TỬ</b></td>
<td>Xin chào, <span id="lblHoTen">${escape(account.name)}</span></td>
<td><form action="${path}"><select name="vai">${roles}</select> <button>Chuyển vai trò</button></form></td>
<td><a href="/dang-xuat">Đăng xuất</a></td></tr></table>
<div class="menu">${links}</div>`;
}

function page(title: string, body: string, head: string, narrow = false): string {
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}
<link rel="icon" href="data:,"><title>${title}</title><style>${STYLE}</style></head>
<body${narrow ? ' class="hep"' : ''}>
${body}
</body></html>`;
}
