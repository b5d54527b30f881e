/** Member and secretary on real stores of their own: a file goes from one to the other, is taken over, and taken back. */
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReceivePage } from '@/components/handin/ReceivePage';
import { SendPage } from '@/components/handin/SendPage';
import { DbContext } from '@/components/hooks/use-db';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { ToastProvider } from '@/components/ui/Toast';
import { SELF } from '@/lib/model/point-reading';
import { listDesk, listMembers, listReadings } from '@/lib/tracker';
import { NOW, type Stage, createStage } from '../desk-stage';
import { expectAccessible, frame, show, watchScreen } from '../screen';

watchScreen();
const { handin: t } = textsOf('vi');
let saved: Promise<ArrayBuffer>[] = [];
beforeEach(() => {
  saved = [];
  let last: Blob | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:kept';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {
    if (last) saved.push(last.arrayBuffer());
  });
});
afterEach(() => vi.restoreAllMocks());

async function open(stage: Stage, children: ComponentChildren) {
  show(null);
  show(
    <DbContext.Provider value={stage.db}>
      <LanguageProvider language="vi">
        <ToastProvider>
          <main class="page">{children}</main>
        </ToastProvider>
      </LanguageProvider>
    </DbContext.Provider>,
  );
  await frame();
}
const reading = (subject: string, day: string, total: number) => ({
  subject,
  day,
  at: null,
  total,
  source: 'manual' as const,
  origin: '',
  raw: String(total),
  where: '',
});

describe('from member to secretary', () => {
  it('one store plays both: key and card kept, file made, taken over, seen as taken, taken back', async () => {
    const stage = createStage();
    await stage.act({ type: 'saveMembers', members: [{ name: 'Nguyễn Văn An' }, { name: 'Trần Thị Bình' }] });
    await stage.act({
      type: 'recordReadings',
      readings: [reading(SELF, '2026-10-30', 1_000), reading(SELF, '2026-11-18', 1_500)],
    });
    await open(stage, <ReceivePage now={() => NOW} />);
    await page.getByRole('button', { name: t.makeKey }).click();
    await page.getByLabelText(t.cellField).fill('Chi bộ 5');
    await page.getByRole('button', { name: t.makeCard }).click();
    await expect.element(page.getByLabelText(t.cardLine)).toBeVisible();
    expect((await listDesk(stage.db, 'recipient'))[0]?.value.cell).toBe('Chi bộ 5');

    await open(stage, <SendPage now={() => NOW} />);
    await page.getByLabelText(t.name, { exact: true }).fill('Nguyễn Văn An');
    await page.getByRole('button', { name: t.makeFile }).click();
    await expect.element(page.getByText(t.howToSend)).toBeVisible();
    expect((await listDesk(stage.db, 'ownKey')).map(({ value }) => value.use).sort()).toEqual(['open', 'sign']);
    expect((await listDesk(stage.db, 'handIn'))[0]?.value).toMatchObject({ memberId: SELF, revision: 1 });
    expect(document.body.textContent).toContain('1.500 (ngày 18/11/2026, tự ghi)');
    await expectAccessible();

    const bytes = await saved.at(-1);
    await open(stage, <ReceivePage now={() => NOW} />);
    await userEvent.upload(page.getByLabelText(t.choose, { exact: true }), new File([bytes ?? ''], 'so-lieu.age'));
    await page.getByLabelText(t.takeName('Nguyễn Văn An')).click();
    await page.getByRole('button', { name: t.apply }).click();
    await expect.element(page.getByText(t.applied('1'))).toBeVisible();
    const [an] = await listMembers(stage.db);
    const kept = await listReadings(stage.db, { subject: an?.id ?? '' });
    expect(kept.map(({ day, total }) => [day, total])).toEqual([
      ['2026-10-30', 1_000],
      ['2026-11-18', 1_500],
    ]);
    expect((await listDesk(stage.db, 'peerKey'))[0]?.value).toMatchObject({ memberId: an?.id, verifiedOn: null });
    await expect.element(page.getByRole('heading', { name: t.doneTitle })).toBeVisible();

    await page.getByRole('button', { name: t.undo }).click();
    await expect.element(page.getByText(t.undone)).toBeVisible();
    expect(await listReadings(stage.db, { subject: an?.id ?? '' })).toEqual([]);
    expect(await listDesk(stage.db, 'peerKey')).toEqual([]);
    await expect.element(page.getByLabelText(t.takeName('Nguyễn Văn An'))).not.toBeChecked();
  });

  it('a verification is kept with the key, also later', async () => {
    const stage = createStage();
    await stage.act({ type: 'saveMembers', members: [{ name: 'Nguyễn Văn An' }] });
    const [an] = await listMembers(stage.db);
    const keyId = 'k'.repeat(43);
    await stage.act({
      type: 'saveDesk',
      records: [
        {
          id: `peerKey ${keyId}`,
          kind: 'peerKey',
          unit: null,
          base: null,
          removed: false,
          value: { keyId, memberId: an?.id, firstSeen: NOW.toISOString(), verifiedOn: null, name: 'Nguyễn Văn An' },
        },
      ],
    });
    await open(stage, <ReceivePage now={() => NOW} />);
    await page.getByRole('button', { name: t.verifyName('Nguyễn Văn An') }).click();
    await page.getByRole('button', { name: t.verifyYes }).click();
    await expect.element(page.getByText(t.verifiedOn('20/11/2026'))).toBeVisible();
    expect((await listDesk(stage.db, 'peerKey'))[0]?.value.verifiedOn).toBe('2026-11-20');
    // Pressed by mistake.
    await expect.element(page.getByText(t.comparedKept)).toBeVisible();
    await page.getByRole('button', { name: textsOf('vi').ui.undo }).click();
    await expect.element(page.getByRole('button', { name: t.verifyName('Nguyễn Văn An') })).toBeVisible();
    expect((await listDesk(stage.db, 'peerKey'))[0]?.value.verifiedOn).toBeNull();
  });

  it('another card can be taken back: the one before is in use again', async () => {
    // Which card is in use goes by the time of its last change.
    let clock = NOW.getTime();
    const stage = createStage(() => new Date((clock += 1_000)));
    await open(stage, <ReceivePage now={() => NOW} />);
    await page.getByRole('button', { name: t.makeKey }).click();
    await page.getByLabelText(t.cellField).fill('Chi bộ 5');
    await page.getByRole('button', { name: t.makeCard }).click();
    await expect.element(page.getByLabelText(t.cardLine)).toBeVisible();
    await page.getByRole('button', { name: t.newCard }).click();
    await page.getByLabelText(t.cellField).fill('Chi bộ 6');
    await page.getByRole('button', { name: t.makeCard }).click();
    await expect.element(page.getByText(t.cardKept)).toBeVisible();
    await expect.poll(async () => (await listDesk(stage.db, 'recipient'))[0]?.value.cell).toBe('Chi bộ 6');
    await page.getByRole('button', { name: textsOf('vi').ui.undo }).click();
    await expect
      .poll(async () => (await listDesk(stage.db, 'recipient')).map(({ value }) => value.cell))
      .toEqual(['Chi bộ 5']);
  });

  it('says so when the store fails, and keeps nothing by halves', async () => {
    const stage = createStage();
    await open(stage, <ReceivePage now={() => NOW} />);
    stage.broken = true;
    await page.getByRole('button', { name: t.makeKey }).click();
    await expect.element(page.getByText(textsOf('vi').ui.errors.storage)).toBeVisible();
    expect(await listDesk(stage.db, 'ownKey')).toEqual([]);
  });
});
