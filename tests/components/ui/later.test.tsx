/** A part loaded when it is first shown: quiet at first, then a word, then the part or the way out. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { later } from '@/components/ui/later';
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
  const open = (name = 'Lan') =>
    show(
      <LanguageProvider language="vi">
        <main class="page">
          <Part name={name} />
        </main>
      </LanguageProvider>,
    );
  return { Part, asked, open };
}

it('says nothing for a moment, then that it is loading, then shows the part', async () => {
  const { asked, open } = stage();
  const root = open();
  await frame();
  expect(root.textContent).toBe('');
  await expect.element(page.getByRole('status')).toHaveTextContent(ui.loading);
  await expectGoodInEveryLook('later-waiting');
  asked[0]?.come();
  await expect.element(page.getByRole('heading', { name: 'Chào Lan' })).toBeVisible();
  open('Hoa');
  await expect.element(page.getByRole('heading', { name: 'Chào Hoa' })).toBeVisible();
  expect(asked).toHaveLength(1);
});

it('stands at once when its code was brought before', async () => {
  const { Part, asked, open } = stage();
  const loading = Part.load();
  asked[0]?.come();
  await loading;
  expect(open().textContent).toBe('Chào Lan');
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
