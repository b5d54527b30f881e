/** The national, the old and the Odoo skin of the stand-in: every screen and every fault. */
import { expect, it } from 'vitest';
import { PATHS } from '../../handbook/expected';
import { describeSkin } from './skin-suite';

describeSkin('quoc-gia');
describeSkin('cu');
describeSkin('odoo');

it('and the two files beside it are all skins there are', () => {
  expect(Object.keys(PATHS).sort()).toEqual(['cu', 'odoo', 'ptit', 'quoc-gia', 'vnpt']);
});
