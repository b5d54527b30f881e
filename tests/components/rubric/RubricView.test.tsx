/** Reading a form: source, groups, bands, and what is open in it in plain words. */
import '@/components/rubric/rubric.css';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LanguageProvider, loadTexts, textsOf } from '@/components/i18n';
import { RubricView } from '@/components/rubric/RubricView';
import { RUBRICS, type Rubric } from '@/lib/rubric';
import { anPhu } from '@/lib/rubrics/an-phu-2025';
import { expectGoodInEveryLook, picture, show, watchScreen } from '../screen';

watchScreen();
await loadTexts('en');
const open = (rubric: Rubric, language: 'vi' | 'en' = 'vi') =>
  show(
    <LanguageProvider language={language}>
      <main class="page page-narrow">
        <h1>{textsOf(language).rubric.title}</h1>
        <RubricView rubric={rubric} />
      </main>
    </LanguageProvider>,
  );

describe('the An Phú form', () => {
  it('names its gaps in plain Vietnamese', async () => {
    const root = open(anPhu);
    const said = root.querySelector('.rubric-findings')?.textContent ?? '';
    expect(said).toContain('Tỉ lệ phát biểu trên số có mặt đúng 50% không thuộc mức nào.');
    expect(said).toContain(
      'Khi quy định là 90 phút, thời gian thiếu so với quy định trên 30 phút và dưới 45 phút không thuộc mức nào.',
    );
    expect(said).toContain('Chi bộ có đúng 30 đảng viên thì phải họp 90 hay 120 phút?');
    expect(said).toContain(
      'Biểu không nói kết quả so với kế hoạch trên 100% thì tính thế nào. Phần mềm tính như 100%.',
    );
    await expect.element(page.getByText('Số 08-KH/ĐU, ngày 19/09/2025')).toBeVisible();
    await page.viewport(820, 700);
    await expectGoodInEveryLook('rubric-view');
  });

  it('shows bands and grades', async () => {
    open(anPhu);
    await expect.element(page.getByText('Từ 75% đến dưới 90%')).toBeVisible();
    await expect.element(page.getByText('Từ 70 điểm đến dưới 90 điểm')).toBeVisible();
    await expect.element(page.getByText('Từ 90 điểm trở lên')).toBeVisible();
  });

  it('fits a screen 360 px wide', async () => {
    await page.viewport(360, 700);
    const root = open(anPhu);
    expect(root.scrollWidth).toBeLessThanOrEqual(360);
    await picture('rubric-view-360');
  });
});

describe('every shipped form', () => {
  it.each(RUBRICS)('$id reads without a code in it, in both languages', (rubric) => {
    for (const language of ['vi', 'en'] as const) {
      const said = open(rubric, language).textContent ?? '';
      expect(said).toContain(rubric.title);
      expect(said).not.toMatch(/undefined|NaN|BAND_|NA_POLICY|attendancePercent|THUONG_KY/);
    }
  });
});
