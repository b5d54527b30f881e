/** Frame of the PTIT skin: header with role and points, side menu, screens, sign-in. */
import { Button, Form, Input, Layout, Menu, Select, Spin, Tag } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { findAccount, PASSWORD, type Account } from '../../data/accounts';
import { label, pointsLabel } from '../../labels';
import { ownPoints, type View } from '../../view';
import { duration } from '../mount';
import { expire, keepRole, signIn, signOut, type Session } from '../session';
import { SCREENS, type ScreenProps } from './screens';

function SignIn({ onEnter, notice }: { onEnter: (id: string) => void; notice: string }): ReactElement {
  const [wrong, setWrong] = useState(notice);
  const submit = (values: { user?: string; password?: string }): void => {
    const known = findAccount(values.user ?? '');
    if (known && values.password === PASSWORD) onEnter(known.id);
    else setWrong('Sai tên đăng nhập hoặc mật khẩu');
  };
  return (
    <div className="ptit-login">
      <h2>Sổ tay đảng viên</h2>
      <Form layout="vertical" onFinish={submit}>
        <Form.Item label="Tên đăng nhập" name="user">
          <Input />
        </Form.Item>
        <Form.Item label="Mật khẩu" name="password">
          <Input.Password />
        </Form.Item>
        {wrong !== '' && <p role="alert">{wrong}</p>}
        <Button type="primary" htmlType="submit" block>
          Đăng nhập
        </Button>
      </Form>
    </div>
  );
}

function SignedIn(props: { session: Session; account: Account; onSignOut: () => void }): ReactElement {
  const { session, account } = props;
  const { faults, today } = session;
  const { pathname } = useLocation();
  const [ready, setReady] = useState(false);
  const [roleIndex, setRoleIndex] = useState(session.roleIndex);
  const [shownRole, setShownRole] = useState(session.roleIndex);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), duration(session, 300));
    return () => clearTimeout(timer);
  }, [session]);
  const changeRole = (index: number): void => {
    keepRole(index);
    if (!faults.has('doi-vai')) return location.reload();
    setShownRole(index);
    session.roleIndex = index;
    setTimeout(() => setRoleIndex(index), duration(session, 600));
  };
  if (!ready) return <Spin fullscreen />;
  const view: View = { role: account.roles[roleIndex] ?? account.roles[0], roleIndex, today, faults };
  const points = ownPoints(view);
  const screen: ScreenProps = { session, view, account };
  return (
    <Layout style={{ minHeight: '100vh' }} className={faults.has('di-dong') ? 'narrow' : ''}>
      <Layout.Header className="ptit-header">
        <span className="brand">SỔ TAY ĐẢNG VIÊN</span>
        <Select
          style={{ minWidth: 260, maxWidth: 320 }}
          value={shownRole}
          options={account.roles.map((role, index) => ({ value: index, label: role.label }))}
          onChange={changeRole}
        />
        {points !== null && (
          <Tag color="gold" className="points">
            {pointsLabel(points, faults).trim()}
          </Tag>
        )}
        <span className="user-name">{account.name}</span>
        <Button size="small" onClick={props.onSignOut}>
          Đăng xuất
        </Button>
      </Layout.Header>
      <Layout>
        {!faults.has('di-dong') && (
          <Layout.Sider theme="light" width={220} breakpoint="md" collapsedWidth={0}>
            <Menu
              selectedKeys={[pathname]}
              items={SCREENS.filter(({ inMenu }) => inMenu).map(({ path, title }) => ({
                key: path,
                label: <Link to={path}>{title}</Link>,
              }))}
            />
          </Layout.Sider>
        )}
        <Layout.Content style={{ padding: 24, minWidth: 0 }}>
          <Routes>
            {SCREENS.map(({ path, title, Screen }) => (
              <Route
                key={path}
                path={path}
                element={
                  <>
                    <h1 className="page-title">{label(title, faults)}</h1>
                    <Screen key={`${path} ${roleIndex}`} {...screen} />
                  </>
                }
              />
            ))}
            <Route path="*" element={<Navigate to="/trang-chu" replace />} />
          </Routes>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** The whole skin. */
export function App({ session }: { session: Session }): ReactElement {
  const [account, setAccount] = useState(session.account);
  const [notice, setNotice] = useState('');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const leave = (text: string): void => {
    session.account = undefined;
    session.roleIndex = 0;
    setAccount(undefined);
    setNotice(text);
    navigate('/user/login');
  };
  const enter = (id: string): void => {
    signIn(id);
    session.account = findAccount(id);
    setAccount(session.account);
    navigate('/trang-chu');
  };
  const expires = session.faults.has('het-phien') && account !== undefined;
  useEffect(() => {
    if (!expires) return undefined;
    const end = (): void => {
      expire();
      session.faults.delete('het-phien');
      leave('Phiên đăng nhập đã hết hạn');
    };
    const timer = setTimeout(end, duration(session, 1500));
    return () => clearTimeout(timer);
  }, [expires]);
  if (account) {
    const out = (): void => {
      signOut();
      leave('');
    };
    return <SignedIn key={account.id} session={session} account={account} onSignOut={out} />;
  }
  if (pathname !== '/user/login') return <Navigate to="/user/login" replace />;
  return <SignIn onEnter={enter} notice={notice} />;
}
