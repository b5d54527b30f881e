/** Buttons, fields, choices, tabs, dialogs, banners, toasts, progress: roles, names, keys, and how they look. */
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LanguageProvider } from '@/components/i18n';
import {
  Banner,
  Button,
  Checkbox,
  Choices,
  ConfirmDialog,
  EmptyState,
  Icon,
  LinkButton,
  Nav,
  Progress,
  SelectField,
  Table,
  Tabs,
  TextField,
  ToastProvider,
  VirtualList,
  useToast,
} from '@/components/ui';
import { expectAccessible, expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();

function Gallery() {
  const [tab, setTab] = useState<'a' | 'b'>('a');
  const [pick, setPick] = useState<'x' | 'y'>('x');
  return (
    <main class="page stack">
      <h1>Mẫu</h1>
      <Nav
        label="Chính"
        current="points"
        items={[
          { id: 'points', href: '#/points', label: 'Điểm của tôi', icon: 'chart' },
          { id: 'cell', href: '#/cell', label: 'Chi bộ', icon: 'people' },
        ]}
      />
      <div class="cluster">
        <Button kind="main" icon="check">
          Lưu
        </Button>
        <Button>Thôi</Button>
        <Button kind="quiet">Xem thêm</Button>
        <Button kind="danger" icon="trash">
          Xóa hết
        </Button>
        <Button disabled>Chưa được</Button>
        <Button icon="close" label="Đóng" />
        <LinkButton href="#/points">Điểm</LinkButton>
      </div>
      <Banner title="Đã rõ">Nội dung</Banner>
      <Banner tone="good">Đã lưu.</Banner>
      <Banner tone="warn">Hãy xem lại.</Banner>
      <Banner tone="bad" onClose={() => {}}>
        Chưa lưu được.
      </Banner>
      <TextField label="Họ và tên" hint="Như trên danh sách" value="Nguyễn Thị Hoà" onInput={() => {}} optional />
      <TextField label="Điểm" error="Hãy điền một số." value="gần 70" onInput={() => {}} />
      <SelectField
        label="Kỳ"
        value={pick}
        options={[
          { value: 'x', label: 'Tháng' },
          { value: 'y', label: 'Quý' },
        ]}
        onChange={setPick}
      />
      <Choices
        legend="Xếp hạng"
        value={pick}
        options={[
          { value: 'x', label: '1-1-3' },
          { value: 'y', label: '1-1-2' },
        ]}
        onChange={setPick}
      />
      <Checkbox label="Chữ to" hint="Ở mọi màn hình" checked onChange={() => {}} />
      <Tabs
        label="Phần"
        current={tab}
        items={[
          { id: 'a', label: 'Bảng' },
          { id: 'b', label: 'Tóm tắt' },
        ]}
        onChange={setTab}
      >
        <p>Phần {tab}</p>
      </Tabs>
      <Progress label="Đang đọc tệp" value={40} max={300} shown="40/300" onCancel={() => {}} />
      <Table
        label="Tóm tắt"
        captioned
        columns={[
          { id: 'n', header: 'Chỉ tiêu', rowHeader: true, cell: (row: { n: string; v: number }) => row.n },
          { id: 'v', header: 'Số', align: 'end', cell: (row) => row.v },
        ]}
        rows={[
          { n: 'Đảng viên', v: 34 },
          { n: 'Có số liệu', v: 31 },
        ]}
        rowKey={(row) => row.n}
      />
      <EmptyState icon="notebook" title="Chưa có gì" text="Mở trang sổ tay để bắt đầu." />
    </main>
  );
}

const inVietnamese = (node: preact.ComponentChild) => show(<LanguageProvider language="vi">{node}</LanguageProvider>);

describe('widgets', () => {
  it('look right together in light, dark and large text', async () => {
    await page.viewport(900, 700);
    inVietnamese(<Gallery />);
    await expectGoodInEveryLook('widgets');
  });

  it('give every control a target of at least 24 px, 44 px in large text', async () => {
    inVietnamese(<Gallery />);
    document.documentElement.dataset.text = 'large';
    const small = [
      ...document.querySelectorAll(
        'button, a, select, input:not([type=checkbox], [type=radio]), label.choice, .choices > label',
      ),
    ]
      .map((control) => ({ text: control.textContent, ...control.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => width < 44 || height < 44);
    expect(small).toEqual([]);
  });

  it('a disabled button keeps its place for the keyboard and does nothing', async () => {
    const click = vi.fn();
    inVietnamese(
      <Button disabled onClick={click}>
        Lưu
      </Button>,
    );
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('button', { name: 'Lưu' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(click).not.toHaveBeenCalled();
  });

  it('a field names its hint and error', async () => {
    inVietnamese(<TextField label="Điểm" hint="Số nguyên" error="Hãy điền một số." value="" onInput={() => {}} />);
    const field = page.getByRole('textbox', { name: 'Điểm' });
    await expect.element(field).toHaveAccessibleDescription('Số nguyên Hãy điền một số.');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  });

  it('tabs move by arrow keys', async () => {
    inVietnamese(<Gallery />);
    (page.getByRole('tab', { name: 'Bảng' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('tab', { name: 'Tóm tắt' })).toHaveFocus();
    await expect.element(page.getByRole('tabpanel')).toHaveTextContent('Phần b');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('tab', { name: 'Bảng' })).toHaveFocus();
  });

  it('a dialog takes the focus, closes by Escape and gives the focus back', async () => {
    function Ask() {
      const [open, setOpen] = useState(false);
      return (
        <main>
          <Button onClick={() => setOpen(true)}>Xóa</Button>
          {open && (
            <ConfirmDialog
              title="Xóa hết?"
              text="Không lấy lại được."
              confirmLabel="Xóa hết"
              danger
              onConfirm={() => setOpen(false)}
              onClose={() => setOpen(false)}
            />
          )}
        </main>
      );
    }
    inVietnamese(<Ask />);
    const opener = page.getByRole('button', { name: 'Xóa', exact: true });
    await opener.click();
    await expect.element(page.getByRole('dialog', { name: 'Xóa hết?' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Thôi' })).toHaveFocus();
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
    await expect.element(opener).toHaveFocus();
  });

  it('good news is read out and can be closed; the same news stands once', async () => {
    function Saver() {
      const toast = useToast();
      return <Button onClick={() => toast('good', 'Đã lưu.')}>Lưu</Button>;
    }
    inVietnamese(
      <ToastProvider>
        <Saver />
      </ToastProvider>,
    );
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    expect(page.getByRole('status').elements()).toHaveLength(1);
    await expect.element(page.getByRole('status')).toHaveTextContent('Đã lưu.');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await expect.poll(() => page.getByRole('status').elements().length).toBe(0);
  });

  it('a long list of unequal items keeps few of them in the page', async () => {
    inVietnamese(
      <VirtualList
        label="Người"
        count={5_000}
        itemHeight={40}
        height={400}
        item={(index) => <p>{index % 2 === 0 ? `Người ${index}` : `Người ${index} với một ghi chú dài `.repeat(8)}</p>}
      />,
    );
    await expect.element(page.getByText('Người 0', { exact: true })).toBeVisible();
    const list = page.getByRole('region', { name: 'Người' });
    expect(page.getByRole('listitem').elements().length).toBeLessThan(40);
    list.element().scrollTop = 1e7;
    await expect.poll(() => document.body.textContent?.includes('Người 4999')).toBe(true);
    await expectAccessible();
  });

  it('icons say nothing to screen readers', () => {
    const root = inVietnamese(<Icon name="notebook" />);
    expect(root.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});
