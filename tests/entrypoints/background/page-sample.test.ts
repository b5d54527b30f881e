/** What the script in the page hands back is a claim: only a text that is scrubbed through and through goes on. */
import { describe, expect, it } from 'vitest';
import { sampleFrom } from '../../../entrypoints/background/page-sample';
import { scrubPage } from '../../../lib/scrub';
import { openHtml } from '../../lib/reader/open-page';

const scrubbed = (html: string) => scrubPage(openHtml(`<html><body>${html}</body></html>`));

describe('sampleFrom', () => {
  it('hands on what was scrubbed', () => {
    const sample = scrubbed('<p class="points">Điểm tích lũy: 12.345</p><td>Nguyễn Văn An</td>');
    expect(sampleFrom(sample)).toEqual({ ok: true, value: sample.html });
    expect(sample.html).toContain('00.000');
  });

  it.each([
    ['a page with a secrecy mark', 'secret', { code: 'notAllowed', detail: 'secretPage' }],
    ['a page that was cut', { ...scrubbed('<p>x</p>'), cut: true }, { code: 'tooLarge' }],
    ['nothing', undefined, { code: 'invalid', detail: 'unreadable' }],
    ['another shape', { html: '' }, { code: 'invalid', detail: 'unreadable' }],
    [
      'more than there should be',
      { ...scrubbed(''), title: 'Nguyễn Văn An' },
      { code: 'invalid', detail: 'unreadable' },
    ],
    ['a text that is too long', { ...scrubbed(''), html: 'x'.repeat(5_100_000) }, { code: 'invalid' }],
    [
      'a page in which a name is left',
      { ...scrubbed(''), html: scrubbed('<p>x</p>').html.replace('<p>x', '<p>Nguyễn Văn An') },
      { code: 'invalid', detail: 'notScrubbed' },
    ],
  ])('refuses %s', (_name, result, reply) => {
    expect(sampleFrom(result)).toMatchObject({ ok: false, ...reply });
  });
});
