/** A hostile script on the handbook’s own page while the overlay shows stored values. */
import { it } from 'vitest';
import { playHostile } from '../../security/hostile';
import { expectRows } from './rows';

it('learns not one stored value', async () => {
  expectRows(await playHostile({ short: true }));
}, 300_000);
