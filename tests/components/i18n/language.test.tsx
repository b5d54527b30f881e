/** Languages that are loaded when they are wanted: nothing in a wrong one first, the old one until the new is there, Vietnamese when it cannot be read. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { baseSet, textsOf } from '@/components/i18n/base';
import { speaking, useLanguage } from '@/components/i18n/language';
import { textSet } from '@/components/i18n/text-set';
import { frame, show, watchScreen } from '../screen';

watchScreen();

type Base = ReturnType<typeof textsOf>;
const vi = baseSet.of('vi');
const en: Base = { ...vi, ui: { ...vi.ui, save: 'Save it' } };

/** A set whose English comes, or fails, when told; `drawn` is every word drawn so far. */
function stage() {
  let answer: { come: () => void; fail: () => void } | null = null;
  const set = textSet(
    vi,
    () =>
      new Promise<Base>((come, fail) => {
        answer = { come: () => come(en), fail: () => fail(new Error('gone')) };
      }),
  );
  const { LanguageProvider, useText } = speaking(set);
  const drawn: string[] = [];
  function Word() {
    const word = useText().ui.save;
    drawn.push(word);
    return <p lang={useLanguage()}>{word}</p>;
  }
  const open = (language: 'vi' | 'en' | null) =>
    show(
      <LanguageProvider language={language}>
        <Word />
      </LanguageProvider>,
    );
  return { open, drawn, come: () => answer?.come(), fail: () => answer?.fail() };
}

it('draws nothing until the first language is there', async () => {
  const { open, drawn, come } = stage();
  const root = open('en');
  await frame();
  expect(root.textContent).toBe('');
  come();
  await expect.element(page.getByText('Save it')).toBeVisible();
  expect(drawn).not.toContain(vi.ui.save);
});

it('keeps the language before while another is on its way', async () => {
  const { open, come } = stage();
  const root = open('vi');
  open('en');
  await frame();
  expect(root.textContent).toBe(vi.ui.save);
  come();
  await expect.element(page.getByText('Save it')).toBeVisible();
  open('vi');
  expect(root.textContent).toBe(vi.ui.save);
});

it('speaks Vietnamese where the other cannot be read, and while none is known', async () => {
  const { open, fail } = stage();
  const root = open(null);
  expect(root.textContent).toBe(vi.ui.save);
  open('en');
  await frame();
  expect(root.textContent).toBe('');
  fail();
  await expect.element(page.getByText(vi.ui.save)).toBeVisible();
  expect(root.querySelector('p')?.lang).toBe('vi');
});

it('takes the language around where none is given', async () => {
  const { open, come } = stage();
  open('en');
  await frame();
  come();
  const inner = speaking(baseSet);
  const outer = speaking(textSet(vi, async () => en, [baseSet]));
  const Word = () => <p>{inner.useText().ui.save}</p>;
  show(
    <outer.LanguageProvider language="en" neutral>
      <inner.LanguageProvider>
        <Word />
      </inner.LanguageProvider>
    </outer.LanguageProvider>,
  );
  await expect.element(page.getByText('Save', { exact: true })).toBeVisible();
  expect(textsOf('en', true).ui.productName).toBe(textsOf('en').ui.plainName);
});
