/** The teaching view: shows what was pointed at as it would be stored, orders pointing and corrections, and saves only what it shows. */
import '@/components/teach/teach.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { textsOf } from '@/components/i18n';
import { TeachView } from '@/components/teach/TeachView';
import { useTeaching } from '@/components/teach/use-teaching';
import type { PanelView } from '@/lib/protocol';
import type { TeachingState } from '@/lib/teaching';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';
import { sampleState } from './sample';

watchScreen();
const text = textsOf('vi').teach;
let chrome: FakeChrome;
let remove: () => void;
beforeEach(async () => {
  await page.viewport(400, 800);
  ({ chrome, remove } = installFakeChrome());
});
afterEach(() => remove());

function View({ problems }: { problems: PanelView['problems'] }) {
  return <TeachView link={useTeaching(7, '')} problems={problems} onBack={() => chrome.opened.push('back')} />;
}
async function open(state: TeachingState, problems: PanelView['problems'] = []) {
  chrome.answers.push({ ok: true, value: state });
  show(<View problems={problems} />);
  await expect.poll(() => chrome.messages).toEqual([{ type: 'getTeaching', tabId: 7 }]);
  chrome.messages.length = 0;
}
const save = () => page.getByRole('button', { name: text.save, exact: true });

describe('TeachView', () => {
  it('shows value, label, signs, rows, doubts, and what is missing, in every look', async () => {
    await open(sampleState());
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    await expect.element(page.getByText(text.knownBy('Điểm tích lũy'))).toBeVisible();
    await expect.element(page.getByText(text.anchors(4))).toBeVisible();
    await expect.element(page.getByText(text.rowsOf('30', '34'))).toBeVisible();
    await expect.element(page.getByText(text.doubts.paged)).toBeVisible();
    await expect.element(page.getByText('Trần Thị Kim Trang')).toBeVisible();
    await expect.element(page.getByText(text.missing('Tiêu đề'))).toBeVisible();
    await expect.element(page.getByText(text.unfinished)).toBeVisible();
    await expectGoodInEveryLook('teach');
  });

  it('starts empty, with nothing to save', async () => {
    await open(sampleState({ parts: [], lists: [], unsaved: false, kept: false }));
    await expect.element(page.getByText(text.nothingToSave)).toBeVisible();
    await expect.element(save()).toHaveAttribute('aria-disabled', 'true');
    await expectGoodInEveryLook('teach-empty');
  });

  it('sends the digest of what it shows, and says so when that is no longer what is there', async () => {
    await open(sampleState());
    await expect.element(save()).not.toHaveAttribute('aria-disabled');
    chrome.answers.push({ ok: false, code: 'conflict', detail: 'not what was shown' });
    await save().click();
    expect(chrome.messages).toEqual([{ type: 'saveTaught', tabId: 7, digest: 'd'.repeat(64) }]);
    await expect.element(page.getByRole('alert')).toHaveTextContent(text.failed.conflict);
    chrome.answers.push({ ok: true, value: sampleState({ unsaved: false, digest: 'e'.repeat(64) }) });
    await save().click();
    await expect.element(page.getByText(text.saved)).toBeVisible();
  });

  it('orders pointing, corrections with all made before, and dropping', async () => {
    await open(sampleState());
    await page.getByRole('button', { name: `${text.pointAgain}${text.forName(text.ask.points)}` }).click();
    await page.getByText(text.columns).first().click();
    await page.getByLabelText('Ghi chú').first().selectOptions('note');
    await page.getByRole('button', { name: `${text.drop}${text.forName(text.ask.points)}` }).click();
    expect(chrome.messages).toEqual([
      { type: 'startPicking', tabId: 7, what: { part: 'points' } },
      {
        type: 'adjustList',
        tabId: 7,
        key: 'a',
        kind: 'ranking',
        choices: [
          { column: 3, field: 'total', parse: 'wholeNumber' },
          { column: 4, field: 'note', parse: 'text' },
        ],
      },
      { type: 'forgetTaught', tabId: 7, what: { part: 'points' } },
    ]);
  });

  it('takes a limit for leaps, and refuses what is none', async () => {
    await open(sampleState());
    const field = page.getByLabelText(text.leap);
    await field.fill('nhiều');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(text.leapWrong)).toBeVisible();
    expect(chrome.messages).toEqual([]);
    await field.fill('2.500');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => chrome.messages).toEqual([{ type: 'allowLeap', tabId: 7, leapLimit: 2_500 }]);
  });

  it('says what is broken and offers to point again', async () => {
    const kept = sampleState({
      unsaved: false,
      lists: [],
      parts: [{ what: 'points', value: null, label: 'Điểm', anchors: 3, kept: true }],
    });
    await open(kept, [{ code: 'missing', part: 'points' }]);
    await expect.element(page.getByText(text.broken)).toBeVisible();
    await expect.element(page.getByText(text.brokenDo)).toBeVisible();
    await expectGoodInEveryLook('teach-broken');
  });

  it('says while a person points, and how it ended', async () => {
    await open(sampleState({ picking: { list: 'ranking' } }));
    await expect.element(page.getByText(text.picking(text.kinds.ranking))).toBeVisible();
    await expect.element(save()).toHaveAttribute('aria-disabled', 'true');
    await expectGoodInEveryLook('teach-picking');
  });

  it.each(['noPage', 'notGranted', 'noConsent', 'locked'] as const)(
    'says what to do when it cannot teach: %s',
    async (can) => {
      await open(sampleState({ can, parts: [], lists: [] }));
      await expect.element(page.getByText(text.cannot[can].title)).toBeVisible();
      await page.getByRole('button', { name: text.back }).click();
      expect(chrome.opened).toEqual(['back']);
    },
  );
});
