/** Tricks to gain a press on the overlay, and ordinary pages that must not be taken for one. */
import { it } from 'vitest';
import { playClickjacking } from '../../security/clickjacking';
import { expectRows } from './rows';

it('gains no press, and shuts off no ordinary page', async () => {
  expectRows(await playClickjacking({ short: true }));
}, 300_000);
