/** Tricks of a page on the picker: nothing is taken that was not lit, nothing is saved that was not seen. */
import { it } from 'vitest';
import { playPicking } from '../../security/picking';
import { expectRows } from './rows';

it('takes nothing under a trick, saves nothing unseen, and works on pages that only try', async () => {
  expectRows(await playPicking({ short: true }));
}, 480_000);
