/** Campaign: every message × wrong sender × wrong shape, on the checks and from a real browser; --runs repeats the real part. */
import { loadModule } from './load-module.mjs';

export default async function run({ runs = 1, short = false, report } = {}) {
  const { playMatrix } = await loadModule('tests/security/message-matrix.ts');
  const { playSentMessages } = await loadModule('tests/security/messages-sent.ts');
  const rows = [...playMatrix()];
  for (let round = 0; round < runs; round++) rows.push(...(await playSentMessages({ short, report })));
  return { name: 'messages', rows };
}
