/** A page on a host never granted. */
import { it } from 'vitest';
import { playStrangers } from '../../security/strangers';
import { expectRows } from './rows';

it('cannot tell that the extension is installed', async () => {
  expectRows(await playStrangers());
}, 300_000);
