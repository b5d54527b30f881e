/** The React context of the VNPT skin: session, current role and the view every screen draws from. */
import { createContext, useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Account } from '../../data/accounts';
import { label, number, personName } from '../../labels';
import type { View } from '../../view';
import { duration } from '../mount';
import { keepRole, type Session } from '../session';

/** What every screen may ask. */
export interface Site {
  session: Session;
  account: Account;
  view: View;
  /** The role whose label the picker shows; under `doi-vai` it runs ahead of `view`. */
  shownRole: number;
  changeRole: (index: number) => void;
  label: (text: string) => string;
  name: (rawName: string) => string;
  number: (value: number) => string;
}

const SiteContext = createContext<Site | undefined>(undefined);

/** The site of the signed-in account. */
export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error('useSite needs SiteProvider');
  return site;
}

/** Provides the site of an account. */
export function SiteProvider(props: { session: Session; account: Account; children: ReactNode }): ReactElement {
  const { session, account } = props;
  const [roleIndex, setRoleIndex] = useState(session.roleIndex);
  const [shownRole, setShownRole] = useState(session.roleIndex);
  const role = account.roles[roleIndex] ?? account.roles[0];
  const { faults, today } = session;
  const changeRole = (index: number): void => {
    keepRole(index);
    if (!faults.has('doi-vai')) return location.assign('/dashboard/default');
    setShownRole(index);
    session.roleIndex = index;
    setTimeout(() => setRoleIndex(index), duration(session, 600));
  };
  const site: Site = {
    session,
    account,
    view: { role, roleIndex, today, faults },
    shownRole,
    changeRole,
    label: (text) => label(text, faults),
    name: (rawName) => personName(rawName, faults),
    number: (value) => number(value, faults),
  };
  return <SiteContext.Provider value={site}>{props.children}</SiteContext.Provider>;
}

/** False for the given time after `key` changed, then true. */
export function useAfter(session: Session, milliseconds: number, key: unknown): boolean {
  const [done, setDone] = useState<unknown>(undefined);
  const token = JSON.stringify([key]);
  useEffect(() => {
    const timer = setTimeout(() => setDone(token), duration(session, milliseconds));
    return () => clearTimeout(timer);
  }, [session, milliseconds, token]);
  return done === token;
}
