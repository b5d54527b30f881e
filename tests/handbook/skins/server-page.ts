/** What the two server-rendered skins share: the request, the answer, the view, escaping. */
import { findAccount, type Account } from '../data/accounts';
import { TODAY } from '../data/dates';
import { parseFaults } from '../faults';
import type { View } from '../view';

/** A request as server.mjs hands it over. */
export interface PageRequest {
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  /** `vao`, `loi`, `ngay`, `vai` from the query or from earlier requests. */
  state: ReadonlyMap<string, string>;
}

/** What goes back; `keep` is remembered for the requests to come. */
export interface PageAnswer {
  html?: string;
  redirect?: string;
  status?: number;
  keep?: Record<string, string>;
  /** Content type when it is no HTML page. */
  type?: string;
  /** Milliseconds the answer is held back. */
  wait?: number;
}

/** Text made safe for HTML. */
export function escape(text: string | number): string {
  return String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The signed-in account and what it sees. */
export function openView(request: PageRequest): {
  account: Account | undefined;
  view: View | undefined;
  faults: View['faults'];
} {
  const faults = parseFaults(request.state.get('loi') ?? '');
  const account = findAccount(request.state.get('vao') ?? '');
  if (!account) return { account, view: undefined, faults };
  const roleIndex = Math.min(Number(request.state.get('vai') ?? 0) || 0, account.roles.length - 1);
  const role = account.roles[roleIndex] ?? account.roles[0];
  const today = request.state.get('ngay') ?? '';
  return { account, view: { role, roleIndex, today: today === '' ? TODAY : today, faults }, faults };
}
