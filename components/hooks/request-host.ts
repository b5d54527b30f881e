/** Asks the browser for one more host, in the very press that wants it. */
import { patternOfHost } from '@/lib/model/host';
import { extensionApi } from './extension';

/** To be called first thing in a press: the browser asks only then. `failed` when it could not ask. */
export async function requestHost(host: string): Promise<'granted' | 'denied' | 'failed'> {
  try {
    const asked = extensionApi()?.permissions?.request({ origins: [patternOfHost(host)] });
    if (asked === undefined) return 'failed';
    return (await asked) ? 'granted' : 'denied';
  } catch {
    return 'failed';
  }
}
