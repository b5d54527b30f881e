/** The "?" beside a heading: opens and closes with the keyboard, and reads well in every look. */
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { Term } from '@/components/ui/Term';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
const { help } = textsOf('vi');

it('explains a term where it stands, by keyboard alone', async () => {
  await page.viewport(360, 640);
  show(
    <LanguageProvider language="vi">
      <main>
        <Term about="summary" />
      </main>
    </LanguageProvider>,
  );
  const text = page.getByText(help.summary.text);
  await expect.element(text).not.toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(text).toBeVisible();
  await expectGoodInEveryLook('term');
  await userEvent.keyboard('{Enter}');
  await expect.element(text).not.toBeVisible();
});
