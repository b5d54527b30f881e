/** People, keys and documents of the hand-in tests; keys are made once. */
import { composeHandIn, type Composition } from '../../../lib/handin/compose';
import { makeCard } from '../../../lib/handin/card';
import { createOpeningKey, createSigningKey } from '../../../lib/handin/keys';
import type { OpenedHandIn } from '../../../lib/handin/open';
import { digestOf } from '../../../lib/handin/digest';
import type { HandIn } from '../../../lib/model/hand-in';
import { parsePeriod } from '../../../lib/model/period';

export const NOW = new Date('2026-12-01T03:00:00Z');
export const NOVEMBER = parsePeriod('2026-11');

export const [an, binh, cuong] = await Promise.all([createSigningKey(), createSigningKey(), createSigningKey()]);
export const [secretary, deputy, stranger] = await Promise.all([
  createOpeningKey(),
  createOpeningKey(),
  createOpeningKey(),
]);
export const card = await makeCard({
  cell: 'Chi bộ Tổ dân phố 5',
  recipients: [
    { role: 'secretary', key: secretary.recipient },
    { role: 'deputy', key: deputy.recipient },
  ],
});

/** An's November: 1.000 before it, 1.500 at its end. */
export function documentOf(change: Partial<Composition> = {}): HandIn {
  return composeHandIn({
    from: an.keyId,
    to: card.fingerprint,
    name: 'Nguyễn Văn An',
    period: NOVEMBER,
    revision: 1,
    now: NOW,
    readings: [
      { day: '2026-10-30', at: null, total: 1_000, source: 'page' },
      { day: '2026-11-12', at: null, total: 1_200, source: 'manual' },
      { day: '2026-11-28', at: null, total: 1_500, source: 'page' },
    ],
    ...change,
  });
}

/** As `openHandIn` gives it, without the sealing in between. */
export async function openedOf(handIn: HandIn): Promise<OpenedHandIn> {
  return { handIn, digest: await digestOf(JSON.stringify(handIn)) };
}
