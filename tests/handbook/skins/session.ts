/** Who is signed in and which faults and day hold, read once from the URL and kept for the tab. */
import { findAccount, type Account } from '../data/accounts';
import { dayNumber, TODAY } from '../data/dates';
import { parseFaults, type Fault } from '../faults';

const TOKEN = 'access_token';

/** What a skin needs to know before it draws. */
export interface Session {
  account: Account | undefined;
  roleIndex: number;
  faults: Set<Fault>;
  today: string;
}

/** Reads `?vao=`, `?loi=`, `?ngay=` and `?vai=`; what the URL leaves out comes from earlier in the tab. */
export function openSession(): Session {
  const query = new URLSearchParams(location.search);
  for (const key of ['loi', 'ngay', 'vai']) {
    const given = query.get(key);
    if (given !== null) sessionStorage.setItem(key, given);
  }
  const entering = query.get('vao');
  if (entering !== null) signIn(entering);
  const today = sessionStorage.getItem('ngay') ?? '';
  if (today !== '') dayNumber(today);
  const account = findAccount((localStorage.getItem(TOKEN) ?? '').replace(/^tok-/, ''));
  return {
    account,
    roleIndex: Math.min(Number(sessionStorage.getItem('vai') ?? 0), (account?.roles.length ?? 1) - 1),
    faults: parseFaults(sessionStorage.getItem('loi') ?? ''),
    today: today === '' ? TODAY : today,
  };
}

/** Signs an account in; false when there is none of that name. */
export function signIn(id: string): boolean {
  const account = findAccount(id);
  if (!account) return false;
  localStorage.setItem(TOKEN, `tok-${account.id}`);
  sessionStorage.setItem('vai', sessionStorage.getItem('vai') ?? '0');
  return true;
}

/** Signs out; the day and the faults stay. */
export function signOut(): void {
  localStorage.removeItem(TOKEN);
  sessionStorage.removeItem('vai');
}

/** Remembers the role for the next page load. */
export function keepRole(index: number): void {
  sessionStorage.setItem('vai', String(index));
}

/** The session has ended: sign out, and let the next sign-in last. */
export function expire(): void {
  signOut();
  const left = (sessionStorage.getItem('loi') ?? '').split(',').filter((id) => id !== 'het-phien');
  sessionStorage.setItem('loi', left.join(','));
}
