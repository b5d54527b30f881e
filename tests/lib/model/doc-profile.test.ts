/** Profiles: the shipped ones hold, travel as JSON, and a wrong one is refused with every place named. */
import { describe, expect, it } from 'vitest';
import {
  DocProfileError,
  checkDocProfile,
  copyDocProfile,
  docProfileSchema,
  parseDocProfile,
  writeDocProfile,
} from '../../../lib/model/doc-profile';
import { DEFAULT_DOC_PROFILE, DOC_PROFILES, findDocProfile } from '../../../lib/rules/doc-profiles';

/** The issues of a refusal; fails when nothing is refused. */
function issuesOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof DocProfileError) return error.issues;
    throw error;
  }
  throw new Error('was not refused');
}

describe('shipped profiles', () => {
  it.each(DOC_PROFILES.map((profile) => [profile.id, profile] as const))('%s is valid and travels', (id, profile) => {
    expect(docProfileSchema.parse(profile)).toEqual(profile);
    expect(parseDocProfile(writeDocProfile(profile))).toEqual(profile);
    expect(findDocProfile(id)).toBe(profile);
    expect(profile.source?.number).toMatch(/-HD\/VPTW$/);
  });

  it('has HD 05 as default with its known figures', () => {
    expect(DEFAULT_DOC_PROFILE.id).toBe('hd05-2026');
    expect(DEFAULT_DOC_PROFILE.page.margins).toEqual({ top: 20, bottom: 20, left: 30, right: 15 });
    expect(DEFAULT_DOC_PROFILE.fonts).toMatchObject({ party: 15, placeDate: 14, body: 14, recipients: 12 });
    expect(DEFAULT_DOC_PROFILE.recipients.lastCell).toBe('Lưu Chi bộ.');
    expect(findDocProfile('hd36-2018')?.fonts.type).toBe(15);
    expect(findDocProfile('constructor')).toBeNull();
  });

  it('names certainty only of fields there are', () => {
    for (const profile of DOC_PROFILES) {
      for (const field of profile.certainty.parts.flatMap((part) => part.fields)) {
        const value = field
          .split('.')
          .reduce<unknown>((so, key) => (so as Record<string, unknown> | undefined)?.[key], profile);
        expect(value, `${profile.id}: ${field}`).toBeDefined();
      }
    }
  });
});

describe('a profile from outside', () => {
  it('is refused with every place that is wrong', () => {
    const wrong = structuredClone(DEFAULT_DOC_PROFILE) as unknown as Record<string, Record<string, unknown>>;
    wrong['page']!['size'] = 'Letter';
    wrong['body']!['lineSpacing'] = 'x';
    wrong['header']!['logo'] = true;
    const issues = issuesOf(() => checkDocProfile(wrong));
    expect(issues.some((issue) => issue.startsWith('page.size: '))).toBe(true);
    expect(issues.some((issue) => issue.startsWith('body.lineSpacing: '))).toBe(true);
    expect(issues.some((issue) => issue.startsWith('header: ') && issue.includes('logo'))).toBe(true);
  });

  it.each([
    ['{', ['not JSON']],
    ['x'.repeat(70_000), ['larger than 64 KB']],
    ['[]', [expect.stringMatching(/^profile: /) as string]],
  ])('refuses %.10s…', (text, issues) => expect(issuesOf(() => parseDocProfile(text))).toEqual(issues));

  it.each([`Times'; x`, 'a\\', 'url(x)', ''])('refuses the font %j', (family) => {
    const fonts = { ...DEFAULT_DOC_PROFILE.fonts, family };
    expect(issuesOf(() => checkDocProfile({ ...DEFAULT_DOC_PROFILE, fonts }))[0]).toMatch(/^fonts\.family: /);
  });

  it('refuses margins that leave no room', () => {
    const margins = { top: 20, bottom: 20, left: 60, right: 60 };
    expect(issuesOf(() => checkDocProfile({ ...DEFAULT_DOC_PROFILE, page: { size: 'A4', margins } }))).toEqual([
      'page.margins: less than 120 mm left for the text',
    ]);
  });

  it('is copied under a new id without touching the original', () => {
    const copy = copyDocProfile(DEFAULT_DOC_PROFILE, 'cua-xa', { vi: 'Của xã', en: 'Ours' });
    copy.page.margins.top = 25;
    expect(copy).toMatchObject({ id: 'cua-xa', profileVersion: 1 });
    expect(DEFAULT_DOC_PROFILE.page.margins.top).toBe(20);
  });
});
