/** Names and texts that are code, through handbook and importers into every view. */
import { it } from 'vitest';
import { playHostileText } from '../../security/hostile-text';
import { expectRows } from './rows';

it('stay text everywhere', async () => {
  expectRows(await playHostileText({ short: true }));
}, 300_000);
