/** What a reader must find on each screen of the stand-in, worked out from the data and not from the pages. */
import { findAccount } from './data/accounts';
import { ALL_CELLS, ALL_MEMBERS } from './data/cells';
import { TODAY } from './data/dates';
import { ATTENDANCE, attendanceOf, pointEvents } from './data/meetings';
import { NEWS, NOTICES, TASKS } from './data/office';
import { parseFaults } from './faults';
import { documentsOf, meetingsView, membersOf, ownPoints, rankingView, topicsOf, type View } from './view';

/** Kinds of tables, by the names the product's observations use. */
export type ExpectedKind =
  | 'members' | 'ranking' | 'pointsLog' | 'meetings' | 'attendance' | 'study' | 'documents' | 'notices' | 'tasks' | 'units'
  | 'news'; // prettier-ignore

/**
 * One row: numbers as numbers, `null` where the page shows a word or nothing for a missing value, texts in NFC with
 * blanks collapsed. Columns nobody may keep (birth, phone, card …) are left out. `refused` names fields whose cell
 * holds no exact value.
 */
export interface ExpectedRow {
  cells: Record<string, string | number | null>;
  refused?: string[];
}

/** A whole list over all its pages. */
export interface ExpectedTable {
  kind: ExpectedKind;
  rows: ExpectedRow[];
  /** Rows stamped with a secrecy mark: to be skipped and counted, not among `rows`. */
  secret: number;
  /** What the page says the list holds (secret rows included), or null. */
  statedTotal: number | null;
  /** Rows on one page as the screen opens; null when unpaged. */
  pageSize: number | null;
  /** Only the rows in sight are in the DOM. */
  virtual: boolean;
  /** The figures stand under each other's heads: the reader must refuse or the reconciliation must differ. */
  swapped: boolean;
}

/** A screen. */
export interface ExpectedScreen {
  name: string;
  role: string;
  unit: string;
  /** The own total; null when this screen shows none. `exact` is false under `gan-dung`: to be refused. */
  points: { total: number; exact: boolean } | null;
  tables: ExpectedTable[];
}

/** Which screen, as whom, when, with what faults. */
export interface ScreenRequest {
  skin: 'vnpt' | 'ptit' | 'quoc-gia' | 'cu' | 'odoo';
  screen: keyof typeof SCREENS;
  account: string;
  role?: number;
  /** ISO day */
  day?: string;
  /** as in `?loi=` */
  faults?: string;
}

type Cells = ExpectedRow['cells'];

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const isSecret = (text: string): boolean => /(^|[^\p{L}])(MẬT|TỐI MẬT|TUYỆT MẬT|Tuyệt mật)($|[^\p{L}])/u.test(text);

/** Texts that carry a mark are taken out and counted. */
function tableOf(
  kind: ExpectedKind,
  cells: readonly Cells[],
  pageSize: number | null,
  statedTotal: number | null,
): ExpectedTable {
  const open = cells.filter((row) => !Object.values(row).some((value) => typeof value === 'string' && isSecret(value)));
  const rows = open.map((row): ExpectedRow => ({ cells: row }));
  return { kind, rows, secret: cells.length - open.length, statedTotal, pageSize, virtual: false, swapped: false };
}

const ranks = (view: View, members = membersOf(view)): Cells[] =>
  rankingView(view, members).map((row) => ({
    rank: row.rank,
    name: clean(row.member.name),
    role: row.member.role,
    unit: row.unit,
    points: row.month,
    total: row.total,
    uses: row.member.uses,
  }));

/** Page sizes as the screens open: vnpt, ptit, cu, odoo. */
type Sizes = Record<ScreenRequest['skin'], number | null>;
const sizes = (vnpt: number | null): Sizes => ({ vnpt, ptit: 10, 'quoc-gia': null, cu: 20, odoo: 80 });

type Draw = (view: View, skin: ScreenRequest['skin']) => ExpectedTable[];

const SCREENS = {
  home: () => [],
  points: (view, skin) => {
    const events = pointEvents(view.today, 45, (day) => ownPoints(view, day));
    const cells = events.map((event, index): Cells => {
      return {
        order: index + 1,
        date: event.day,
        content: event.reason,
        points: event.points,
        total: event.totalAfter,
      };
    });
    return ownPoints(view) === null ? [] : [tableOf('pointsLog', cells, sizes(30)[skin], null)];
  },
  ranking: (view, skin) => {
    const cells = ranks(view);
    return [{ ...tableOf('ranking', cells, sizes(30)[skin], cells.length), swapped: view.faults.has('doi-cot') }];
  },
  bodyRanking: (view, skin) => {
    const table = tableOf('ranking', ranks(view, ALL_MEMBERS), null, skin === 'vnpt' ? 1000 : null);
    return [{ ...table, virtual: true, swapped: view.faults.has('doi-cot') }];
  },
  members: (view, skin) => {
    const cells = membersOf(view).map((member, index): Cells => {
      const { role, unit, rating, gender } = member;
      return { order: index + 1, name: clean(member.name), role, unit, rating, gender };
    });
    const stated = skin === 'vnpt' ? null : cells.length;
    return [{ ...tableOf('members', cells, sizes(50)[skin], stated), virtual: skin === 'vnpt' }];
  },
  organisation: (view) => {
    const units = ALL_CELLS.filter((cell) => view.roleIndex === 1 || cell.unit === view.role.unit);
    const members = membersOf(view).map((member, index): Cells => {
      return {
        order: index + 1,
        name: clean(member.name),
        role: member.role,
        unit: member.unit,
        gender: member.gender,
      };
    });
    return [
      tableOf(
        'units',
        units.map((cell, index) => ({ order: index + 1, unit: cell.unit, unitType: 'Chi bộ', unitForm: 'Phường' })),
        null,
        units.length,
      ),
      tableOf('members', members, 15, members.length),
    ];
  },
  meetings: (view, skin) => {
    const cells = meetingsView(view).map((meeting, index): Cells => ({
      order: index + 1,
      title: meeting.title,
      content: meeting.content === '' ? null : meeting.content,
      status: meeting.state,
      assessment: meeting.rating,
      time: `${meeting.start} - ${meeting.end}`,
      place: meeting.place,
    }));
    return [tableOf('meetings', cells, sizes(30)[skin], cells.length)];
  },
  attendance: (view, skin) => {
    const cells = membersOf(view).map((member, index): Cells => {
      return { order: index + 1, name: clean(member.name), status: ATTENDANCE[attendanceOf(member)] };
    });
    return [tableOf('attendance', cells, sizes(30)[skin], cells.length)];
  },
  study: (view, skin) => {
    const cells = topicsOf(view).map((topic, index): Cells => ({ order: index + 1, topic: topic.title }));
    return [tableOf('study', cells, { ...sizes(30), cu: null }[skin], skin === 'cu' ? null : cells.length)];
  },
  documents: (view, skin) => {
    const cells = documentsOf(view).map((item, index): Cells => {
      return { order: index + 1, number: item.number, title: item.title, issued: item.issued };
    });
    return [tableOf('documents', cells, sizes(30)[skin], cells.length)];
  },
  notices: (_view, skin) => {
    const cells = NOTICES.map((item, index): Cells => ({
      order: index + 1,
      title: item.title,
      sender: item.sender,
      time: item.time,
    }));
    return [tableOf('notices', cells, sizes(30)[skin], cells.length)];
  },
  tasks: (_view, skin) => {
    const cells = TASKS.map((task, index): Cells => {
      return { order: index + 1, task: task.title, deadline: task.deadline, status: task.progress };
    });
    return [tableOf('tasks', cells, sizes(30)[skin], cells.length)];
  },
  news: (_view, skin) => {
    const cells = NEWS.map((item, index): Cells => ({ order: index + 1, title: item.title, date: item.day }));
    return [tableOf('news', cells, sizes(30)[skin], cells.length)];
  },
} as const satisfies Record<string, Draw>;

/** Where each screen of each skin stands; a screen a skin does not have is missing. */
export const PATHS: Record<ScreenRequest['skin'], Partial<Record<keyof typeof SCREENS, string>>> = {
  vnpt: {
    home: '/dashboard/default',
    points: '/quanly/diemtichluy',
    ranking: '/dashboard/default10',
    bodyRanking: '/dashboard/default10/dangbo',
    members: '/quanly/dangvien',
    organisation: '/quanly/cocautochuc',
    meetings: '/quanly/congtacdamg/shthuongky',
    attendance: '/quanly/congtacdamg/shthuongky/buoc31',
    study: '/quanly/hoctapnghiquyet',
    documents: '/quanly/vankien',
    notices: '/quanly/thongbao',
    tasks: '/quanly/congviec/tatca',
    news: '/quanly/tintuc',
  },
  ptit: {
    home: '/trang-chu',
    points: '/diem-tich-luy',
    ranking: '/xep-hang',
    bodyRanking: '/xep-hang/toan-dang-bo',
    members: '/dang-vien',
    meetings: '/sinh-hoat',
    attendance: '/sinh-hoat/diem-danh',
    study: '/hoc-tap',
    documents: '/van-ban',
    notices: '/thong-bao',
    tasks: '/nhiem-vu',
    news: '/tin-tuc',
  },
  'quoc-gia': {
    home: '/page/Account/home',
    meetings: '/page/SinhHoat',
    documents: '/page/TaiLieu',
    study: '/page/NghiQuyet',
  },
  cu: {
    home: '/trang-chu',
    points: '/diem',
    ranking: '/xep-hang',
    members: '/dang-vien',
    meetings: '/sinh-hoat',
    attendance: '/sinh-hoat/diem-danh',
    study: '/hoc-tap',
    documents: '/van-ban',
    notices: '/thong-bao',
    tasks: '/cong-viec',
    news: '/tin-tuc',
  },
  odoo: {
    ranking: '/web#action=xep_hang&view_type=list',
    members: '/web#action=dang_vien&view_type=list',
    documents: '/web#action=van_ban&view_type=list',
  },
};

/** True when a screen of the skin shows the own total (in a bar on every page, or on this page only). */
function showsPoints(skin: ScreenRequest['skin'], screen: keyof typeof SCREENS): boolean {
  if (skin === 'quoc-gia') return false;
  return skin === 'cu' ? screen === 'home' || screen === 'points' : true;
}

/** What must be read; throws for an unknown account, fault or screen. */
export function expectScreen(request: ScreenRequest): ExpectedScreen {
  const { skin, screen } = request;
  const account = findAccount(request.account);
  if (!account) throw new Error(`unknown account ${request.account}`);
  if (PATHS[skin][screen] === undefined) throw new Error(`skin ${skin} has no screen ${screen}`);
  const roleIndex = request.role ?? 0;
  const role = account.roles[roleIndex] ?? account.roles[0];
  const view: View = { role, roleIndex, today: request.day ?? TODAY, faults: parseFaults(request.faults ?? '') };
  const own = ownPoints(view);
  const draw: Draw = SCREENS[screen];
  const tables = draw(view, skin);
  if (skin === 'quoc-gia') tables.forEach((table) => Object.assign(table, { pageSize: null, statedTotal: null }));
  if (skin === 'cu' && screen === 'ranking') {
    for (const row of tables[0]?.rows.slice(0, 1) ?? []) row.refused = ['total'];
  }
  return {
    name: clean(account.name),
    role: role.role,
    unit: role.unit,
    points: own === null || !showsPoints(skin, screen) ? null : { total: own, exact: !view.faults.has('gan-dung') },
    tables,
  };
}

/** The address of a screen, faults and account included, below the address of the skin. */
export function screenPath(request: ScreenRequest): string {
  const path = PATHS[request.skin][request.screen];
  if (path === undefined) throw new Error(`skin ${request.skin} has no screen ${request.screen}`);
  const query = new URLSearchParams({
    vao: request.account,
    vai: String(request.role ?? 0),
    loi: request.faults ?? '',
  });
  query.set('ngay', request.day ?? TODAY);
  const [bare = '', hash] = path.split('#');
  return `${bare}?${query.toString()}${hash === undefined ? '' : `#${hash}`}`;
}
