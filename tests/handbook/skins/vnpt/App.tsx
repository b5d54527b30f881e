/** Routes of the VNPT skin and the life of its session. */
import { useEffect, useState, type ReactElement } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import type { Account } from '../../data/accounts';
import { findAccount } from '../../data/accounts';
import { duration } from '../mount';
import { expire, signIn, signOut, type Session } from '../session';
import { Layout } from './Layout';
import { SignIn } from './SignIn';
import { SiteProvider } from './site';
import { SCREENS } from './screens';

/** The whole skin. */
export function App({ session }: { session: Session }): ReactElement {
  const [account, setAccount] = useState<Account | undefined>(session.account);
  const [notice, setNotice] = useState('');
  const navigate = useNavigate();
  const { pathname } = useLocation();

  const leave = (text: string): void => {
    session.account = undefined;
    session.roleIndex = 0;
    setAccount(undefined);
    setNotice(text);
    navigate('/session/signin');
  };
  const enter = (id: string): boolean => {
    if (!signIn(id)) return false;
    session.account = findAccount(id);
    setAccount(session.account);
    setNotice('');
    navigate('/dashboard/default');
    return true;
  };
  const expires = session.faults.has('het-phien') && account !== undefined;
  useEffect(() => {
    if (!expires) return undefined;
    const timer = setTimeout(
      () => {
        expire();
        session.faults.delete('het-phien');
        leave('Phiên đăng nhập đã hết hạn, vui lòng đăng nhập lại');
      },
      duration(session, 1500),
    );
    return () => clearTimeout(timer);
  }, [expires]);

  return (
    <>
      <div className="Toastify">{notice !== '' && <div className="Toastify__toast-body">{notice}</div>}</div>
      {account === undefined ? (
        pathname === '/session/signin' ? (
          <SignIn onEnter={enter} />
        ) : (
          <Navigate to="/session/signin" replace />
        )
      ) : (
        <SiteProvider key={account.id} session={session} account={account}>
          <Layout
            onSignOut={() => {
              signOut();
              leave('');
            }}
          >
            <Routes>
              {Object.entries(SCREENS).map(([path, Screen]) => (
                <Route key={path} path={path} element={<Screen key={path} />} />
              ))}
              <Route path="*" element={<Navigate to="/dashboard/default" replace />} />
            </Routes>
          </Layout>
        </SiteProvider>
      )}
    </>
  );
}
