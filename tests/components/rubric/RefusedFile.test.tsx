/** A file that is no form: said in Vietnamese, with the places in it. */
import '@/components/rubric/rubric.css';
import { describe, expect, it } from 'vitest';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { RefusedFile } from '@/components/rubric/RefusedFile';
import { RubricError, exportRubric, parseRubric } from '@/lib/rubric';
import { anPhu } from '@/lib/rubrics/an-phu-2025';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();

const refused = (text: string): RubricError => {
  try {
    parseRubric(text);
  } catch (error) {
    if (error instanceof RubricError) return error;
    throw error;
  }
  throw new Error('was taken');
};

describe('RefusedFile', () => {
  it.each([
    ['{', 'NOT_JSON'],
    ['{"format":"x"}', 'OTHER_FORMAT'],
    [exportRubric(anPhu).replace('"total": 100', '"total": "100"'), 'INVALID'],
  ] as const)('%#: says why', async (text, code) => {
    const error = refused(text);
    expect(error.code).toBe(code);
    const root = show(
      <LanguageProvider language="vi">
        <RefusedFile name="khung.json" error={error} />
      </LanguageProvider>,
    );
    expect(root.textContent).toContain(textsOf('vi').rubric.refusals[code]);
    if (code === 'INVALID') {
      expect(root.textContent).toContain('total: ');
      await expectGoodInEveryLook('rubric-refused');
    }
  });
});
