/** Copies outside the browser as a person makes, keeps and puts them back; nothing counts or changes before it is proved. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChosenFolder } from '@/components/data/file-pickers';
import { rememberFolder } from '@/components/data/folder-store';
import { MOST_LOG_N, open, readPayload, seal, writePayload } from '@/lib/backup';
import { type AllData, SCHEMA_VERSION } from '@/lib/model/all-data';
import { SELF } from '@/lib/model/point-reading';
import { countEverything, exportEverything, getBackupState } from '@/lib/tracker';
import type { Safety } from '@/lib/tracker/safety';
import { NOW, type Stage, consent, createStage, expectGoodEverywhere } from '../desk-stage';
import { expectAccessible, picture, watchScreen } from '../screen';

watchScreen();
const PASS = 'meo-xanh-lua-thom-cau-dai-ga-vui-sen-trang-song-sau';
const quick = { logN: 6 };
/** Deriving a key at the full work factor takes seconds, on a busy machine many. */
const PATIENT = { timeout: 60_000 };
vi.setConfig({ testTimeout: 180_000 });

type Globals = { showSaveFilePicker?: unknown; showDirectoryPicker?: unknown };
const globals = globalThis as Globals;
const before = { save: globals.showSaveFilePicker, folder: globals.showDirectoryPicker };
afterEach(() => {
  globals.showSaveFilePicker = before.save;
  globals.showDirectoryPicker = before.folder;
});

async function filled(now = () => NOW): Promise<Stage> {
  const stage = createStage(now);
  await consent(stage);
  await stage.act({ type: 'saveMembers', members: [{ name: 'Lê Hoàng Cường' }, { name: 'Trần Thị Bình' }] });
  await record(stage, '2026-11-01', 5);
  return stage;
}

const record = (stage: Stage, day: string, total: number) => {
  const reading = { subject: SELF, day, at: null, total, source: 'manual' as const };
  return stage.act({ type: 'recordReadings', readings: [{ ...reading, origin: '', raw: String(total), where: '' }] });
};

/** A folder of the origin's private files, as the pickers would give one. */
async function privateFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(`t-${crypto.randomUUID()}`, { create: true });
}

async function fileFor(data: AllData, passphrase = PASS, name = 'ban-sao.age'): Promise<File> {
  return new File([(await seal(writePayload(data), passphrase, quick)).slice()], name);
}

async function begin(stage: Stage, file: File, passphrase = PASS): Promise<void> {
  await stage.open('#/data');
  await page.getByRole('button', { name: 'Khôi phục từ bản sao' }).click();
  await userEvent.upload(page.getByLabelText('Tệp bản sao'), file);
  await page.getByLabelText('Mật khẩu của bản sao').fill(passphrase);
  await page.getByRole('button', { name: 'Mở và xem trước' }).click();
}

describe('making a copy', () => {
  it('counts only after it was read back from where it was saved', async () => {
    const stage = await filled();
    const folder = await privateFolder();
    let asked: { suggestedName: string } | null = null;
    globals.showSaveFilePicker = (options: { suggestedName: string }) => {
      asked = options;
      return folder.getFileHandle(options.suggestedName, { create: true });
    };
    await stage.open('#/data');
    await expect.element(page.getByText('Bản sao ngoài trình duyệt: chưa có')).toBeVisible();
    await page.getByRole('button', { name: 'Tạo bản sao có mật khẩu' }).click();
    await expectGoodEverywhere('backup-passphrase');
    await page.getByRole('button', { name: 'Tạo bản sao', exact: true }).click();
    await expect.element(page.getByText('Hãy ghi lại mật khẩu rồi đánh dấu ô này.')).toBeVisible();
    const typed = document.querySelector('.phrase-typed')?.textContent ?? '';
    await page.getByLabelText('Tôi đã ghi lại hoặc in mật khẩu này').click();
    await page.getByRole('button', { name: 'Tạo bản sao', exact: true }).click();
    await page.getByRole('button', { name: 'Lưu tệp…' }).click();
    await expect.element(page.getByText(/Đã có bản sao ban-sao-rieng-2026-11-20\.age/), PATIENT).toBeVisible();
    await expectAccessible();
    expect(asked).toMatchObject({ suggestedName: 'ban-sao-rieng-2026-11-20.age' });
    expect((await getBackupState(stage.db)).last).toMatchObject({ place: 'file', counts: { readings: 1, members: 2 } });
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await expect.element(page.getByText('Bản sao ngoài trình duyệt: hôm nay')).toBeVisible();

    // And it brings everything back into an empty store, with the passphrase as it was shown.
    const file = await (await folder.getFileHandle('ban-sao-rieng-2026-11-20.age')).getFile();
    const saved = await exportEverything(stage.db, NOW);
    await stage.act({ type: 'eraseEverything' });
    await begin(stage, file, typed.replaceAll('-', '  ').toUpperCase());
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect
      .element(page.getByText(/Đã khôi phục xong\. Hiện có 1 lần ghi điểm và 2 người/), PATIENT)
      .toBeVisible();
    const after = await exportEverything(stage.db, NOW);
    expect([after.readings, after.members, after.consents]).toEqual([saved.readings, saved.members, saved.consents]);
  });

  it('does not count a file that is not the one saved', async () => {
    const stage = await filled();
    globals.showSaveFilePicker = undefined;
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await stage.open('#/data');
    await page.getByRole('button', { name: 'Tạo bản sao có mật khẩu' }).click();
    await page.getByRole('button', { name: 'Tự đặt mật khẩu' }).click();
    await page.getByLabelText('Mật khẩu tự đặt').fill('matkhau123456789');
    await page.getByLabelText('Tôi đã ghi lại hoặc in mật khẩu này').click();
    await page.getByRole('button', { name: 'Tạo bản sao', exact: true }).click();
    await expect.element(page.getByText(/Mật khẩu là dãy phím liền nhau/)).toBeVisible();
    await expectAccessible();
    await page.getByLabelText('Mật khẩu tự đặt').fill('bảy con ngựa ăn xôi ở ga Lạng Sơn');
    await page.getByLabelText('Tôi đã ghi lại hoặc in mật khẩu này').click();
    await page.getByRole('button', { name: 'Tạo bản sao', exact: true }).click();
    await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
    expect(clicked).toHaveBeenCalledOnce();
    await expect.element(page.getByText(/Hãy chọn lại chính tệp ấy/)).toBeVisible();
    await record(stage, '2026-11-02', 6);
    const other = await fileFor(await exportEverything(stage.db, NOW), 'bảy con ngựa ăn xôi ở ga Lạng Sơn');
    await userEvent.upload(page.getByLabelText('Chọn lại tệp vừa lưu'), other);
    await expect.element(page.getByText(/không giống bản sao vừa tạo nên chưa được tính/), PATIENT).toBeVisible();
    await expectAccessible();
    expect((await getBackupState(stage.db)).last).toBeNull();
  });

  it('can be stopped, prints its sheet only when asked, and keeps no passphrase', async () => {
    const stage = await filled();
    const printed: string[] = [];
    vi.spyOn(window, 'print').mockImplementation(() => {
      printed.push(document.querySelector('.print-sheet')?.textContent ?? '');
      dispatchEvent(new Event('afterprint'));
    });
    await stage.open('#/data');
    await page.getByRole('button', { name: 'Tạo bản sao có mật khẩu' }).click();
    const typed = document.querySelector('.phrase-typed')?.textContent ?? '';
    expect(printed).toEqual([]);
    await page.getByRole('button', { name: 'In phiếu mật khẩu' }).click();
    expect(printed).toHaveLength(1);
    for (const part of [typed, 'ban-sao-rieng-2026-11-20.age', '20/11/2026', 'age -d -o'])
      expect(printed[0]).toContain(part);
    expect(document.querySelector('.print-sheet')).toBeNull();
    await page.getByLabelText('Tôi đã ghi lại hoặc in mật khẩu này').click();
    await page.getByRole('button', { name: 'Tạo bản sao', exact: true }).click();
    await page.getByRole('button', { name: 'Dừng' }).click();
    await expect.element(page.getByRole('button', { name: 'In phiếu mật khẩu' })).toBeVisible();
    expect(JSON.stringify(await stage.db.backups.toArray())).not.toContain(typed);
    expect((await getBackupState(stage.db)).last).toBeNull();
  });
});

describe('putting a copy back', () => {
  it('shows what it brings, merges by default and can be undone', async () => {
    const stage = await filled();
    const old = await exportEverything(stage.db, NOW);
    const [first] = old.readings;
    const conflict = {
      ...old,
      readings: [
        { ...first!, total: 9 },
        { ...first!, id: 'x', day: '2026-10-01', total: 3 },
      ],
    };
    const theirs = { ...conflict, counts: { ...old.counts, readings: 2 } };
    await record(stage, '2026-11-15', 70);
    const asked: unknown[] = [];
    const safety: Safety = {
      snapshot: () => Promise.resolve('s1'),
      at: () => Promise.resolve(7),
      restore: (...args) => {
        asked.push(args);
        return Promise.resolve({ ok: true, value: null });
      },
    };
    stage.safety = safety;
    await begin(stage, await fileFor(theirs));
    const row = page.getByRole('row', { name: /Lần ghi điểm/ }).last();
    await expect.element(row).toHaveTextContent('Lần ghi điểm10011');
    await page.getByText('Xem ví dụ').click();
    await expectGoodEverywhere('restore-preview');
    await expect.element(page.getByText('Trong bản sao: 01/11/2026 · 9')).toBeVisible();
    await page.getByText('bản trong tệp').click();
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect.element(page.getByText(/Đã khôi phục xong\. Hiện có 3 lần ghi điểm/)).toBeVisible();
    await expectAccessible();
    const totals = (await exportEverything(stage.db, NOW)).readings.map(({ total }) => total);
    expect(totals.sort((a, b) => a - b)).toEqual([3, 9, 70]);
    await page.getByRole('button', { name: 'Hoàn tác khôi phục' }).click();
    await expect.element(page.getByText('Đã hoàn tác: dữ liệu trở lại như trước khi khôi phục.')).toBeVisible();
    expect(asked).toEqual([['s1', expect.any(Number)]]);
  });

  it('replaces only after the word, and says first what will be gone', async () => {
    const stage = await filled();
    const old = await exportEverything(stage.db, NOW);
    await record(stage, '2026-11-15', 70);
    await begin(stage, await fileFor(old));
    await page.getByText('Thay: bỏ dữ liệu đang có').click();
    await expect.element(page.getByText('1 lần ghi điểm', { exact: true })).toBeVisible();
    await expectGoodEverywhere('restore-replace');
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect.element(page.getByText('Chưa đúng chữ THAY.')).toBeVisible();
    expect((await countEverything(stage.db)).readings).toBe(2);
    await page.getByLabelText('Gõ chữ THAY để xác nhận').fill('thay');
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect.element(page.getByText(/Hiện có 1 lần ghi điểm/)).toBeVisible();
    await expect.element(page.getByText('Lần này không có đường lui tự động.')).toBeVisible();
    expect((await countEverything(stage.db)).readings).toBe(1);
  });

  it.each<[string, (good: File) => Promise<File>, RegExp]>([
    [
      'a cut file',
      async (good) => new File([good.slice(0, good.size - 5)], 'a.age'),
      /Tệp bị cắt hoặc bị sửa sau khi tạo/,
    ],
    ['another file', () => Promise.resolve(new File(['hello, this is no copy'], 'a.age')), /không phải tệp bản sao/],
    ['an empty file', () => Promise.resolve(new File([], 'a.age')), /Tệp rỗng/],
    [
      'hostile data',
      async () => new File([(await seal('{"format":"sotay-data","__proto__":{}}', PASS, quick)).slice()], 'a.age'),
      /tên trường nguy hiểm/,
    ],
    [
      'a huge work factor',
      async (good) => {
        const bytes = new Uint8Array(await good.arrayBuffer());
        const text = new TextDecoder('latin1').decode(bytes).replace(' 6\n', ` ${MOST_LOG_N + 1}\n`);
        return new File([Uint8Array.from(text, (char) => char.charCodeAt(0))], 'a.age');
      },
      /đòi máy làm việc quá nhiều/,
    ],
  ])('refuses %s with its reason and changes nothing', async (_what, bend, reason) => {
    const stage = await filled();
    const all = await exportEverything(stage.db, NOW);
    await begin(stage, await bend(await fileFor(all)));
    await expect.element(page.getByText(reason)).toBeVisible();
    await expect.element(page.getByText('Dữ liệu đang có không thay đổi.')).toBeVisible();
    expect(await exportEverything(stage.db, NOW)).toEqual(all);
  });

  it('refuses a wrong passphrase, lets it be mended, and says when writing failed', async () => {
    const stage = await filled();
    const all = await exportEverything(stage.db, NOW);
    await begin(stage, await fileFor(all), 'sai mật khẩu rồi');
    await expect.element(page.getByText(/Mật khẩu không đúng với tệp này/)).toBeVisible();
    await expectGoodEverywhere('restore-refused');
    await userEvent.upload(page.getByLabelText('Tệp bản sao'), await fileFor(all));
    await page.getByLabelText('Mật khẩu của bản sao').fill(PASS);
    await page.getByRole('button', { name: 'Mở và xem trước' }).click();
    await expect.element(page.getByText('Bản sao không có gì khác với dữ liệu đang có.')).toBeVisible();
    stage.broken = true;
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect.element(page.getByText(/Mất liên lạc với phần nền/)).toBeVisible();
    await expectAccessible();
    expect(await exportEverything(stage.db, NOW)).toEqual(all);
  });
});

describe('copies into a folder', () => {
  it('need a yes to keeping the passphrase, are proved, and stop with it forgotten', async () => {
    const stage = await filled();
    const folder = await privateFolder();
    globals.showDirectoryPicker = () => Promise.resolve(folder);
    await stage.open('#/data');
    await page.getByRole('button', { name: 'Chọn thư mục…' }).click();
    await page.getByLabelText('Tôi đã ghi lại hoặc in mật khẩu này').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chọn thư mục…' }).click();
    await expect.element(page.getByText('Hãy đánh dấu ô này nếu bạn đồng ý.')).toBeVisible();
    await expectGoodEverywhere('backup-folder');
    await page.getByLabelText(/Tôi hiểu và đồng ý giữ mật khẩu/).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chọn thư mục…' }).click();
    await expect.element(page.getByText('Đã tạo và kiểm tra ban-sao-2026-11-20.age.'), PATIENT).toBeVisible();
    expect((await getBackupState(stage.db)).last).toMatchObject({ place: 'folder' });
    await page.getByRole('button', { name: 'Thôi tự tạo' }).click();
    await expect.element(page.getByText(/quên mật khẩu/)).toBeVisible();
    expect((await getBackupState(stage.db)).folderPassphrase).toBeNull();
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    expect(names).toEqual(['ban-sao-2026-11-20.age']);
  });
});

describe('automatic copies', () => {
  const late = () => new Date('2027-01-05T03:00:00.000Z');
  const old = {
    takenAt: NOW.toISOString(),
    verifiedAt: NOW.toISOString(),
    place: 'folder' as const,
    seq: 1,
    counts: {},
  };
  async function wanted(): Promise<Stage> {
    const stage = await filled(late);
    await stage.act({ type: 'keepFolderPassphrase', passphrase: PASS });
    await stage.act({ type: 'recordBackup', backup: old });
    return stage;
  }
  const taken = async (stage: Stage) => (await getBackupState(stage.db)).last?.takenAt;

  it('are made when the dashboard is open and the last is too old, and open with the passphrase kept', async () => {
    const stage = await wanted();
    const folder = await privateFolder();
    await rememberFolder(folder as unknown as ChosenFolder);
    await stage.open('#/settings');
    await expect.poll(() => taken(stage), PATIENT).toBe(late().toISOString());
    const file = await (await folder.getFileHandle('ban-sao-2027-01-05.age')).getFile();
    const data = readPayload(await open(new Uint8Array(await file.arrayBuffer()), PASS), SCHEMA_VERSION);
    expect(data.counts).toMatchObject({ readings: 1, members: 2 });
    await rememberFolder(null);
  });

  it('that the browser must allow again wait for one press', async () => {
    const stage = await wanted();
    const folder = await privateFolder();
    await rememberFolder(folder as unknown as ChosenFolder);
    const handles = FileSystemDirectoryHandle.prototype as unknown as ChosenFolder & object;
    const query = vi.spyOn(handles as Required<ChosenFolder>, 'queryPermission').mockResolvedValue('prompt');
    vi.spyOn(handles as Required<ChosenFolder>, 'requestPermission').mockImplementation(() => {
      query.mockResolvedValue('granted');
      return Promise.resolve('granted');
    });
    await stage.open('#/data');
    await expect.element(page.getByText('Trình duyệt cần bạn cho phép ghi vào thư mục lần nữa.')).toBeVisible();
    await expectAccessible();
    await expect.poll(async () => (await getBackupState(stage.db)).folderProblem).toBe('permission');
    expect(await taken(stage)).toBe(old.takenAt);
    await page.getByRole('button', { name: 'Cho phép' }).click();
    await expect.poll(() => taken(stage), PATIENT).toBe(late().toISOString());
    expect((await getBackupState(stage.db)).folderProblem).toBeNull();
    await rememberFolder(null);
  });

  it('whose folder is gone say so', async () => {
    const stage = await wanted();
    await rememberFolder(null);
    await stage.open('#/data');
    await expect.element(page.getByText(/không còn thấy thư mục/)).toBeVisible();
    expect(await taken(stage)).toBe(old.takenAt);
  });
});

describe('being reminded', () => {
  it('says on every screen when a copy is due, not more often than wanted', async () => {
    const late = () => new Date('2027-01-05T03:00:00.000Z');
    const later = createStage(late);
    await consent(later);
    await later.open('#/settings');
    await expect.element(page.getByText('Nên tạo một bản sao mới.')).not.toBeInTheDocument();
    const backup = {
      takenAt: NOW.toISOString(),
      verifiedAt: NOW.toISOString(),
      place: 'file' as const,
      seq: 1,
      counts: {},
    };
    await later.act({ type: 'recordBackup', backup });
    await expect.element(page.getByText('Bản sao ngoài trình duyệt: 46 ngày trước')).toBeVisible();
    await picture('backup-reminder');
    await expectAccessible();
    await later.act({ type: 'saveSettings', patch: { backupEvery: 'never' } });
    await expect.element(page.getByText('Nên tạo một bản sao mới.')).not.toBeInTheDocument();
  });
});
