/** A part loaded when it is first shown: quiet at first, then a word, then the part or the way out. */
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { ArrivalContext, later } from '@/components/ui/later';
import { expectGoodInEveryLook, frame, show, watchScreen } from '../screen';

watchScreen();
const { ui } = textsOf('vi');

/** A part whose code comes, or fails, when told. */
function stage() {
  const asked: { come: () => void; fail: () => void }[] = [];
  const Greeting = ({ name }: { name: string }) => <h1 tabIndex={-1}>Chào {name}</h1>;
  const Part = later(
    () =>
      new Promise<typeof Greeting>((come, fail) => {
        asked.push({ come: () => come(Greeting), fail: () => fail(new Error('gone')) });
      }),
  );
  const arrived = vi.fn();
  const open = (name = 'Lan') =>
    show(
      <LanguageProvider language="vi">
        <main class="page">
          <ArrivalContext.Provider value={arrived}>
            <Part name={name} />
          </ArrivalContext.Provider>
        </main>
      </LanguageProvider>,
    );
  return { Part, asked, arrived, open };
}

it('says nothing for a moment, then that it is loading, then shows the part and tells so', async () => {
  const { asked, arrived, open } = stage();
  const root = open();
  await frame();
  expect(root.textContent).toBe('');
  await expect.element(page.getByRole('status')).toHaveTextContent(ui.loading);
  await expectGoodInEveryLook('later-waiting');
  expect(arrived).not.toHaveBeenCalled();
  asked[0]?.come();
  await expect.element(page.getByRole('heading', { name: 'Chào Lan' })).toBeVisible();
  expect(arrived).toHaveBeenCalledOnce();
  open('Hoa');
  await expect.element(page.getByRole('heading', { name: 'Chào Hoa' })).toBeVisible();
  expect(asked).toHaveLength(1);
});

it('stands at once when its code was brought before', async () => {
  const { Part, asked, arrived, open } = stage();
  const loading = Part.load();
  asked[0]?.come();
  await loading;
  expect(open().textContent).toBe('Chào Lan');
  await frame();
  expect(arrived).toHaveBeenCalledOnce();
});

it('offers to reload the page when its code cannot be read', async () => {
  const { asked, open } = stage();
  open();
  await frame();
  asked[0]?.fail();
  await expect.element(page.getByRole('alert')).toHaveTextContent(ui.partFailed);
  await expect.element(page.getByRole('button', { name: ui.reload })).toBeVisible();
  await page.viewport(360, 640);
  await expectGoodInEveryLook('later-failed');
});
