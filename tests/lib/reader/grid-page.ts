/** Builds pages of a div-grid handbook from plain data, so that what must be read is known without the reader. */
import fc from 'fast-check';

export interface KnownPage {
  kind: 'members' | 'ranking' | 'attendance' | 'meetings';
  heading: string;
  points: number;
  heads: { text: string; field: string | null }[];
  /** Cell texts by column. */
  cells: string[][];
  /** What must come out, by field, one per row. */
  truth: Record<string, string | number | null>[];
  total: number | null;
  complete: boolean;
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ', 'Hoàng', 'Khổng', 'Ông', 'Lý', 'Huỳnh'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Hữu', 'Thế', 'Bích'];
const GIVEN = ['Hòa', 'Thủy', 'Nam', 'Anh', 'Giang', 'Ý', 'Trường', 'Đạt', 'Khuê', 'Oanh'];
const ROLES = ['Bí thư', 'Phó Bí thư', 'Chi ủy viên', 'Đảng viên', 'Đảng viên dự bị'];
const RATINGS = ['Xuất sắc', 'Hoàn thành tốt', 'Hoàn thành - Mục a', 'Chưa xếp loại', 'Miễn sinh hoạt'];
const UNITS = ['Chi bộ I - Khối văn phòng', 'Chi bộ Tân An', 'Chi bộ Đức Hòa - Đức Huệ'];
const ATTENDANCE = ['Có mặt', 'Vắng có phép', 'Vắng không phép', 'Miễn sinh hoạt'];
const STATES = ['Sắp diễn ra', 'Đang diễn ra', 'Đã diễn ra'];
const pad = (value: number): string => String(value).padStart(2, '0');

/** A random page with 4 to 12 rows. */
export const knownPage: fc.Arbitrary<KnownPage> = fc
  .record({
    kind: fc.constantFrom('members' as const, 'ranking' as const, 'attendance' as const, 'meetings' as const),
    points: fc.integer({ min: 0, max: 99_999 }),
    seeds: fc.array(fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }), { minLength: 4, maxLength: 12 }),
    whole: fc.boolean(),
  })
  .map(({ kind, points, seeds, whole }) => {
    const page = BUILD[kind](seeds);
    const total = whole ? seeds.length : seeds.length + 20;
    return { ...page, kind, points, total, complete: whole };
  });

type Part = Pick<KnownPage, 'heading' | 'heads' | 'cells' | 'truth'>;
type Seeds = number[][];

const pick = (list: readonly string[], seed: number | undefined): string => list[(seed ?? 0) % list.length] ?? '';
const person = (seed: number[]): string => `${pick(FAMILY, seed[0])} ${pick(MIDDLE, seed[1])} ${pick(GIVEN, seed[2])}`;
const head = (text: string, field: string | null): KnownPage['heads'][number] => ({ text, field });

const BUILD: Record<KnownPage['kind'], (seeds: Seeds) => Part> = {
  members: (seeds) => ({
    heading: 'Đảng viên',
    heads: [
      head('', null),
      head('STT', 'order'),
      head('SỐ THẺ DẢNG', null),
      head('HỌ TÊN', 'name'),
      head('CHỨC VỤ', 'role'),
      head('CHI BỘ', 'unit'),
      head('XẾP LOẠI', 'rating'),
      head('GIỚI TÍNH', 'gender'),
      head('SỐ ĐIỆN THOẠI', null),
      head('', null),
    ],
    cells: seeds.map((seed, index) => [
      '',
      String(index + 1),
      `99.${100_000 + (seed[0] ?? 0)}`,
      person(seed),
      pick(ROLES, seed[3]),
      pick(UNITS, seed[4]),
      pick(RATINGS, seed[5]),
      (seed[6] ?? 0) % 2 ? 'Nam' : 'Nữ',
      `0900000${100 + ((seed[7] ?? 0) % 900)}`,
      '',
    ]),
    truth: seeds.map((seed, index) => ({
      order: index + 1,
      name: person(seed),
      role: pick(ROLES, seed[3]),
      unit: pick(UNITS, seed[4]),
      rating: pick(RATINGS, seed[5]),
      gender: (seed[6] ?? 0) % 2 ? 'Nam' : 'Nữ',
    })),
  }),
  ranking: (seeds) => {
    const totals = seeds.map((seed) => 1000 + (seed[0] ?? 0) * 60 + (seed[1] ?? 0)).sort((a, b) => b - a);
    const rows = seeds.map((seed, index) => ({
      rank: totals.findIndex((total) => total === totals[index]) + 1,
      name: person(seed),
      unit: pick(UNITS, seed[4]),
      points: 1 + ((seed[5] ?? 0) % 900),
      total: totals[index] ?? 0,
    }));
    return {
      heading: 'Xếp hạng',
      heads: [
        head('Hạng', 'rank'),
        head('Họ tên', 'name'),
        head('Chi bộ', 'unit'),
        head('Điểm trong tháng', 'points'),
        head('Điểm tích lũy', 'total'),
      ],
      cells: rows.map((row) => [String(row.rank), row.name, row.unit, String(row.points), String(row.total)]),
      truth: rows,
    };
  },
  attendance: (seeds) => ({
    heading: 'Sinh hoạt thường kỳ',
    heads: [head('STT', 'order'), head('Họ tên', 'name'), head('Trạng thái', 'status')],
    cells: seeds.map((seed, index) => [String(index + 1), person(seed), `radio:${(seed[3] ?? 0) % 4}`]),
    truth: seeds.map((seed, index) => ({
      order: index + 1,
      name: person(seed),
      status: pick(ATTENDANCE, (seed[3] ?? 0) % 4),
    })),
  }),
  meetings: (seeds) => {
    const rows = seeds.map((seed, index) => {
      const day = `${pad(1 + ((seed[0] ?? 0) % 28))}/${pad(1 + ((seed[1] ?? 0) % 12))}/2026`;
      const iso = day.split('/').reverse().join('-');
      return {
        order: index + 1,
        title: `Sinh hoạt ${pick(UNITS, seed[4])} tháng ${1 + ((seed[1] ?? 0) % 12)}/2026`,
        status: pick(STATES, seed[2]),
        assessment: (seed[5] ?? 0) % 2 ? 'Chưa đánh giá' : 'Đã đánh giá',
        time: `${day} 14:00 - ${day} 16:30`,
        start: `${iso}T14:00`,
        end: `${iso}T16:30`,
        place: pick(['Hội trường tầng 3', 'Phòng họp A2'], seed[6]),
      };
    });
    return {
      heading: 'Sinh hoạt thường kỳ',
      heads: [
        head('STT', 'order'),
        head('Tiêu đề', 'title'),
        head('Trạng thái', 'status'),
        head('Đánh giá kết quả', 'assessment'),
        head('Thời gian', 'time'),
        head('Địa điểm', 'place'),
        head('Thao tác', null),
      ],
      cells: rows.map((row) => [
        String(row.order),
        row.title,
        row.status,
        row.assessment,
        row.time.replace(' - ', ' <br> - '),
        row.place,
        '',
      ]),
      truth: rows,
    };
  },
};

function radios(chosen: number): string {
  return `<div role="radiogroup">${ATTENDANCE.map(
    (word, index) =>
      `<div class="rs-radio${index === chosen ? ' rs-radio-checked' : ''}" aria-checked="${index === chosen}"><div class="rs-radio-checker"><label><span><input type="radio" name="radioList" value="${index}"></span>${word}</label></div></div>`,
  ).join('')}</div>`;
}

/** The page as HTML, in the manner of the real front end: nothing but `div`s, cells in groups, a total and a pager. */
export function htmlOf(page: KnownPage): string {
  const column = (index: number): string => `aria-colindex="${index + 1}"`;
  const heads = page.heads
    .map(
      (one, index) =>
        `<div class="rs-table-cell-header"><div role="columnheader" ${column(index)} class="rs-table-cell"><div class="rs-table-cell-content">${one.text}</div></div></div>`,
    )
    .join('');
  const rows = page.cells
    .map(
      (cells, at) =>
        `<div role="row" aria-rowindex="${at + 2}" class="rs-table-row"><div class="rs-table-cell-group">${cells.map((text, index) => `<div role="gridcell" ${column(index)} class="rs-table-cell"><div class="rs-table-cell-content">${text.startsWith('radio:') ? radios(Number(text.slice(6))) : text}</div></div>`).join('')}</div></div>`,
    )
    .join('');
  const more = !page.complete;
  return `<!DOCTYPE html><html lang="vi"><head><title>Sổ tay</title></head><body><div id="root">
<div class="MuiBox-root css-1"><span class="sidenav">HỒ SƠ ĐẢNG VỤ</span><p>SỔ TAY ĐẢNG VIÊN</p><a href="/quanly/dangvien">Đảng viên</a><a href="/x">Xếp hạng</a><p>NGHIỆP VỤ ĐẢNG</p><span>Cơ cấu tổ chức</span></div>
<div class="MuiBox-root css-2"><div class="css-3"><span class="material-icons MuiIcon-root" aria-hidden="true">assignment_ind</span><div class="red-quyen rs-picker"><div role="combobox"><span class="rs-picker-toggle-value">Bí thư - Chi bộ Tân An</span></div></div>
<span class="material-icons" aria-hidden="true">equalizer</span><span class="pointer me-2"> Điểm tích lũy: ${page.points}</span></div><button><span>10</span></button><div class="MuiBox-root"><span class="MuiBox-root"><strong>Lê Thị Mẫu</strong></span></div></div>
<h4 class="css-4">${page.heading}</h4><h4>|</h4>${page.kind === 'attendance' ? '<h2><b>Danh sách điểm danh</b></h2>' : ''}
<div class="table-toolbar"><div class="rs-stack"><div><p class="td-right">Tổng số:</p></div><div><p class="red"><b>${page.total ?? ''}</b></p></div></div></div>
<div class="box"><div role="grid" aria-rowcount="${page.cells.length + 1}" aria-colcount="${page.heads.length}" aria-busy="false" class="rs-table"><div role="rowgroup"><div role="row" aria-rowindex="1" class="rs-table-row-header"><div class="rs-table-cell-group">${heads}</div></div></div>
<div role="rowgroup" class="rs-table-body-row-wrapper">${rows}<div class="rs-table-loader"><span>Loading...</span></div></div></div>
<div class="rs-pagination"><button title="Previous" aria-label="Previous" disabled>‹</button><button class="rs-pagination-btn-active">1</button>${more ? '<button>2</button>' : ''}<button title="Next" aria-label="Next"${more ? '' : ' disabled'}>›</button></div></div>
</div></body></html>`;
}
