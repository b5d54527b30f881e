/** "Sinh hoạt" from an empty year to posted results, on the real store; every look, by touch and by keyboard. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Capture } from '@/lib/model/capture';
import { type Meeting, newMeeting } from '@/lib/model/meeting';
import type { Task } from '@/lib/model/task';
import { listDesk } from '@/lib/tracker';
import { instantAt } from '@/lib/vi/clock';
import { createStage, consent, expectGoodEverywhere, NOW, SEVEN, type Stage } from '../desk-stage';
import { watchScreen } from '../screen';
import { task as sampleTask } from '../../lib/meetings/sample';

watchScreen();

const at = (day: string, clock = '19:30') => instantAt(day, clock) ?? '';

async function setUp(): Promise<Stage> {
  const stage = createStage();
  await consent(stage);
  const members = SEVEN.map(([name], index) => ({
    name,
    role: index === 0 ? 'Bí thư' : index === 1 ? 'Phó Bí thư' : null,
    status: index === 6 ? ('DU_BI' as const) : ('CHINH_THUC' as const),
    ...(index === 5 ? { exemptions: [{ from: null, to: null, kind: 'MIEN' as const, reason: 'tuổi cao' }] } : {}),
  }));
  await stage.act({ type: 'saveMembers', members });
  return stage;
}

async function keep(stage: Stage, values: (Meeting | Task)[]) {
  const records = values.map((value) =>
    'agenda' in value
      ? { id: value.id, kind: 'meeting' as const, unit: null, base: null, removed: false, value }
      : { id: value.id, kind: 'task' as const, unit: null, base: null, removed: false, value },
  );
  expect(await stage.act({ type: 'saveDesk', records })).toMatchObject({ ok: true });
}

async function stored(stage: Stage): Promise<Meeting> {
  const [record] = await listDesk(stage.db, 'meeting');
  if (record === undefined) throw new Error('no meeting is stored');
  return record.value;
}

const planned = (more: Partial<Meeting> = {}) =>
  newMeeting({
    id: 'm1',
    kind: 'THUONG_KY',
    plannedStart: at('2026-11-20', '09:00'),
    title: 'Sinh hoạt thường kỳ tháng 11/2026',
    place: 'Nhà văn hóa',
    agenda: [
      { id: 'a', title: 'Báo cáo tháng 10', presenter: 'Nguyễn Văn An', minutes: 20, startedAt: null, endedAt: null },
      { id: 'b', title: 'Thảo luận', presenter: '', minutes: 30, startedAt: null, endedAt: null },
    ],
    ...more,
  });

const task = (id: string, month: string, more: Partial<Task> = {}) =>
  sampleTask(id, month, { title: `Việc ${id}`, name: 'Lê Hoàng Cường', ...more });

const choose = (name: string, state: string) =>
  page.getByRole('group', { name }).getByRole('radio', { name: state, exact: true });

describe('the year', () => {
  it('starts empty, plans the first meeting and opens it', async () => {
    const stage = await setUp();
    await stage.open('#/meetings');
    await expect.element(page.getByText('Chưa có buổi sinh hoạt nào')).toBeVisible();
    await expectGoodEverywhere('meetings-empty');
    await page.getByRole('button', { name: 'Lên lịch sinh hoạt' }).click();
    await page.getByLabelText('Ngày', { exact: true }).fill('03/12/2026');
    await page.getByLabelText('Bắt đầu').fill('19h30');
    await page.getByLabelText('Địa điểm').fill('Nhà văn hóa thôn Đông');
    await page.getByRole('dialog').getByRole('button', { name: 'Lên lịch sinh hoạt' }).click();
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'Sinh hoạt thường kỳ tháng 12/2026' }))
      .toBeVisible();
    expect(await stored(stage)).toMatchObject({ plannedStart: at('2026-12-03'), place: 'Nhà văn hóa thôn Đông' });
  });

  it('shows what is due first and what each quarter lacks', async () => {
    const stage = await setUp();
    const before = planned({
      id: 'm0',
      plannedStart: at('2026-10-03'),
      heldFrom: at('2026-10-03'),
      heldTo: at('2026-10-03', '21:05'),
      state: 'HELD',
      title: 'Sinh hoạt thường kỳ tháng 10/2026',
    });
    await keep(stage, [before, planned({ plannedStart: at('2026-11-22') }), task('x', '2026-10')]);
    await stage.open('#/meetings');
    const reminders = page.getByRole('region', { name: 'Việc cần làm' });
    await expect.element(reminders).toBeVisible();
    const lines = [...reminders.element().querySelectorAll('li')].map((line) => line.textContent);
    expect(lines[0]).toContain('Đăng kết quả và báo cáo cấp trên');
    expect(lines[0]).toContain('quá hạn');
    expect(lines[1]).toContain('Nhiệm vụ đến hạn');
    expect(lines[2]).toContain('Đăng tài liệu lên Sổ tay');
    await expect.element(page.getByText('Tháng 12/2026 chưa có buổi sinh hoạt thường kỳ.')).toBeVisible();
    await expect.element(page.getByText('Quý này chưa có sinh hoạt chuyên đề', { exact: false })).toBeVisible();
    await expectGoodEverywhere('meetings-year');
  });
});

describe('preparing', () => {
  it('moves agenda items with the keyboard, lists papers, refuses a secret one, and keeps everything', async () => {
    const stage = await setUp();
    await keep(stage, [planned({ plannedStart: at('2026-12-03') })]);
    await stage.open('#/meetings/m1');
    await expect.element(page.getByRole('heading', { name: 'Chương trình' })).toBeVisible();
    await expect.element(page.getByText('Tổng 50 phút, còn thiếu 40 phút', { exact: false })).toBeVisible();
    await page.getByLabelText('2. Nội dung').click();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(async () => (await stored(stage)).agenda.map(({ id }) => id).join('')).toBe('ba');
    await expect.element(page.getByLabelText('1. Nội dung')).toHaveFocus();

    await page.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await page.getByLabelText('Tên tài liệu 1').fill('Dự thảo nghị quyết');
    await expect.poll(async () => (await stored(stage)).papers[0]?.title).toBe('Dự thảo nghị quyết');
    await page.getByLabelText('Tên tài liệu 1').fill('Báo cáo TUYỆT MẬT');
    await expect.element(page.getByRole('alert').filter({ hasText: 'Có dấu mật' })).toBeVisible();
    await page.getByLabelText('Địa điểm').fill('Hội trường');
    await expect.poll(async () => (await stored(stage)).place).toBe('Hội trường');
    expect((await stored(stage)).papers[0]?.title).toBe('Dự thảo nghị quyết');
    await expectGoodEverywhere('meeting-prepare');

    await page.getByRole('button', { name: 'Đã đăng đủ lên Sổ tay' }).click();
    await expect.element(page.getByText('Đúng hạn')).toBeVisible();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(async () => (await stored(stage)).papersPostedAt).toBeNull();
    const invitation = page.getByRole('textbox', { name: 'Lời mời' });
    await expect.element(invitation).toHaveValue(expect.stringContaining('19 giờ 30, thứ Năm, ngày 03/12/2026'));
  });

  it('takes the posting time as typed, puts it right later, and judges by it', async () => {
    const stage = await setUp();
    const papers = ['Dự thảo nghị quyết', 'Báo cáo'].map((title, index) => ({
      id: `p${index}`,
      title,
      postedAt: null,
    }));
    await keep(stage, [planned({ plannedStart: at('2026-11-20', '19:30'), papers })]);
    await stage.open('#/meetings/m1');
    await page.getByRole('tab', { name: 'Chuẩn bị' }).click();
    await page.getByRole('button', { name: 'Đã đăng đủ lên Sổ tay' }).click();
    await expect.element(page.getByText('Đã đăng, nhưng muộn')).toBeVisible();
    await page.getByRole('button', { name: 'Sửa giờ đăng: tất cả tài liệu' }).click();
    const all = page.getByRole('group', { name: 'Thời điểm đăng: tất cả tài liệu' });
    await all.getByLabelText('Ngày đăng').fill('18/11/2026');
    await all.getByLabelText('Giờ đăng').fill('20h15');
    await expect.element(page.getByText('Đúng hạn')).toBeVisible();
    const posted = at('2026-11-18', '20:15');
    await expect.poll(async () => (await stored(stage)).papersPostedAt).toBe(posted);
    expect((await stored(stage)).papers.map(({ postedAt }) => postedAt)).toEqual([posted, posted]);

    await page.getByRole('button', { name: 'Sửa giờ đăng: Báo cáo' }).click();
    const one = page.getByRole('group', { name: 'Thời điểm đăng: Báo cáo' });
    await one.getByLabelText('Ngày đăng').fill('20/11/2026');
    await expect.element(one.getByText('Chưa đến lúc này', { exact: false })).toBeVisible();
    await expectGoodEverywhere('meeting-posted');
    expect((await stored(stage)).papers[1]?.postedAt).toBe(posted);
    await one.getByLabelText('Giờ đăng').fill('07:00');
    await expect.element(page.getByText('Đã đăng, nhưng muộn')).toBeVisible();
    await expect.poll(async () => (await stored(stage)).papers[1]?.postedAt).toBe(at('2026-11-20', '07:00'));
  });

  it('takes an end after midnight for the next day and says so, planned and held', async () => {
    const stage = await setUp();
    const held = { heldFrom: at('2026-11-18', '22:30'), heldTo: at('2026-11-18', '23:00'), state: 'HELD' as const };
    await keep(stage, [planned({ plannedStart: at('2026-11-18', '22:30'), ...held })]);
    await stage.open('#/meetings/m1');
    await page.getByRole('tab', { name: 'Chuẩn bị' }).click();
    await page.getByLabelText('Kết thúc dự kiến').fill('12:00');
    await expect.element(page.getByText('Giờ kết thúc phải sau giờ bắt đầu', { exact: false })).toBeVisible();
    await page.getByLabelText('Kết thúc dự kiến').fill('00:20');
    await expect.element(page.getByText('Qua nửa đêm: kết thúc ngày hôm sau, 19/11/2026.')).toBeVisible();
    await expect.poll(async () => (await stored(stage)).plannedEnd).toBe(at('2026-11-19', '00:20'));
    await expectGoodEverywhere('meeting-overnight');

    await page.getByRole('tab', { name: 'Sau họp' }).click();
    await page.getByLabelText('Kết thúc lúc').fill('0h20');
    await expect.element(page.getByText('Qua nửa đêm: kết thúc ngày hôm sau, 19/11/2026.')).toBeVisible();
    await expect.poll(async () => (await stored(stage)).heldTo).toBe(at('2026-11-19', '00:20'));
    await page.getByLabelText('Ngày họp').fill('17/11/2026');
    await expect.poll(async () => (await stored(stage)).heldFrom).toBe(at('2026-11-17', '22:30'));
    expect((await stored(stage)).heldTo).toBe(at('2026-11-18', '00:20'));
    await expectGoodEverywhere('meeting-overnight-held');
  });

  it('keeps on screen what cannot be saved, and saves it when it can', async () => {
    const stage = await setUp();
    await keep(stage, [planned({ plannedStart: at('2026-12-03') })]);
    await stage.open('#/meetings/m1');
    await expect.element(page.getByLabelText('Địa điểm')).toBeVisible();
    stage.broken = true;
    await page.getByLabelText('Địa điểm').fill('Đình làng');
    await expect.element(page.getByText('Phần đã nhập vẫn còn trên màn hình này', { exact: false })).toBeVisible();
    await expect.element(page.getByLabelText('Địa điểm')).toHaveValue('Đình làng');
    stage.broken = false;
    await page.getByRole('button', { name: 'Lưu lại ngay' }).click();
    await expect.poll(async () => (await stored(stage)).place).toBe('Đình làng');
    await expect.element(page.getByText('Đã lưu', { exact: true })).toBeVisible();
  });

  it('takes what another window writes meanwhile, and loses nothing of its own', async () => {
    const stage = await setUp();
    await keep(stage, [planned({ plannedStart: at('2026-12-03') })]);
    await stage.open('#/meetings/m1');
    await page.getByLabelText('Chủ trì').fill('Nguyễn Văn An');
    await expect.poll(async () => (await stored(stage)).chair).toBe('Nguyễn Văn An');
    const [record] = await listDesk(stage.db, 'meeting');
    const value = { ...(await stored(stage)), recorder: 'Trần Thị Bình' };
    const base = record?.changedAt ?? null;
    await stage.act({
      type: 'saveDesk',
      records: [{ id: 'm1', kind: 'meeting', unit: null, base, removed: false, value }],
    });
    await page.getByLabelText('Địa điểm').fill('Hội trường ủy ban');
    await expect.poll(async () => (await stored(stage)).place).toBe('Hội trường ủy ban');
    expect(await stored(stage)).toMatchObject({ chair: 'Nguyễn Văn An', recorder: 'Trần Thị Bình' });
    await expect.element(page.getByLabelText('Thư ký ghi biên bản')).toHaveValue('Trần Thị Bình');
  });

  it('puts a meeting aside and brings it back', async () => {
    const stage = await setUp();
    await keep(stage, [planned({ plannedStart: at('2026-12-03') })]);
    await stage.open('#/meetings/m1');
    await page.getByRole('button', { name: 'Bỏ buổi này' }).click();
    await expect.poll(async () => (await listDesk(stage.db, 'meeting')).length).toBe(0);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(async () => (await listDesk(stage.db, 'meeting')).length).toBe(1);
    await expect.element(page.getByRole('heading', { name: 'Chương trình' })).toBeVisible();
  });
});

describe('holding and finishing', () => {
  it('calls the roll, notes opinions, votes and tasks, and finishes', async () => {
    const stage = await setUp();
    await keep(stage, [planned(), task('x', '2026-11'), task('y', '2026-11', { state: 'HOAN_THANH' })]);
    await stage.open('#/meetings/m1');
    // It is today's meeting, so the step is open already.
    await expect.element(page.getByRole('tab', { name: 'Đang họp' })).toHaveAttribute('aria-selected', 'true');
    await expect.element(choose('Hoàng Thị Hòa', 'Miễn sinh hoạt')).toBeChecked();
    await page.getByRole('button', { name: 'Bắt đầu họp' }).click();
    await page.getByRole('button', { name: 'Nội dung tiếp' }).click();
    await expect.element(page.getByText('Đang: Báo cáo tháng 10', { exact: false })).toBeVisible();
    await choose('Lê Hoàng Cường', 'Vắng có lý do').click();
    await page.getByLabelText('Lý do vắng của Lê Hoàng Cường').fill('đi công tác');
    await page.getByRole('button', { name: 'Tất cả có mặt' }).click();
    await expect.element(page.getByText('Có mặt 5/6 (83,33%)', { exact: false })).toBeVisible();
    // By keyboard: the arrow moves within the four states.
    (choose('Vũ Minh Khoa', 'Có mặt').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(choose('Vũ Minh Khoa', 'Vắng không lý do')).toBeChecked();
    await page.getByRole('button', { name: 'Trần Thị Bình đã phát biểu' }).click();

    await page.getByLabelText('Ý kiến của').selectOptions('Nguyễn Văn An');
    await page.getByRole('button', { name: 'Ghi ý kiến' }).click();
    await page.getByRole('textbox', { name: 'Ý kiến của Nguyễn Văn An' }).fill('Nhất trí với dự thảo.');
    await expect.element(page.getByText('Phát biểu 2/4 (50%)', { exact: false })).toBeVisible();

    await page.getByRole('button', { name: 'Thêm biểu quyết' }).click();
    await page.getByRole('textbox', { name: 'Đồng ý', exact: true }).fill('3');
    await page.getByRole('textbox', { name: 'Không đồng ý' }).fill('1');
    await expect.element(page.getByText('Đồng ý 3/4 (75%)', { exact: false })).toBeVisible();

    await page.getByRole('button', { name: 'Giao thêm nhiệm vụ' }).click();
    await userEvent.keyboard('Thu đảng phí quý IV');
    await expect
      .poll(async () => (await listDesk(stage.db, 'task')).map(({ value }) => value.title))
      .toContain('Thu đảng phí quý IV');
    await expectGoodEverywhere('meeting-hold');

    await page.getByRole('button', { name: 'Kết thúc họp' }).click();
    await page.getByRole('tab', { name: 'Sau họp' }).click();
    await page.getByRole('button', { name: 'Lấy từ các ý kiến đã ghi' }).click();
    await expect
      .element(page.getByLabelText('Thảo luận', { exact: true }))
      .toHaveValue('Đ/c Nguyễn Văn An: Nhất trí với dự thảo.');
    await page.getByRole('button', { name: 'Chuyển 1 việc chưa xong sang tháng 12/2026' }).click();
    await expect
      .poll(async () => (await listDesk(stage.db, 'task')).filter(({ value }) => value.carriedFrom === 'x').length)
      .toBe(1);
    await expectGoodEverywhere('meeting-after');
    await page.getByRole('button', { name: 'Đã đăng kết quả', exact: true }).click();
    await expect.poll(async () => (await stored(stage)).state).toBe('REPORTED');
    expect(await stored(stage)).toMatchObject({
      votes: [{ for: 3, against: 1, present: 4 }],
      opinions: [{ name: 'Nguyễn Văn An', text: 'Nhất trí với dự thảo.' }],
      heldFrom: NOW.toISOString(),
    });
  });
});

describe('lists of the handbook', () => {
  const list = (kind: Capture['kind'], rows: Record<string, string>[]): Capture => ({
    id: kind,
    kind,
    listId: kind,
    site: 'vnpt',
    siteVersion: 1,
    host: 'so-tay.example.vn',
    screen: kind === 'meetings' ? 'sinh-hoat-thuong-ky' : 'buoc31-diem-danh',
    unit: null,
    role: null,
    headers: [],
    rows: rows.map((cells, index) => ({
      key: `r${index}`,
      cells: Object.fromEntries(
        Object.entries(cells).map(([field, value]) => [field, { value, raw: value, where: '' }]),
      ),
    })),
    complete: true,
    total: rows.length,
    firstSeenAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    adoptedAt: null,
  });

  it('takes over meetings that are new, after a look', async () => {
    const stage = await setUp();
    await stage.act({ type: 'giveConsent', item: 'meetingLists', text: 'Tôi đồng ý.', language: 'vi' });
    await keep(stage, [planned()]);
    await stage.db.captures.put(
      list('meetings', [
        { title: 'Sinh hoạt tháng 11', start: '2026-11-20T09:00' },
        { title: 'Sinh hoạt tháng 12', start: '2026-12-03T19:30', place: 'Hội trường', status: 'Sắp diễn ra' },
        { title: 'Sinh hoạt tháng 1', start: '2027-01-03T19:30' },
        { title: 'Không rõ ngày' },
      ]),
    );
    await stage.open('#/meetings');
    await page.getByRole('button', { name: 'Xem lại' }).click();
    await expect.element(page.getByRole('checkbox', { name: 'Sinh hoạt tháng 11' })).toBeDisabled();
    await expect.element(page.getByText('không đọc được ngày giờ')).toBeVisible();
    await expectGoodEverywhere('meetings-captured');
    await page.getByRole('checkbox', { name: 'Sinh hoạt tháng 1', exact: true }).click();
    await page.getByRole('button', { name: 'Đưa vào lịch' }).click();
    await expect.element(page.getByText('Đã đưa 1 buổi vào lịch.')).toBeVisible();
    const titles = (await listDesk(stage.db, 'meeting')).map(({ value }) => value.title);
    expect(titles.sort()).toEqual(['Sinh hoạt tháng 12', 'Sinh hoạt thường kỳ tháng 11/2026']);
    await expect.poll(() => stage.db.captures.count()).toBe(0);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => stage.db.captures.count()).toBe(1);
    expect((await listDesk(stage.db, 'meeting')).map(({ id }) => id)).toEqual(['m1']);
    await page.getByRole('button', { name: 'Bỏ danh sách này' }).click();
    await expect.element(page.getByText('Đã bỏ bảng lịch đọc từ sổ tay.')).toBeVisible();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => stage.db.captures.count()).toBe(1);
  });

  it('takes the roll over line by line, and leaves what differs unless it is chosen', async () => {
    const stage = await setUp();
    await keep(stage, [planned()]);
    await stage.db.captures.put(
      list('attendance', [
        { name: 'Nguyễn Văn An', status: 'Có mặt' },
        { name: 'Hoàng Thị Hoà', status: 'Có mặt' },
        { name: 'Trần Thị Bình', status: 'Vắng có phép', reason: 'ốm' },
        { name: 'Người Lạ', status: 'Có mặt' },
      ]),
    );
    await stage.open('#/meetings/m1');
    await page.getByRole('button', { name: 'Xem lại' }).click();
    await expect.element(page.getByRole('checkbox', { name: 'Người Lạ' })).toBeDisabled();
    // Exempt on our roster, present on the handbook: not taken unless chosen.
    await expect.element(page.getByRole('checkbox', { name: 'Hoàng Thị Hoà' })).not.toBeChecked();
    await expect.element(page.getByText('đang ghi là miễn sinh hoạt', { exact: false })).toBeVisible();
    await expectGoodEverywhere('meeting-captured-roll');
    await page.getByRole('button', { name: 'Lấy điểm danh từ sổ tay' }).click();
    await expect.element(choose('Nguyễn Văn An', 'Có mặt')).toBeChecked();
    await expect.element(choose('Trần Thị Bình', 'Vắng có lý do')).toBeChecked();
    await expect.element(page.getByLabelText('Lý do vắng của Trần Thị Bình')).toHaveValue('ốm');
    await expect.element(choose('Hoàng Thị Hòa', 'Miễn sinh hoạt')).toBeChecked();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.element(choose('Nguyễn Văn An', 'Có mặt')).not.toBeChecked();
  });

  it('draws three hundred members and marks one at once', async () => {
    const stage = await setUp();
    const attendance = Array.from({ length: 300 }, (_, index) => ({
      memberId: null,
      name: `Người Số ${String(index).padStart(3, '0')}`,
      status: null,
      state: null,
      specialDuty: false,
      reason: '',
      spoke: false,
    }));
    await keep(stage, [planned({ attendance, heldFrom: NOW.toISOString(), heldTo: NOW.toISOString() })]);
    await stage.open('#/meetings/m1');
    await expect.element(choose('Người Số 299', 'Có mặt')).toBeInTheDocument();
    await page.getByLabelText('Tìm tên').fill('so 299');
    await choose('Người Số 299', 'Có mặt').click();
    await page.getByLabelText('Tìm tên').fill('');
    await expect.poll(() => document.querySelectorAll('.meeting-roll-row').length).toBeGreaterThanOrEqual(300);
    await expect
      .poll(async () => (await stored(stage)).attendance.filter(({ state }) => state === 'CO_MAT').length)
      .toBe(1);
  });
});
