/** Forged messages from a real browser: page, stranger, other extension, frames, hosts taken back. */
import { it } from 'vitest';
import { playSentMessages } from '../../security/messages-sent';
import { expectRows } from './rows';

it('no message of a wrong sender changes anything', async () => {
  expectRows(await playSentMessages({ short: true }));
}, 300_000);
