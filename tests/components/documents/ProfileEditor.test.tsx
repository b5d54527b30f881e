/** Layouts: shipped ones are told and copied, own ones changed and checked as a whole, files come in under an id of their own. */
import '@/entrypoints/dashboard/dashboard.css';
import { setUpZod } from '@/entrypoints/dashboard/setup';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ProfileEditor } from '@/components/documents/ProfileEditor';
import { LanguageProvider } from '@/components/i18n';
import { type DocProfile, DEFAULT_DOC_PROFILE, copyDocProfile, writeDocProfile } from '@/lib/documents';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

setUpZod();
watchScreen();

const OWN = copyDocProfile(DEFAULT_DOC_PROFILE, 'rieng-1', { vi: 'Của xã Đông Trà', en: 'Of Đông Trà' });

function open(profile: DocProfile, shipped = false) {
  const saved: DocProfile[] = [];
  const exported: DocProfile[] = [];
  show(
    <LanguageProvider language="vi">
      <main class="page">
        <ProfileEditor
          profile={profile}
          shipped={shipped}
          newId="rieng-2"
          onSave={(one) => saved.push(one)}
          onExport={(one) => exported.push(one)}
        />
      </main>
    </LanguageProvider>,
  );
  return { saved, exported };
}

describe('a shipped layout', () => {
  it('tells its source and how sure it is, and is copied', async () => {
    await page.viewport(1000, 1100);
    const { saved, exported } = open(DEFAULT_DOC_PROFILE, true);
    await expect.element(page.getByText('Theo HD 05-HD/VPTW, ngày 27/05/2026.')).toBeVisible();
    await page.getByText('Mức chắc chắn').click();
    await expect.element(page.getByText(/các nơi dùng 18, 19 hoặc 20 pt/)).toBeVisible();
    await expectGoodInEveryLook('profile-shipped');
    expect(page.getByLabelText('Lề trên').query()).toBeNull();
    await page.getByRole('button', { name: 'Tạo bản riêng' }).click();
    expect(saved).toEqual([
      copyDocProfile(DEFAULT_DOC_PROFILE, 'rieng-2', {
        vi: 'HD 05-HD/VPTW (27/5/2026) (bản riêng)',
        en: 'HD 05-HD/VPTW (27 May 2026) (bản riêng)',
      }),
    ]);
    await page.getByRole('button', { name: 'Xuất tệp thể thức' }).click();
    expect(exported).toEqual([DEFAULT_DOC_PROFILE]);
  });
});

describe('an own layout', () => {
  it('is changed and saved as a new version', async () => {
    await page.viewport(1000, 1900);
    const { saved } = open(OWN);
    await expectGoodInEveryLook('profile-own');
    await page.getByLabelText('Lề trái').fill('35');
    await page.getByLabelText('Giãn dòng (pt)').fill('19,5');
    await page.getByLabelText('Chính tả phần chữ có sẵn').selectOptions('uỷ (chi uỷ)');
    await page.getByLabelText('Số trang', { exact: true }).nth(1).selectOptions('Không ghi');
    await page.getByLabelText('Tên gọi').fill('Của phường');
    await page.getByRole('button', { name: 'Lưu thể thức' }).click();
    expect(saved).toHaveLength(1);
    const expected = structuredClone(OWN);
    expected.profileVersion = 2;
    expected.page.margins.left = 35;
    expected.body.lineSpacing = 19.5;
    expected.spelling = 'uỷ';
    expected.pageNumber.place = 'none';
    expected.label.vi = 'Của phường';
    expect(saved[0]).toEqual(expected);
  });

  it('says what is no number, and what the layout as a whole cannot be', async () => {
    const { saved } = open(OWN);
    await page.getByLabelText('Lề trái').fill('ba mươi');
    await expect.element(page.getByText('Hãy ghi một số.')).toBeVisible();
    await page.getByRole('button', { name: 'Lưu thể thức' }).click({ force: true });
    expect(saved).toEqual([]);
    await page.getByLabelText('Lề trái').fill('99');
    await page.getByRole('button', { name: 'Lưu thể thức' }).click();
    await expect.element(page.getByText(/^page\.margins\.left: /)).toBeVisible();
    await expectGoodInEveryLook('profile-refused');
    expect(saved).toEqual([]);
  });

  it('comes in from a file under an id of its own, or is refused with its places', async () => {
    const { saved } = open(OWN);
    const field = page.getByLabelText('Nhập tệp thể thức');
    await field.upload(new File([writeDocProfile(OWN)], 'a.json', { type: 'application/json' }));
    await expect.poll(() => saved).toEqual([{ ...OWN, id: 'rieng-2' }]);
    const wrong = { ...OWN, endMark: '!' };
    await field.upload(new File([JSON.stringify(wrong)], 'b.json', { type: 'application/json' }));
    await expect.element(page.getByText(/Thể thức này chưa dùng được: endMark: /)).toBeVisible();
    expect(saved).toHaveLength(1);
  });
});
