/** Every finding has a sentence in both languages that leaves nothing unsaid; page rules say what the profile says. */
import { describe, expect, it } from 'vitest';
import { findingText } from '@/components/documents/finding-words';
import { pageRules } from '@/components/documents/page-rules';
import { formatFor, loadTexts, textsOf } from '@/components/i18n';
import { maskedFormat } from '@/components/i18n/format';
import { FINDING_CODES, FINDING_FIELDS, FINDING_SUMS, finding } from '@/lib/documents/findings';
import { DEFAULT_DOC_PROFILE, makeDocument } from '@/lib/documents';
import { ALL } from '../../lib/documents/samples';

const FACTS = {
  row: 'Chi bộ A',
  field: 'members',
  what: 'points',
  found: 9,
  expected: 10,
  points: 96.5,
  grade: 'KHA',
  count: 21,
  limit: 20,
  base: 100,
  percent: 20,
  denominator: 'RATED',
  hours: 12.5,
  rate: '104,5%',
  times: 4,
  minutes: 80,
};

await loadTexts('en');

describe.each(['vi', 'en'] as const)('%s', (language) => {
  const texts = textsOf(language).documents;
  const format = formatFor(language);
  it.each(FINDING_CODES)('%s is a whole sentence', (code) => {
    const text = findingText(finding(code, FACTS), texts, format);
    expect(text).toMatch(/[.]$/);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });

  it('knows every field and sum, with and without a row', () => {
    for (const field of FINDING_FIELDS) {
      expect(findingText(finding('missingNumber', { field, row: '' }), texts, format)).not.toContain(`${field}.`);
    }
    for (const what of FINDING_SUMS) {
      expect(findingText(finding('sumDiffers', { ...FACTS, what, row: '' }), texts, format)).not.toMatch(/^: /);
    }
  });
});

it('hides figures where numbers are hidden', () => {
  const hidden = maskedFormat(formatFor('vi'));
  const { documents } = textsOf('vi');
  for (const code of FINDING_CODES) {
    const text = findingText(finding(code, FACTS), documents, hidden);
    expect(text).not.toMatch(/96,5|104,5|\b21\b|12,5/);
  }
});

describe('page rules', () => {
  const rules = (change: (profile: typeof DEFAULT_DOC_PROFILE) => void, id: 'minutes' | 'adoption' | 'six-month') => {
    const profile = structuredClone(DEFAULT_DOC_PROFILE);
    change(profile);
    return pageRules(makeDocument(id, ALL[id], profile).paper);
  };
  it('say size, margins and where the number stands', () => {
    const usual = rules(() => undefined, 'minutes');
    expect(usual).toContain('size: 210mm 297mm; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page)');
    expect(usual).toContain('@page sotay-sheet:first { @top-center { content: none; } }');
    expect(rules(() => undefined, 'six-month')).toContain('size: 297mm 210mm');
    expect(rules((profile) => void (profile.pageNumber.onFirst = true), 'minutes')).not.toContain(':first');
    const none = rules((profile) => void (profile.pageNumber.place = 'none'), 'adoption');
    expect(none).not.toContain('counter(page)');
  });
});
