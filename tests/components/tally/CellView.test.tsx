/** "Chi bộ" from an empty roster to a file in hand: import, review, tally, exports, and every refusal on the way. */
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ownPageActionSchema } from '@/lib/model/actions';
import { type Tally, tallySchema } from '@/lib/model/tally';
import { listMembers } from '@/lib/tracker';
import { consent, createStage, expectGoodEverywhere, SEVEN, sevenAsCsv, type Stage } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

async function openCell(stage: Stage, tab: string) {
  await consent(stage);
  await stage.open('#/cell');
  await page.getByRole('tab', { name: tab }).click();
}

async function paste(text: string) {
  await page.getByLabelText(/Chép các ô trong Excel/).fill(text);
  await page.getByRole('button', { name: 'Đọc phần đã dán' }).click();
}

/** Names and bytes of files handed to the browser from now on. */
function catchDownloads() {
  const files: { name: string; blob: Promise<Blob> }[] = [];
  const catcher = (event: Event) => {
    const link = event.target instanceof HTMLAnchorElement ? event.target : null;
    if (!link?.download) return;
    event.preventDefault();
    files.push({ name: link.download, blob: fetch(link.href).then((answer) => answer.blob()) });
  };
  document.addEventListener('click', catcher, true);
  return { files, stop: () => document.removeEventListener('click', catcher, true) };
}

describe('the cell', () => {
  it('pastes seven members, reviews them, and tallies them exactly', async () => {
    const stage = createStage();
    await openCell(stage, 'Đưa số liệu vào');
    await expectGoodEverywhere('dashboard-bring');
    await paste(sevenAsCsv('\t'));
    await expect.element(page.getByRole('heading', { name: 'Xem lại trước khi lưu' })).toBeVisible();
    await expect.element(page.getByText('7 người, 14 lần ghi điểm.')).toBeVisible();
    expect(await listMembers(stage.db)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu 14 lần ghi điểm, thêm 7 người.')).toBeVisible();

    await page.getByText('Quý', { exact: true }).click();
    await page.getByLabelText('Kỳ', { exact: true }).selectOptions('Quý III');
    await expect.element(page.getByText('Bảng tổng hợp 01/07/2026 – 30/09/2026')).toBeVisible();
    const table = page.getByRole('table', { name: 'Họ và tên' });
    await expect.poll(() => table.element().querySelectorAll('tbody tr').length).toBe(7);
    const rows = [...table.element().querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows.map((row) => row[1])).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
      'Lê Hoàng Cường',
      'Phạm Thu Dung',
      'Đỗ Văn Đông',
      'Hoàng Thị Hòa',
      'Vũ Minh Khoa',
    ]);
    const figures = page.getByRole('table', { name: 'Điểm', exact: true });
    for (const shown of ['70.000', '1.000', '15.000', '6.000', '105.000']) {
      await expect.element(figures.getByText(shown, { exact: true }).first()).toBeVisible();
    }
    await expectGoodEverywhere('dashboard-tally');
  });

  it('exports what the screen shows, after telling what leaves', async () => {
    const stage = createStage();
    await openCell(stage, 'Đưa số liệu vào');
    await paste(sevenAsCsv(';'));
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('group', { name: 'Kỳ báo cáo' }).getByText('Năm', { exact: true }).click();
    await expect.element(page.getByText('Bảng tổng hợp 01/01/2026 – 31/12/2026')).toBeVisible();
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await expect.element(page.getByRole('dialog').getByText(/họ tên và điểm của 7 đảng viên/)).toBeVisible();
    await expectGoodEverywhere('dashboard-export');
    const caught = catchDownloads();
    await page.getByText('JSON, cho phần mềm khác').click();
    await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
    await expect.poll(() => caught.files.length).toBe(1);
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await page.getByText('CSV dấu chấm phẩy (;), mở bằng Excel tiếng Việt').click();
    await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
    await expect.poll(() => caught.files.length).toBe(2);
    caught.stop();
    expect(caught.files.map(({ name }) => name)).toEqual([
      'tong-hop-2026-01-01-2026-12-31.json',
      'tong-hop-2026-01-01-2026-12-31.csv',
    ]);
    const [json, csv] = await Promise.all(caught.files.map(async ({ blob }) => (await blob).text()));
    const tally: Tally = tallySchema.parse(JSON.parse(json ?? ''));
    expect(tally.members.map(({ name, points }) => [name, points])).toEqual(
      SEVEN.map(([name, total]) => [name, total]),
    );
    expect(tally.summary.points).toEqual({ max: 70_000, min: 1_000, mean: 15_000, median: 6_000, total: 105_000 });
    for (const [name, total] of SEVEN) {
      expect(csv).toContain(`${name};`);
      expect(csv).toContain(`;${total};`);
    }
  });

  it('shows what is written meanwhile: figures moved, and somebody new', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.act({ type: 'giveConsent', item: 'cellLists', text: 'Đồng ý', language: 'vi' });
    const told = (subject: string, day: string, total: number) => ({
      subject,
      at: `${day}T03:00:00.000Z`,
      day,
      total,
      source: 'file' as const,
      origin: 'diem.csv',
      where: 'dòng 2',
      raw: String(total),
    });
    const save = async (...readings: ReturnType<typeof told>[]) =>
      expect(await stage.act(ownPageActionSchema.parse({ type: 'recordReadings', readings }))).toMatchObject({
        ok: true,
      });
    const add = async (name: string) => {
      const saved = await stage.act(ownPageActionSchema.parse({ type: 'saveMembers', members: [{ name }] }));
      return (saved as { value: { ids: string[] } }).value.ids[0] ?? ''; // the reply of saveMembers
    };
    const binh = await add('Trần Bình');
    await save(told(binh, '2026-09-30', 1), told(binh, '2026-10-20', 11), told(binh, '2026-11-10', 31));
    await stage.open('#/cell');
    const table = page.getByRole('table', { name: 'Họ và tên' });
    const rows = () => [...table.element().querySelectorAll('tbody tr')].map((row) => row.textContent);
    await expect.poll(rows).toEqual([expect.stringMatching(/Trần Bình.*11.*31.*20/)]);
    const an = await add('Nguyễn An');
    await save(told(an, '2026-09-30', 0), told(an, '2026-10-20', 700), told(an, '2026-11-10', 1_500));
    await expect.poll(() => rows().length).toBe(2);
    await save({ ...told(binh, '2026-10-25', 21) });
    await expect
      .poll(rows)
      .toEqual([expect.stringMatching(/Nguyễn An.*700.*1\.500.*800/), expect.stringMatching(/Trần Bình.*21.*31.*10/)]);
  });

  it('asks about doubtful people and merges nothing by itself', async () => {
    const stage = createStage();
    await openCell(stage, 'Đưa số liệu vào');
    await stage.act({ type: 'saveMembers', members: [{ name: 'Trần Thị Hòa' }, { name: 'Nguyễn Văn An' }] });
    await expect.poll(async () => (await listMembers(stage.db)).length).toBe(2);
    await paste(
      'Họ và tên\tNgày\tĐiểm tích lũy\nTran Thi Hoa\t30/09/2026\t500\nNguyễn Văn An\t30/09/2026\t700\nLê Mới\t30/09/2026\t90',
    );
    await expect.element(page.getByText('Còn 1 người chưa chọn.')).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Lưu', exact: true }))
      .toHaveAttribute('aria-disabled', 'true');
    await expectGoodEverywhere('dashboard-review');
    await page.getByLabelText('Tran Thi Hoa là ai?').selectOptions('Trần Thị Hòa: khác dấu');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu 3 lần ghi điểm, thêm 1 người.')).toBeVisible();
    expect((await listMembers(stage.db)).map(({ name, otherNames }) => [name, otherNames])).toEqual([
      ['Nguyễn Văn An', []],
      ['Trần Thị Hòa', ['Tran Thi Hoa']],
      ['Lê Mới', []],
    ]);
  });

  it('names every dropped personal column and stores none of it', async () => {
    const stage = createStage();
    await openCell(stage, 'Đưa số liệu vào');
    await paste('Họ và tên\tSố CCCD\tSĐT\tNgày\tĐiểm tích lũy\nLê Mới\t034080001234\t0912345678\t30/09/2026\t90');
    await expect.element(page.getByText('Đã bỏ, không đọc và không lưu các cột: Số CCCD, SĐT.')).toBeVisible();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu 1 lần ghi điểm, thêm 1 người.')).toBeVisible();
    const everything = JSON.stringify(await Promise.all(stage.db.tables.map((table) => table.toArray())));
    expect(everything).toContain('Lê Mới');
    expect(everything).not.toContain('034080001234');
    expect(everything).not.toContain('0912345678');
  });

  it('refuses a broken list with row, column and reason, and a file that is too large unread', async () => {
    const stage = createStage();
    await openCell(stage, 'Đưa số liệu vào');
    await paste('Họ và tên\tNgày\tĐiểm tích lũy\nLê Mới\t31/02/2026\t90\nTrần Bình\t30/09/2026\tgần 70.000');
    await expect.element(page.getByText(/Không dùng được phần dán từ bảng tính. Chưa có gì thay đổi./)).toBeVisible();
    const problems = page.getByRole('table', { name: 'Cần xem lại' });
    await expect.element(problems.getByText('gần 70.000')).toBeVisible();
    await expect.element(problems.getByText('C (Điểm tích lũy)')).toBeVisible();
    await expect.element(problems.getByText('B (Ngày)')).toBeVisible();
    await expectGoodEverywhere('dashboard-refused');
    expect(await listMembers(stage.db)).toEqual([]);

    let read = false;
    const huge = new File(['x'], 'to.xlsx');
    Object.defineProperty(huge, 'size', { value: 50 * 1024 * 1024 });
    huge.arrayBuffer = () => ((read = true), Promise.resolve(new ArrayBuffer(0)));
    const files = new DataTransfer();
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
    Object.defineProperty(drop.dataTransfer, 'files', { value: [huge] });
    document.querySelector('.drop-box')?.dispatchEvent(drop);
    await expect.element(page.getByText('Tệp nặng 50.0 MB; chỉ nhận tệp đến 20 MB.')).toBeVisible();
    expect(read).toBe(false);
  });

  it('keeps the review on screen when saving fails, and goes on without doubling', async () => {
    const stage = createStage();
    await openCell(stage, 'Đưa số liệu vào');
    await paste(sevenAsCsv('\t'));
    stage.broken = true;
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Chưa lưu được. Những gì bạn nhập vẫn còn ở đây.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Tải phần chưa lưu về máy' })).toBeVisible();
    stage.broken = false;
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu 14 lần ghi điểm, thêm 7 người.')).toBeVisible();
    expect(await listMembers(stage.db)).toHaveLength(7);
  });

  it('adds, edits, finds, takes off and puts back a member; keeps identity numbers out', async () => {
    const stage = createStage();
    await openCell(stage, 'Danh sách đảng viên');
    await page.getByRole('button', { name: 'Thêm đảng viên' }).click();
    await page.getByRole('dialog').getByLabelText('Họ và tên').fill('Đỗ Thị Lan');
    await page.getByLabelText('Mã (nếu có)').fill('034080001234');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText(/không được lưu ở đây/)).toBeVisible();
    await page.getByLabelText('Mã (nếu có)').fill('7');
    await page.getByLabelText('Lý do chưa cài đặt hoặc chưa có số liệu').selectOptions('không có điện thoại phù hợp');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByRole('grid').getByText('Đỗ Thị Lan').first()).toBeVisible();
    await expectGoodEverywhere('dashboard-roster');
    await page.getByLabelText('Tìm theo tên').fill('do thi');
    await expect.element(page.getByText('1 đảng viên')).toBeVisible();
    await page.getByRole('button', { name: 'Sửa Đỗ Thị Lan' }).click();
    await page.getByRole('button', { name: 'Bỏ khỏi danh sách' }).click();
    await expect.element(page.getByText('Đã bỏ Đỗ Thị Lan khỏi danh sách.')).toBeVisible();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.element(page.getByRole('grid').getByText('Đỗ Thị Lan').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    await expect
      .element(page.getByRole('listitem').filter({ hasText: 'Đỗ Thị Lan' }))
      .toHaveTextContent('Đỗ Thị Lan: không có điện thoại phù hợp');
  });

  it('keeps two members of one name apart in the tally', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.act({ type: 'saveMembers', members: [{ name: 'Nguyễn Văn An' }, { name: 'Nguyễn Văn An' }] });
    const members = await listMembers(stage.db);
    for (const [index, { id }] of members.entries()) {
      const reading = { at: null, source: 'manual' as const, origin: '', raw: '', where: '', subject: id };
      const days = [
        { ...reading, day: '2026-10-31', total: 100 },
        { ...reading, day: '2026-11-10', total: 200 + index * 50 },
      ];
      await stage.act({ type: 'recordReadings', readings: days });
    }
    await stage.open('#/cell');
    const table = page.getByRole('table', { name: 'Họ và tên' });
    await expect.element(table.getByText('150', { exact: true })).toBeVisible();
    await expect.element(table.getByText('100', { exact: true }).nth(2)).toBeVisible();
    expect(table.element().querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('types in points of one member', async () => {
    const stage = createStage();
    await openCell(stage, 'Danh sách đảng viên');
    await stage.act({ type: 'saveMembers', members: [{ name: 'Lê Hoàng Cường' }] });
    await page.getByRole('button', { name: 'Điểm Lê Hoàng Cường' }).click();
    await page.getByRole('dialog').getByLabelText('Điểm tích lũy (tổng số)').fill('1 250');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Đã lưu 1.250 điểm, ngày 20/11/2026.')).toBeVisible();
  });
});
