/** The `odoo` skin: a list view as Odoo 15 draws it, hash routes, 80 rows a page; templates are written by the server. */
import { findAccount, PASSWORD } from '../../data/accounts';
import { label, number, ownFigure, personName } from '../../labels';
import { documentsOf, membersOf, ownPoints, rankingView, type View } from '../../view';
import { escape, openView, type PageAnswer, type PageRequest } from '../server-page';
import client from './client.js?raw';
import style from './style.css?raw';

const LIMIT = 80;

interface Column {
  name: string;
  head: string;
  kind: 'char' | 'number';
}

interface Action {
  id: string;
  title: string;
  columns: readonly Column[];
  rows: readonly { id: number; cells: readonly (string | number)[] }[];
}

const column = (name: string, head: string, kind: Column['kind'] = 'char'): Column => ({ name, head, kind });

function actionsOf(view: View): Action[] {
  const figure = (value: number | null): string => (value === null ? '' : number(value, view.faults));
  const name = (raw: string): string => personName(raw, view.faults);
  const swapped = view.faults.has('doi-thu-tu');
  const month = column('diem_thang', 'Điểm trong tháng', 'number');
  const total = column('diem_tich_luy', 'Điểm tích lũy', 'number');
  return [
    {
      id: 'xep_hang',
      title: 'Xếp hạng',
      columns: [
        column('hang', 'Hạng', 'number'),
        column('name', 'Họ và tên'),
        column('chi_bo', 'Chi bộ'),
        ...(swapped ? [total, month] : [month, total]),
      ],
      rows: rankingView(view).map((row) => ({
        id: row.member.id,
        cells: [
          row.rank ?? '',
          name(row.member.rawName),
          row.unit,
          ...(swapped ? [figure(row.total), figure(row.month)] : [figure(row.month), figure(row.total)]),
        ],
      })),
    },
    {
      id: 'dang_vien',
      title: 'Đảng viên',
      columns: [
        column('so_the', 'Số thẻ Đảng'),
        column('name', 'Họ và tên'),
        column('chuc_vu', 'Chức vụ'),
        column('ngay_sinh', 'Ngày sinh'),
        column('trang_thai', 'Trạng thái'),
      ],
      rows: membersOf(view).map((member) => ({
        id: member.id,
        cells: [member.card, name(member.rawName), member.role, member.birth.replaceAll('-', '/'), member.status],
      })),
    },
    {
      id: 'van_ban',
      title: 'Văn bản',
      columns: [column('so', 'Số ký hiệu'), column('trich_yeu', 'Trích yếu'), column('ngay', 'Ngày ban hành')],
      rows: documentsOf(view).map((item, index) => ({ id: index + 1, cells: [item.number, item.title, item.issued] })),
    },
  ];
}

function listView(action: Action, from: number, view: View): string {
  const rows = action.rows.slice(from, from + LIMIT);
  const box = '<div class="custom-control custom-checkbox"><input type="checkbox" class="custom-control-input"></div>';
  const heads = action.columns
    .map(
      ({ name, head, kind }) =>
        `<th data-name="${name}" class="o_column_sortable${kind === 'number' ? ' o_list_number_th' : ''}" tabindex="-1">${escape(label(head, view.faults))}</th>`,
    )
    .join('');
  const body = rows
    .map(({ id, cells }) => {
      const drawn = cells.map((cell, index) => {
        const kind = action.columns[index]?.kind ?? 'char';
        return `<td class="o_data_cell o_field_cell o_list_${kind}" tabindex="-1">${escape(cell)}</td>`;
      });
      return `<tr class="o_data_row" data-id="${action.id}_${id}"><td class="o_list_record_selector">${box}</td>${drawn.join('')}</tr>`;
    })
    .join('\n');
  const all = action.rows.length;
  const link = (to: number): string => `#action=${action.id}&view_type=list&offset=${to}`;
  return `<div class="o_control_panel"><ol class="breadcrumb"><li class="breadcrumb-item active">${escape(label(action.title, view.faults))}</li></ol>
<nav class="o_pager"><span class="o_pager_counter"><span class="o_pager_value">${from + 1}-${Math.min(from + LIMIT, all)}</span> / <span class="o_pager_limit">${all}</span></span>
<a class="o_pager_previous" href="${link(Math.max(0, from - LIMIT))}">‹</a> <a class="o_pager_next" href="${link(from + LIMIT < all ? from + LIMIT : from)}">›</a></nav></div>
<div class="o_content"><div class="o_list_view"><div class="table-responsive">
<table class="o_list_table table table-sm table-hover table-striped"><thead><tr><th class="o_list_record_selector">${box}</th>${heads}</tr></thead>
<tbody class="ui-sortable">${body}</tbody><tfoot><tr><td></td>${action.columns.map(() => '<td></td>').join('')}</tr></tfoot></table></div></div></div>`;
}

/** Answers one request. */
export function respond(request: PageRequest): PageAnswer {
  const { account, view } = openView(request);
  if (request.path === '/web/app.js') return { html: client, type: 'text/javascript; charset=utf-8' };
  if (request.path === '/web/session/logout') return { redirect: '/web/login', keep: { vao: '', vai: '' } };
  if (request.path === '/web/login') return signIn(request);
  if (!account || !view) return { redirect: '/web/login' };
  if (request.path !== '/web') return { redirect: '/web' };
  const actions = actionsOf(view);
  const points = ownPoints(view);
  const templates = actions.flatMap((action) =>
    Array.from(
      { length: Math.ceil(action.rows.length / LIMIT) },
      (_, page) => `<template id="${action.id}-${page * LIMIT}">${listView(action, page * LIMIT, view)}</template>`,
    ),
  );
  const menu = actions
    .map(({ id, title }) => `<a role="menuitem" href="#action=${id}&view_type=list">${title}</a>`)
    .join(' ');
  const own =
    points === null
      ? ''
      : `<span class="o_field_widget o_readonly_modifier" name="diem_tich_luy">${escape(label('Điểm tích lũy', view.faults))}: ${ownFigure(points, view.faults)}</span>`;
  return {
    wait: view.faults.has('cham') ? 2500 : 0,
    html: document(
      'Odoo',
      `<header><nav class="o_main_navbar"><a class="o_menu_brand" href="#">Sổ tay đảng viên</a> ${menu}
<div class="o_menu_systray">${own}<div class="o_user_menu"><span class="oe_topbar_name">${escape(account.name)} (${escape(view.role.unit)})</span></div>
<a href="/web/session/logout">Đăng xuất</a></div></nav></header>
<div class="o_action_manager"></div>${templates.join('\n')}<script src="/web/app.js"></script>`,
    ),
  };
}

function signIn(request: PageRequest): PageAnswer {
  const account = findAccount(request.form.get('login') ?? '');
  if (account && request.form.get('password') === PASSWORD)
    return { redirect: '/web', keep: { vao: account.id, vai: '0' } };
  const wrong = request.form.has('login')
    ? '<p class="alert alert-danger" role="alert">Sai tài khoản hoặc mật khẩu</p>'
    : '';
  return {
    html: document(
      'Đăng nhập',
      `<form class="oe_login_form" method="post" action="/web/login">${wrong}
<label>Email <input name="login"></label><label>Mật khẩu <input name="password" type="password"></label><button>Đăng nhập</button></form>`,
    ),
  };
}

function document(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${title}</title><style>${style}</style></head><body class="o_web_client">${body}</body></html>`;
}
