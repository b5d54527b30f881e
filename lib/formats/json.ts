/** The tally as JSON, exactly as `tallySchema` tells; the format other programs read. */
import { defineFormat } from './define-format';

export const json = defineFormat({
  id: 'json',
  label: { vi: 'JSON', en: 'JSON' },
  extension: '.json',
  mime: 'application/json',
  write: (tally) => Promise.resolve(new TextEncoder().encode(`${JSON.stringify(tally, null, 2)}\n`)),
});
