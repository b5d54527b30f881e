/** Which tab the address asks to teach (`#/teach/12`), followed as it changes. */
import { useHash } from '../hooks/use-hash';

/** The tab an address asks for, null when it asks for something else. */
export function taughtTab(hash: string): number | null {
  const [view, tab = ''] = hash.replace(/^#\/?/, '').split('/');
  const number = Number(tab);
  return view === 'teach' && tab !== '' && Number.isInteger(number) && number >= 0 ? number : null;
}

export function useTaughtTab(): number | null {
  return useHash(taughtTab);
}
