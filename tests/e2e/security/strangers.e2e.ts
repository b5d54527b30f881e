/** A page on a host never granted. */
import { it } from 'vitest';
import { playStrangers } from '../../security/strangers';
import { productionBuild } from '../production-build';
import { expectRows } from './rows';

it('cannot tell that the extension is installed', async () => {
  expectRows(await playStrangers());
}, 300_000);

// The frame page may be shown on every host that can be added: those that were not are strangers all the same.
it('cannot tell it on a host that could be added and was not', async () => {
  expectRows(await playStrangers({ build: productionBuild(), host: 'localhost' }));
}, 300_000);
