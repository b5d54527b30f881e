/** "Gửi bí thư" as a member uses it: what is shown is what leaves, and nothing leaves that was not picked. */
import '@/entrypoints/dashboard/dashboard.css';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { SendView } from '@/components/handin/SendView';
import { LanguageProvider, loadTexts, textsOf } from '@/components/i18n';
import { cardText } from '@/lib/handin/card';
import { openHandIn } from '@/lib/handin/open';
import type { HandIn, RecipientCard, TakenHandIn, SigningKey } from '@/lib/model/hand-in';
import type { ErrorCode } from '@/lib/protocol';
import { an, card, secretary } from '../../lib/handin/people';
import { expectGoodEverywhere } from '../desk-stage';
import { show, watchScreen } from '../screen';

watchScreen();
const { handin: t, ui } = textsOf('vi');
const NOW = new Date('2026-11-28T03:00:00Z');
const READINGS = [
  { day: '2026-10-30', at: null, total: 12_345, source: 'page' as const },
  { day: '2026-11-12', at: null, total: 12_900, source: 'manual' as const },
  { day: '2026-11-27', at: null, total: 13_500, source: 'page' as const },
];

/** Downloads as bytes, in order. */
let saved: { name: string; bytes: Promise<ArrayBuffer> }[] = [];
beforeEach(() => {
  saved = [];
  let last: Blob | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:kept';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) saved.push({ name: this.download, bytes: last.arrayBuffer() });
  });
});
afterEach(() => vi.restoreAllMocks());

const store: { key: SigningKey | null; broken: ErrorCode | null } = { key: null, broken: null };

function Member({
  first = null,
  language = 'vi' as 'vi' | 'en',
}: {
  first?: RecipientCard | null;
  language?: 'vi' | 'en';
}) {
  const [key, setKey] = useState<SigningKey | null>(store.key);
  const [used, setUsed] = useState<RecipientCard | null>(first);
  const [sent, setSent] = useState<TakenHandIn[]>([]);
  const keep = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      if (store.broken === null) set(value);
      return Promise.resolve(store.broken);
    };
  };
  return (
    <LanguageProvider language={language}>
      <main class="page">
        <SendView
          now={() => NOW}
          ownKey={key}
          card={used}
          name="Nguyễn Văn An"
          readings={READINGS}
          countsOf={() => ({ study: { count: 4, source: 'page' } })}
          sent={sent}
          onSaveKey={keep((one: SigningKey) => {
            store.key = one;
            setKey(one);
          })}
          onSaveCard={keep(setUsed)}
          onSent={keep((one: TakenHandIn) => setSent((before) => [...before, one]))}
        />
      </main>
    </LanguageProvider>
  );
}
beforeEach(() => {
  store.key = null;
  store.broken = null;
});

async function opened(index: number): Promise<HandIn> {
  await expect.poll(() => saved.length).toBe(index + 1);
  const bytes = new Uint8Array((await saved[index]?.bytes) ?? new ArrayBuffer());
  return (await openHandIn(bytes, [secretary], { now: NOW, cards: [card.fingerprint] })).handIn;
}
const make = () => page.getByRole('button', { name: t.makeFile }).click();

describe('sending to the secretary', () => {
  it('goes from the card to a file that holds exactly what was shown', async () => {
    show(<Member />);
    await expect.element(page.getByText(t.cardFirst)).toBeVisible();
    await expectGoodEverywhere('handin-send-empty');
    await page.getByLabelText(t.cardField).fill(`Thẻ đây ạ: ${cardText(card)} nhé`);
    await page.getByRole('button', { name: t.cardUse }).click();
    await expect.element(page.getByText(t.cardOf('Chi bộ Tổ dân phố 5'))).toBeVisible();
    await expect.element(page.getByText('12.345 (ngày 30/10/2026, đọc từ trang sổ tay)')).toBeVisible();
    await expect.element(page.getByText('1.155 (tính từ các lần ghi)')).toBeVisible();
    await expect.element(page.getByRole('term').filter({ hasText: t.leaves.study })).not.toBeInTheDocument();
    await make();
    await expect.element(page.getByText(t.made('so-lieu-2026-11-30-1.age'))).toBeVisible();
    await expectGoodEverywhere('handin-send-done');
    const handIn = await opened(0);
    expect(Object.keys(handIn.parts)).toEqual(['totals']);
    expect(handIn).toMatchObject({ name: 'Nguyễn Văn An', revision: 1, from: store.key?.keyId });
    expect(JSON.stringify(handIn)).not.toContain('12900');
    expect(saved[0]?.name).toBe('so-lieu-2026-11-30-1.age');
  });

  it('sends what is picked, and a second file as the next revision with the same key', async () => {
    show(<Member first={card} />);
    await make();
    await expect.element(page.getByText(t.made('so-lieu-2026-11-30-1.age'))).toBeVisible();
    await page.getByLabelText(t.parts.readings).click();
    await page.getByLabelText(t.parts.study).click();
    await page.getByLabelText(t.parts.opinions).click();
    await page.getByLabelText(t.countField(t.parts.opinions)).fill('3');
    await page.getByLabelText(t.parts.totals).click();
    await expect.element(page.getByText(t.leaves.reading('12/11/2026'))).toBeVisible();
    await make();
    await expect.element(page.getByText(t.made('so-lieu-2026-11-30-2.age'))).toBeVisible();
    const [first, second] = [await opened(1), saved.length];
    expect(second).toBe(2);
    expect(first).toMatchObject({ revision: 2, from: store.key?.keyId });
    expect(first.parts).toEqual({
      readings: READINGS.slice(1).map(({ day, total, source }) => ({ day, total, source })),
      study: { count: 4, source: 'page' },
      opinions: { count: 3, source: 'manual' },
    });
  });

  it('signs nothing with a key that could not be kept', async () => {
    store.broken = 'storage';
    show(<Member first={card} />);
    await make();
    await expect.element(page.getByText(t.notMade)).toBeVisible();
    await expect.element(page.getByText(ui.errors.storage)).toBeVisible();
    expect(saved).toEqual([]);
  });

  it('says what is wrong with a card, and takes a card as a file', async () => {
    show(<Member />);
    await page.getByRole('button', { name: t.cardUse }).click();
    await expect.element(page.getByText(t.cardEmpty)).toBeVisible();
    await page.getByLabelText(t.cardField).fill('xin chào');
    await page.getByRole('button', { name: t.cardUse }).click();
    await expect.element(page.getByText(t.refusals.notACard)).toBeVisible();
    await page.getByLabelText(t.cardField).fill(cardText(card).slice(0, -12));
    await page.getByRole('button', { name: t.cardUse }).click();
    await expect.element(page.getByText(t.refusals.badCard)).toBeVisible();
    await page.getByLabelText(t.cardFile).upload(new File([JSON.stringify(card)], 'noi-nhan.json'));
    await expect.element(page.getByText(t.cardOf(card.cell))).toBeVisible();
  });

  it('has nothing to send for days without a reading, and offers no file then', async () => {
    show(<Member first={card} />);
    await page.getByLabelText(t.month, { exact: true }).selectOptions(t.monthOf('09', '2026'));
    await expect.element(page.getByText(t.leavesNothing)).toBeVisible();
    await expect.element(page.getByRole('button', { name: t.makeFile })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: t.makeFile }).click({ force: true });
    expect(saved).toEqual([]);
  });

  it('shows the own words once there is a key, in English too', async () => {
    store.key = an;
    show(<Member first={card} language="en" />);
    await loadTexts('en');
    const en = textsOf('en').handin;
    await expect.element(page.getByRole('heading', { name: en.ownTitle })).toBeVisible();
    expect(document.querySelectorAll('.mark-words')).toHaveLength(2);
    await page.getByText(en.showQr).last().click();
    await expect.element(page.getByRole('img', { name: en.qrOf(en.ownKey) })).toBeVisible();
    await expectGoodEverywhere('handin-send-english');
  });
});
