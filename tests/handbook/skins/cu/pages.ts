/** The pages of the `cu` skin; dates and numbers are written differently from row to row. */
import { ATTENDANCE, attendanceOf, pointEvents } from '../../data/meetings';
import { NEWS, NOTICES, TASKS } from '../../data/office';
import { label, ownFigure, personName } from '../../labels';
import { documentsOf, meetingsView, membersOf, ownPoints, rankingView, topicsOf, type View } from '../../view';
import { escape } from '../server-page';
import { averageText, dateText, figureText } from './writing';

/** One page. */
export interface Page {
  title: string;
  inMenu: boolean;
  render: (view: View, query: URLSearchParams, frame: string) => string;
}

const PAGE_SIZE = 20;

function table(view: View, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const head = heads.map((text) => `<th>${escape(label(text, view.faults))}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<table class="luoi" cellspacing="0"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function paged<T>(
  rows: readonly T[],
  query: URLSearchParams,
  frame: string,
  draw: (rows: readonly T[], from: number) => string,
): string {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(query.get('trang')) || 1), pages);
  const from = (page - 1) * PAGE_SIZE;
  const links = Array.from({ length: pages }, (_, index) =>
    index + 1 === page ? `<b>[${page}]</b>` : `<a href="?trang=${index + 1}${frame}">${index + 1}</a>`,
  ).join(' ');
  return `<p>Tổng số: ${rows.length} bản ghi</p>${draw(rows.slice(from, from + PAGE_SIZE), from)}
<div class="trang">Trang ${page}/${pages}: ${links}</div>`;
}

function home(view: View): string {
  const points = ownPoints(view);
  const own =
    points === null
      ? ''
      : `<p>${escape(label('Điểm tích lũy', view.faults))}: <b id="lblDiem">${ownFigure(points, view.faults, (value, faults) => figureText(value, 0, faults))}</b></p>`;
  return `<p>Chức vụ: ${escape(view.role.role)}</p><p>Chi bộ: <span id="lblDonVi">${escape(view.role.unit)}</span></p>${own}
<p>Ngày: ${dateText(view.today, 2)}</p>`;
}

function points(view: View, query: URLSearchParams, frame: string): string {
  const total = ownPoints(view);
  if (total === null) return '<p>Vai trò này không có điểm</p>';
  const events = pointEvents(view.today, 45, (day) => ownPoints(view, day));
  const own = `<p>${escape(label('Điểm tích lũy', view.faults))}: <b>${ownFigure(total, view.faults, (value, faults) => figureText(value, 1, faults))}</b></p>`;
  const list = paged(events, query, frame, (shown, from) =>
    table(
      view,
      ['STT', 'Ngày', 'Nội dung', 'Điểm', 'Điểm tích lũy'],
      shown.map((event, index) => [
        from + index + 1,
        dateText(event.day.split('/').reverse().join('-'), index),
        event.reason,
        `+${event.points}`,
        figureText(event.totalAfter, index, view.faults),
      ]),
    ),
  );
  return own + list;
}

function ranking(view: View, query: URLSearchParams, frame: string): string {
  const swapped = view.faults.has('doi-thu-tu');
  const figures = swapped ? ['Điểm tích lũy', 'Điểm bình quân tháng'] : ['Điểm bình quân tháng', 'Điểm tích lũy'];
  return paged(rankingView(view), query, frame, (shown, from) =>
    table(
      view,
      ['Hạng', 'Họ và tên', 'Chi bộ', ...figures],
      shown.map((row, index) => {
        const at = from + index;
        const total =
          row.total === null
            ? 'Chưa có'
            : at === 0
              ? `gần ${figureText(roundedUp(row.total), 0, view.faults)}`
              : figureText(row.total, at, view.faults);
        const month = row.month === null ? 'Chưa có' : averageText(row.month);
        return [
          row.rank ?? '',
          personName(row.member.rawName, view.faults),
          row.unit,
          ...(swapped ? [total, month] : [month, total]),
        ];
      }),
    ),
  );
}

function roundedUp(total: number): number {
  return Math.ceil(total / 10_000) * 10_000;
}

function members(view: View, query: URLSearchParams, frame: string): string {
  return paged(membersOf(view), query, frame, (shown, from) =>
    table(
      view,
      ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Số thẻ Đảng', 'Điện thoại', 'Ngày vào Đảng', 'Trạng thái'],
      shown.map((member, index) => [
        from + index + 1,
        personName(member.rawName, view.faults),
        member.birth,
        member.role,
        member.card,
        member.phone,
        dateText(`20${String(10 + (member.id % 10))}-0${1 + (member.id % 9)}-0${1 + (member.id % 8)}`, index),
        member.status,
      ]),
    ),
  );
}

function meetings(view: View, query: URLSearchParams, frame: string): string {
  const list = paged(meetingsView(view), query, frame, (shown, from) =>
    table(
      view,
      ['STT', 'Tiêu đề', 'Trạng thái', 'Thời gian', 'Địa điểm'],
      shown.map((meeting, index) => [
        from + index + 1,
        meeting.title,
        meeting.state,
        `${dateText(meeting.start.slice(0, 10).split('/').reverse().join('-'), index)} ${meeting.start.slice(11)}`,
        meeting.place,
      ]),
    ),
  );
  return `${list}<p><a href="/sinh-hoat/diem-danh?${frame.slice(1)}">Điểm danh</a></p>`;
}

function attendance(view: View, query: URLSearchParams, frame: string): string {
  return paged(membersOf(view), query, frame, (shown, from) =>
    table(
      view,
      ['STT', 'Họ và tên', 'Trạng thái'],
      shown.map((member, index) => [
        from + index + 1,
        personName(member.rawName, view.faults),
        ATTENDANCE[attendanceOf(member)],
      ]),
    ),
  );
}

function study(view: View, _query: URLSearchParams, frame: string): string {
  const rows = topicsOf(view)
    .map(
      (topic, index) =>
        `<tr><td>${index + 1}</td><td><a href="/hoc-tap/bai?so=${index}${frame}">${escape(topic.title)}</a></td></tr>`,
    )
    .join('');
  const heads = ['STT', 'Chủ đề'].map((text) => `<th>${escape(label(text, view.faults))}</th>`).join('');
  return `<table class="luoi"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

function article(view: View, query: URLSearchParams): string {
  const topic = topicsOf(view)[Number(query.get('so')) || 0];
  if (!topic) return '<p>Không có bài học</p>';
  const result =
    topic.right === null ? 'Chưa làm bài kiểm tra' : `Số câu đúng: ${topic.right}/15, nộp lúc ${topic.submitted}`;
  return `<h3>${escape(topic.title)}</h3><p>${escape(topic.article)}</p><p>Kết quả bài kiểm tra: ${result}</p>`;
}

function documents(view: View, query: URLSearchParams, frame: string): string {
  return paged(documentsOf(view), query, frame, (shown, from) =>
    table(
      view,
      ['STT', 'Số ký hiệu', 'Trích yếu', 'Ngày ban hành'],
      shown.map((item, index) => [
        from + index + 1,
        item.number,
        item.title,
        dateText(item.issued.split('/').reverse().join('-'), index),
      ]),
    ),
  );
}

const page = (title: string, render: Page['render'], inMenu = true): Page => ({ title, inMenu, render });

export const PAGES: Readonly<Record<string, Page>> = {
  '/trang-chu': page('Trang chủ', home),
  '/diem': page('Điểm tích lũy', points),
  '/xep-hang': page('Xếp hạng', ranking),
  '/dang-vien': page('Danh sách đảng viên', members),
  '/sinh-hoat': page('Sinh hoạt chi bộ', meetings),
  '/sinh-hoat/diem-danh': page('Điểm danh', attendance, false),
  '/hoc-tap': page('Học tập nghị quyết', study),
  '/hoc-tap/bai': page('Bài học', article, false),
  '/van-ban': page('Văn bản', documents),
  '/thong-bao': page('Thông báo', (view, query, frame) =>
    paged(NOTICES, query, frame, (shown, from) =>
      table(
        view,
        ['STT', 'Tiêu đề', 'Người gửi', 'Thời gian'],
        shown.map((item, index) => [from + index + 1, item.title, item.sender, item.time]),
      ),
    ),
  ),
  '/cong-viec': page('Công việc', (view, query, frame) =>
    paged(TASKS, query, frame, (shown, from) =>
      table(
        view,
        ['STT', 'Tên công việc', 'Thời hạn', 'Trạng thái'],
        shown.map((item, index) => [from + index + 1, item.title, item.deadline, item.progress]),
      ),
    ),
  ),
  '/tin-tuc': page('Tin tức', (view, query, frame) =>
    paged(NEWS, query, frame, (shown, from) =>
      table(
        view,
        ['STT', 'Tiêu đề', 'Ngày đăng'],
        shown.map((item, index) => [from + index + 1, item.title, item.day]),
      ),
    ),
  ),
};
