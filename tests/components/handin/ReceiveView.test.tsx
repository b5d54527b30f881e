/** "Nhận bài nộp" as a secretary uses it: nothing is taken by itself, doubts are asked, senders are verified by words. */
import '@/entrypoints/dashboard/dashboard.css';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReceiveView } from '@/components/handin/ReceiveView';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { ToastProvider } from '@/components/ui/Toast';
import type { AppliedHandIns } from '@/lib/handin/apply';
import { cardText, makeCard } from '@/lib/handin/card';
import type { Composition } from '@/lib/handin/compose';
import type { Known } from '@/lib/handin/review';
import { sealHandIn } from '@/lib/handin/seal';
import { fingerprintPhrases } from '@/lib/handin/words';
import type { OpeningKey, RecipientCard, SigningKey } from '@/lib/model/hand-in';
import type { ErrorCode } from '@/lib/protocol';
import { NOW, an, binh, card, cuong, deputy, documentOf, secretary, stranger } from '../../lib/handin/people';
import { expectGoodEverywhere } from '../desk-stage';
import { expectAccessible, show, watchScreen } from '../screen';

watchScreen();
const { handin: t, ui } = textsOf('vi');
const member = (id: string, name: string, code: string | null = null) => ({ id, name, otherNames: [], code });
const KNOWN: Known = {
  roster: [member('m1', 'Nguyễn Văn An'), member('m2', 'Trần Thị Hòa'), member('m3', 'Lê Văn Cường')],
  peers: [],
  taken: [],
  readings: [],
};
const pinOf = (key: SigningKey, memberId: string, name: string, verifiedOn: string | null = null) => ({
  keyId: key.keyId,
  memberId,
  firstSeen: '2026-10-01T03:00:00Z',
  verifiedOn,
  name,
});

const kept: {
  keys: OpeningKey[];
  cards: RecipientCard[];
  applied: AppliedHandIns[];
  broken: ErrorCode | null;
} = { keys: [], cards: [], applied: [], broken: null };
beforeEach(() => Object.assign(kept, { keys: [], cards: [], applied: [], broken: null }));

function Secretary({ first = KNOWN, ready = true }: { first?: Known; ready?: boolean }) {
  const [known, setKnown] = useState(first);
  const [keys, setKeys] = useState<OpeningKey[]>(ready ? [secretary] : []);
  const [cards, setCards] = useState<RecipientCard[]>(ready ? [card] : []);
  const keep = (work: () => void) => {
    if (kept.broken === null) work();
    return Promise.resolve(kept.broken);
  };
  return (
    <LanguageProvider language="vi">
      <ToastProvider>
        <main class="page">
          <ReceiveView
            now={() => NOW}
            keys={keys}
            cards={cards}
            cell="Chi bộ Tổ dân phố 5"
            known={known}
            onSaveKey={(key) => keep(() => setKeys([...kept.keys, key].slice(-1)))}
            onSaveCard={(one) =>
              keep(() => {
                kept.cards.push(one);
                setCards((before) => [one, ...before]);
              })
            }
            onApply={(applied) =>
              keep(() => {
                kept.applied.push(applied);
                setKnown((before) => ({
                  ...before,
                  peers: [...before.peers.filter(({ keyId }) => !applied.retiredKeys.includes(keyId)), ...applied.pins],
                  taken: [...before.taken, ...applied.taken],
                }));
              })
            }
            onUndo={null}
            onVerify={(keyId, day) =>
              keep(() =>
                setKnown((before) => ({
                  ...before,
                  peers: before.peers.map((peer) => (peer.keyId === keyId ? { ...peer, verifiedOn: day } : peer)),
                })),
              )
            }
          />
        </main>
      </ToastProvider>
    </LanguageProvider>
  );
}

async function file(name: string, key: SigningKey, change: Partial<Composition> = {}, to = card): Promise<File> {
  const handIn = documentOf({ from: key.keyId, to: to.fingerprint, ...change });
  return new File([(await sealHandIn(handIn, key, to)).slice()], name);
}
const drop = (...files: File[]) => userEvent.upload(page.getByLabelText(t.choose, { exact: true }), files);
const apply = () => page.getByRole('button', { name: t.apply }).click();
const readings = () => kept.applied.at(-1)?.readings.map(({ subject, day, total }) => [subject, day, total]);

describe('the card', () => {
  it('is made with the key of the deputy, and shown with its line and words', async () => {
    show(<Secretary ready={false} />);
    await expect.element(page.getByText(t.keyFirst)).toBeVisible();
    await page.getByRole('button', { name: t.makeKey }).click();
    await expect.element(page.getByText(t.deputyNone)).toBeVisible();
    await expectGoodEverywhere('handin-receive-first');
    await page.getByLabelText(t.deputyField).fill('age1nonsense');
    await page.getByRole('button', { name: t.makeCard }).click();
    await expect.element(page.getByText(t.deputyWrong)).toBeVisible();
    await page.getByLabelText(t.deputyField).fill(` ${deputy.recipient} `);
    await page.getByRole('button', { name: t.makeCard }).click();
    await expect.element(page.getByLabelText(t.cardLine)).toHaveValue(cardText(kept.cards[0] ?? card));
    expect(kept.cards[0]?.recipients.map(({ role }) => role)).toEqual(['secretary', 'deputy']);
    await page.getByText(t.showQr).click();
    await expectGoodEverywhere('handin-receive-card');
  });

  it('of the secretary is taken by the deputy only when the own key is on it', async () => {
    kept.keys = [];
    show(<Secretary ready={false} />);
    await page.getByRole('button', { name: t.makeKey }).click();
    await page.getByText(t.takeCard).click();
    await page.getByLabelText(t.cardField).fill(cardText(card));
    await page.getByRole('button', { name: t.cardUse }).click();
    await expect.element(page.getByText(t.notForMe)).toBeVisible();
    const own = document.querySelector<HTMLTextAreaElement>('.card-line')?.value ?? '';
    const both = await makeCard({
      cell: card.cell,
      recipients: [
        { role: 'secretary', key: secretary.recipient },
        { role: 'deputy', key: own },
      ],
    });
    await page.getByLabelText(t.cardField).fill(cardText(both));
    await page.getByRole('button', { name: t.cardUse }).click();
    await expect.element(page.getByLabelText(t.cardLine)).toHaveValue(cardText(both));
  });
});

describe('taking in', () => {
  it('opens many files at once, takes nothing by itself, and the harmless ones on two presses', async () => {
    show(<Secretary />);
    await drop(
      await file('a.age', an),
      await file('a (1).age', an),
      await file('h.age', binh, { name: 'Trần Thị Hoà' }),
      new File(['một tấm ảnh'], 'anh.jpg'),
    );
    await expect.element(page.getByText(t.found('4', '2'))).toBeVisible();
    await expect.element(page.getByText(t.asMember('Trần Thị Hòa'))).toBeVisible();
    await expect.element(page.getByText(t.refusals.notAge)).toBeVisible();
    await expect.element(page.getByRole('rowheader', { name: 'anh.jpg' })).toBeVisible();
    await expect.element(page.getByText(t.planNone)).toBeVisible();
    expect(kept.applied).toEqual([]);
    await expectGoodEverywhere('handin-receive-harmless');
    await page.getByRole('button', { name: /^Chọn nhận cả/ }).click();
    await apply();
    await expect.element(page.getByText(t.applied('2'))).toBeVisible();
    expect(readings()).toEqual(
      expect.arrayContaining([
        ['m1', '2026-11-28', 1_500],
        ['m2', '2026-11-28', 1_500],
      ]),
    );
    expect(kept.applied[0]?.pins.map(({ memberId, verifiedOn }) => [memberId, verifiedOn]).sort()).toEqual([
      ['m1', null],
      ['m2', null],
    ]);
    // Dropped again, the same files ask for nothing.
    await drop(await file('lan-nua.age', binh, { name: 'Trần Thị Hoà' }));
    await expect.element(page.getByRole('heading', { name: t.doneTitle })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: t.peersTitle })).toBeVisible();
  });

  it('shows both sides of a contradiction, and does as chosen', async () => {
    const captured = { memberId: 'm1', day: '2026-11-28', at: null, total: 1_450, source: 'ranking' as const };
    show(<Secretary first={{ ...KNOWN, readings: [captured] }} />);
    await drop(await file('a.age', an));
    await expect.element(page.getByText(t.questions.conflict)).toBeVisible();
    await expect.element(page.getByText('1.450 (ngày 28/11/2026, từ bảng xếp hạng)').first()).toBeVisible();
    await page.getByLabelText(t.take, { exact: true }).click({ force: true });
    await expect.element(page.getByText(t.notReady('1'))).toBeVisible();
    await expectGoodEverywhere('handin-receive-conflict');
    await page.getByLabelText(t.theirs, { exact: true }).click({ force: true });
    await apply();
    await expect.element(page.getByText(t.applied('1'))).toBeVisible();
    expect(readings()).toEqual([
      ['m1', '2026-10-30', 1_000],
      ['m1', '2026-11-28', 1_500],
    ]);
  });

  it('warns of another key of a known member, and takes it only when agreed', async () => {
    show(<Secretary first={{ ...KNOWN, peers: [pinOf(cuong, 'm1', 'Nguyễn Văn An', '2026-10-02')] }} />);
    await drop(await file('a.age', an));
    await expect.element(page.getByText(t.questions.keyChanged)).toBeVisible();
    await page.getByLabelText(t.take, { exact: true }).click({ force: true });
    await expect.element(page.getByText(t.notReady('1'))).toBeVisible();
    await page.getByLabelText(t.acceptKey).click();
    await expectAccessible();
    await apply();
    await expect.element(page.getByText(t.applied('1'))).toBeVisible();
    expect(kept.applied[0]?.retiredKeys).toEqual([cuong.keyId]);
  });

  it('asks who it is when two members have the name, and whoever is chosen stands', async () => {
    const roster = [member('m1', 'Nguyễn Văn An', '1'), member('m4', 'Nguyễn Văn An', '7')];
    show(<Secretary first={{ ...KNOWN, roster }} />);
    await drop(await file('a.age', an));
    await expect.element(page.getByText(t.questions.severalOfName)).toBeVisible();
    await page.getByLabelText(t.who).selectOptions('Nguyễn Văn An (7)');
    await page.getByLabelText(t.take, { exact: true }).click({ force: true });
    await apply();
    await expect.element(page.getByText(t.applied('1'))).toBeVisible();
    expect(readings()?.[0]?.[0]).toBe('m4');
  });

  it('refuses what was made for another card or keys, and keeps everything when the store fails', async () => {
    const foreign = await makeCard({
      cell: 'Chi bộ khác',
      recipients: [{ role: 'secretary', key: secretary.recipient }],
    });
    const locked = await makeCard({ cell: 'X', recipients: [{ role: 'secretary', key: stranger.recipient }] });
    kept.broken = 'storage';
    show(<Secretary />);
    await drop(
      await file('khac.age', an, {}, foreign),
      await file('khoa.age', an, {}, locked),
      await file('a.age', an),
    );
    await expect.element(page.getByText(t.refusals.otherCard)).toBeVisible();
    await expect.element(page.getByText(t.refusals.otherRecipient)).toBeVisible();
    await page.getByRole('button', { name: /^Chọn nhận cả/ }).click();
    await apply();
    await expect.element(page.getByText(t.notApplied)).toBeVisible();
    await expect.element(page.getByText(ui.errors.storage)).toBeVisible();
    await expect.element(page.getByLabelText(t.takeName('Nguyễn Văn An'))).toBeChecked();
  });
});

describe('verifying', () => {
  it('compares words typed without marks, and a key compared before it is pinned is pinned as verified', async () => {
    show(<Secretary />);
    await drop(await file('a.age', an));
    await page.getByRole('button', { name: t.verifyName('Nguyễn Văn An') }).click();
    const words = fingerprintPhrases(an.keyId).join(' ');
    await page.getByLabelText(t.verifyTyped).fill(`${words.split(' ')[0]} khác`);
    await expect.element(page.getByText(t.verifyDiffers('2'))).toBeVisible();
    await expectGoodEverywhere('handin-verify');
    await page.getByLabelText(t.verifyTyped).fill(words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'));
    await expect.element(page.getByText(t.verifySame)).toBeVisible();
    await page.getByRole('button', { name: t.verifyYes }).click();
    await expect.element(page.getByText(t.trust.verified)).toBeVisible();
    await page.getByLabelText(t.takeName('Nguyễn Văn An')).click();
    await apply();
    await expect.element(page.getByText(t.applied('1'))).toBeVisible();
    expect(kept.applied[0]?.pins[0]?.verifiedOn).toBe('2026-12-01');
  });

  it('works later too, from the list of known senders', async () => {
    show(<Secretary first={{ ...KNOWN, peers: [pinOf(an, 'm1', 'Nguyễn Văn An')] }} />);
    await page.getByRole('button', { name: t.verifyName('Nguyễn Văn An') }).click();
    await page.getByRole('button', { name: t.verifyYes }).click();
    await expect.element(page.getByText(t.verifiedOn('01/12/2026'))).toBeVisible();
  });
});
