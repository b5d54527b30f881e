/** Reports on screen: what is shown equals the source, findings are told, files come out of the real worker, nothing leaves unasked. */
import '@/entrypoints/dashboard/dashboard.css';
import '@/entrypoints/dashboard/print.css';
import { setUpZod } from '@/entrypoints/dashboard/setup';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ReportView, type ReportViewProps } from '@/components/documents/ReportView';
import type { LoadInput } from '@/components/documents/use-report';
import { LanguageProvider } from '@/components/i18n';
import { ToastProvider } from '@/components/ui/Toast';
import { type Desk, createDesk } from '@/components/workers/desk';
import { DEFINITIONS, type DocumentId, DOC_PROFILES, makeFromUnknown } from '@/lib/documents';
import { tablesOf } from '@/lib/documents/paper';
import { showValue } from '@/lib/documents/values';
import { ALL, QUALITY } from '../../lib/documents/samples';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

setUpZod();
watchScreen();

let desk: Desk;
const files: { name: string; bytes: Promise<Uint8Array> }[] = [];
const catchLink = (event: Event) => {
  const link = event.target instanceof HTMLAnchorElement ? event.target : null;
  if (!link?.download) return;
  event.preventDefault();
  files.push({
    name: link.download,
    bytes: fetch(link.href).then(async (one) => new Uint8Array(await one.arrayBuffer())),
  });
};
beforeEach(() => {
  desk = createDesk();
  files.length = 0;
  document.addEventListener('click', catchLink, true);
});
afterEach(() => {
  desk.destroy();
  document.removeEventListener('click', catchLink, true);
});

const loadSample: LoadInput = (id) => Promise.resolve({ input: ALL[id] });

function open(props: Partial<ReportViewProps> = {}, language: 'vi' | 'en' = 'vi') {
  const exported: [DocumentId, string][] = [];
  show(
    <LanguageProvider language={language}>
      <ToastProvider>
        <main class="page">
          <ReportView
            documents={DEFINITIONS.map(({ id }) => id)}
            first="meeting-quality"
            profiles={DOC_PROFILES}
            profileId="hd05-2026"
            onProfile={() => undefined}
            onEditProfile={() => undefined}
            today="2026-02-10"
            load={loadSample}
            write={(ask, signal) => desk.call('writeDocument', ask, signal)}
            onExported={(id, format) => exported.push([id, format])}
            {...props}
          />
        </main>
      </ToastProvider>
    </LanguageProvider>,
  );
  return exported;
}

describe('a report', () => {
  it.each(DEFINITIONS.map(({ id, label }) => [id, label.vi] as const))(
    '%s is drawn with every value',
    async (id, name) => {
      open({ first: id });
      const sheet = page.getByRole('article', { name });
      await expect.element(sheet).toBeVisible();
      const { paper } = makeFromUnknown(id, ALL[id], DOC_PROFILES[0]!);
      const tables = [...sheet.element().querySelectorAll('table')];
      expect(tables).toHaveLength(tablesOf(paper).length);
      tablesOf(paper).forEach((table, at) => {
        const rows = [...(tables[at]?.tBodies[0]?.rows ?? [])].map((row) =>
          [...row.cells].map((cell) => cell.textContent),
        );
        expect(rows).toEqual(table.rows.map((row) => row.cells.map(showValue)));
      });
      const text = sheet.element().textContent ?? '';
      for (const block of paper.blocks) {
        if (block.kind === 'paragraph' || block.kind === 'heading') expect(text).toContain(block.text);
      }
      for (const note of paper.notes) expect(text).toContain(note);
    },
  );

  it.each([
    ['meeting-quality', 1200, 1500],
    ['minutes', 1200, 1900],
    ['adoption', 390, 1500],
  ] as const)('%s is good to look at, %i wide', async (id, width, height) => {
    await page.viewport(width, height);
    open({ first: id });
    await expect.element(page.getByRole('article')).toBeVisible();
    await expectGoodInEveryLook(`report-${id}-${width}`);
    await page.viewport(414, 896);
  });

  it('is chosen with its period', async () => {
    const asked: unknown[] = [];
    const load: LoadInput = (id, period) => {
      asked.push([id, period.from, period.to]);
      return loadSample(id, period, new AbortController().signal);
    };
    open({ load });
    await page.getByLabelText('Loại báo cáo').selectOptions('Biên bản');
    await expect.element(page.getByRole('article', { name: 'Biên bản' })).toBeVisible();
    await page.getByRole('radio', { name: 'Quý' }).click();
    await vi.waitFor(() => expect(asked.at(-1)).toEqual(['minutes', '2026-01-01', '2026-03-31']));
    expect(asked[0]).toEqual(['meeting-quality', '2026-02-01', '2026-02-28']);
  });

  it('shows the papers of one meeting without asking for a period', async () => {
    const asked: unknown[] = [];
    const load: LoadInput = (id, period) => {
      asked.push([id, period]);
      return Promise.resolve({ input: ALL[id] });
    };
    const fixed = { from: '2026-02-05', to: '2026-02-05' };
    open({ documents: ['minutes', 'resolution'], first: 'minutes', fixed, load });
    await expect.element(page.getByRole('article', { name: 'Biên bản' })).toBeVisible();
    expect(page.getByText('Kỳ báo cáo').query()).toBeNull();
    expect(asked).toEqual([['minutes', fixed]]);
  });

  it('speaks English around the same paper', async () => {
    open({}, 'en');
    await expect.element(page.getByRole('article', { name: 'Monthly list of meeting quality' })).toBeVisible();
    await expect.element(page.getByText('ĐẢNG CỘNG SẢN VIỆT NAM')).toBeVisible();
  });

  it('takes the draft line out and puts it in', async () => {
    open({ first: 'minutes' });
    const line = page.getByText('(Bản dự thảo do phần mềm soạn, xóa dòng này trước khi ký)');
    await expect.element(line).toBeVisible();
    await page.getByRole('checkbox', { name: /Bản dự thảo/ }).click();
    await expect.element(line).not.toBeInTheDocument();
  });
});

describe('without figures', () => {
  it('says why and what to do', async () => {
    open({ load: () => Promise.resolve({ none: 'Chưa chấm buổi sinh hoạt nào trong tháng 02.' }) });
    await expect.element(page.getByText('Chưa chấm buổi sinh hoạt nào trong tháng 02.')).toBeVisible();
    await expectGoodInEveryLook('report-none');
  });

  it('tells a failure and tries again', async () => {
    let times = 0;
    const load: LoadInput = (id) =>
      ++times === 1 ? Promise.reject(new Error('kho dữ liệu đóng')) : Promise.resolve({ input: ALL[id] });
    open({ load });
    await expect.element(page.getByText('kho dữ liệu đóng')).toBeVisible();
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect.element(page.getByRole('article')).toBeVisible();
  });

  it('names the places of an input that does not fit', async () => {
    const input = { ...QUALITY, month: 'x' };
    open({ load: () => Promise.resolve({ input }) });
    await expect.element(page.getByText(/^month: /)).toBeVisible();
  });

  it('shows the last choice when answers come late', async () => {
    const waiting = new Map<DocumentId, () => void>();
    const load: LoadInput = (id) => new Promise((resolve) => waiting.set(id, () => resolve({ input: ALL[id] })));
    open({ load });
    await page.getByLabelText('Loại báo cáo').selectOptions('Biên bản');
    await vi.waitFor(() => expect(waiting.size).toBe(2));
    waiting.get('minutes')?.();
    await expect.element(page.getByRole('article', { name: 'Biên bản' })).toBeVisible();
    waiting.get('meeting-quality')?.();
    await expect.element(page.getByRole('article', { name: 'Biên bản' })).toBeVisible();
  });
});

describe('taking it out', () => {
  it.each([
    ['Excel (XLSX)', 'bang-chat-luong-2026-01.xlsx', 'xl/worksheets/sheet1.xml'],
    ['Word (DOCX)', 'bang-chat-luong-2026-01.docx', 'word/document.xml'],
  ])('%s comes out of the worker after a last look', async (button, name, part) => {
    const exported = open();
    await page.getByRole('button', { name: button }).click();
    await expect.element(page.getByText('Chỉ gửi cho nơi được nhận', { exact: false })).toBeVisible();
    await expect.element(page.getByText(`Tên tệp: ${name}`)).toBeVisible();
    expect(files).toEqual([]);
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await vi.waitFor(() => expect(files.map((one) => one.name)).toEqual([name]), { timeout: 15_000 });
    const parts = unzipSync((await files[0]?.bytes) ?? new Uint8Array());
    expect(Object.keys(parts)).toContain(part);
    expect(exported).toEqual([['meeting-quality', part.startsWith('xl') ? 'xlsx' : 'docx']]);
    await expect.element(page.getByText(`Đã xuất ${name}.`)).toBeVisible();
  });

  it('CSV asks for the separator', async () => {
    open();
    await page.getByRole('button', { name: 'CSV' }).click();
    await page.getByRole('radio', { name: 'Phẩy ( , )' }).click();
    await expectGoodInEveryLook('report-export');
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await vi.waitFor(() => expect(files).toHaveLength(1), { timeout: 15_000 });
    expect(strFromU8((await files[0]?.bytes) ?? new Uint8Array())).toContain('STT,Tên đơn vị,Số lượng đảng viên');
  });

  it('says what should be mended, and still exports when told to', async () => {
    const rows = QUALITY.rows.map((row, at) => (at < 2 ? { ...row, points: null, grade: null } : row));
    const input = {
      ...QUALITY,
      rows,
      issuer: { ...QUALITY.issuer, signer: { ...QUALITY.issuer.signer, head: 'K/T BÍ THƯ' } },
    };
    const exported = open({ load: () => Promise.resolve({ input }) });
    await expect.element(page.getByText('4 điều cần sửa')).toBeVisible();
    await expect.element(page.getByText('Chi bộ thôn An Cư: chưa có số điểm.')).toBeVisible();
    await expect.element(page.getByText('“K/T BÍ THƯ”: văn bản của Đảng không ký thay K/T.')).toBeVisible();
    await page.viewport(900, 1100);
    await expectGoodInEveryLook('report-findings');
    await page.getByRole('button', { name: 'Excel (XLSX)' }).click();
    await expect.element(page.getByText('Còn điều cần sửa.', { exact: false })).toBeVisible();
    await expectGoodInEveryLook('report-anyway');
    await page.viewport(414, 896);
    await page.getByRole('button', { name: 'Vẫn xuất' }).click();
    await vi.waitFor(() => expect(exported).toEqual([['meeting-quality', 'xlsx']]), { timeout: 15_000 });
  });

  it('prints only after the dialog is gone', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const exported = open();
    await page.getByRole('button', { name: 'In hoặc lưu PDF' }).click();
    expect(print).not.toHaveBeenCalled();
    await page.getByRole('dialog').getByRole('button', { name: 'In', exact: true }).click();
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(document.querySelector('dialog')).toBeNull();
    expect(exported).toEqual([['meeting-quality', 'print']]);
  });

  it('tells a failure and keeps the dialog', async () => {
    open({ write: () => Promise.reject(new Error('đĩa đầy')) });
    await page.getByRole('button', { name: 'Excel (XLSX)' }).click();
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await expect.element(page.getByText('đĩa đầy')).toBeVisible();
    expect(files).toEqual([]);
  });

  it('is cancelled without a word of failure', async () => {
    const write: ReportViewProps['write'] = (_ask, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    open({ write });
    await page.getByRole('button', { name: 'Excel (XLSX)' }).click();
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi', exact: true }).first().click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(files).toEqual([]);
  });
});
