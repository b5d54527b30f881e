/** Every page and feature of the built extension: no request, no violation of its policy. */
import { it } from 'vitest';
import { playSilence } from '../../security/silence';
import { expectRows } from './rows';

it('every page, view and feature is silent', async () => {
  expectRows(await playSilence());
}, 300_000);
