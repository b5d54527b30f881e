/** The national handbook's stand-in: sign-in, profile card, meetings, documents; never a point. */
import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useEffect, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { findAccount, PASSWORD, type Account } from '../../data/accounts';
import { CELLS } from '../../data/cells';
import { label, personName } from '../../labels';
import { documentsOf, meetingsView, topicsOf, type View } from '../../view';
import { duration } from '../mount';
import { expire, signIn, signOut, type Session } from '../session';

function SignIn({ onEnter, notice }: { onEnter: (id: string) => void; notice: string }): ReactElement {
  const [wrong, setWrong] = useState(notice);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const account = findAccount(String(data.get('username')));
    if (account && data.get('password') === PASSWORD) onEnter(account.id);
    else setWrong('Thông tin đăng nhập không đúng');
  };
  return (
    <form className="qg-login qg-card" onSubmit={submit}>
      <h1>Đăng nhập</h1>
      <input name="username" placeholder="Số định danh cá nhân" aria-label="Số định danh cá nhân" />
      <input name="password" type="password" placeholder="Mật khẩu" aria-label="Mật khẩu" />
      {wrong !== '' && <p role="alert">{wrong}</p>}
      <button type="submit">Đăng nhập</button>
    </form>
  );
}

function Profile({ account, view }: { account: Account; view: View }): ReactElement {
  const member = CELLS[account.size].members.find((one) => one.name === account.name);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Họ và tên', personName(account.name, view.faults)],
    ['Ngày sinh', member?.birth.replaceAll('-', '/')],
    ['Giới tính', member?.gender],
    ['Ngày vào Đảng', '03/02/2010'],
    ['Ngày chính thức', '03/02/2011'],
    ['Số thẻ đảng viên', member?.card],
    ['Chi bộ đang sinh hoạt', view.role.unit],
    ['Số căn cước công dân', `0790${String(10000000 + (member?.id ?? 0))}`],
    ['Số điện thoại', member?.phone],
  ];
  return (
    <section className="qg-card">
      <h1>Hồ sơ đảng viên</h1>
      <dl>
        {fields.map(([head, value]) => [
          <dt key={head}>{label(head, view.faults)}</dt>,
          <dd key={`${head} value`}>{value}</dd>,
        ])}
      </dl>
    </section>
  );
}

function Sheet(props: { title: string; view: View; heads: string[]; rows: readonly ReactNode[][] }): ReactElement {
  return (
    <section className="qg-card">
      <h1>{props.title}</h1>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['STT', ...props.heads].map((head) => (
              <TableCell key={head}>{label(head, props.view.faults)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map((row, index) => (
            <TableRow key={index}>
              {[index + 1, ...row].map((cell, at) => (
                <TableCell key={at}>{cell}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

function SignedIn(props: { session: Session; account: Account; onSignOut: () => void }): ReactElement | null {
  const { session, account } = props;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), duration(session, 300));
    return () => clearTimeout(timer);
  }, [session]);
  if (!ready) return <p className="qg-main">Đang tải…</p>;
  const view: View = { role: account.roles[0], roleIndex: 0, today: session.today, faults: session.faults };
  const meetings = meetingsView(view).map((meeting) => [
    meeting.title,
    `${meeting.start} - ${meeting.end}`,
    meeting.place,
    meeting.state,
  ]);
  const documents = documentsOf(view).map((item) => [item.number, item.title, item.issued]);
  const topics = topicsOf(view).map((topic) => [topic.title, topic.right === null ? 'Chưa học' : 'Đã học']);
  return (
    <div className={session.faults.has('di-dong') ? 'narrow' : ''}>
      <header className="qg-header">
        <strong>SỔ TAY ĐẢNG VIÊN ĐIỆN TỬ</strong>
        <Link to="/page/Account/home">Hồ sơ</Link>
        <Link to="/page/SinhHoat">Chuẩn bị sinh hoạt</Link>
        <Link to="/page/TaiLieu">Tra cứu</Link>
        <Link to="/page/NghiQuyet">Học tập nghị quyết</Link>
        <span className="user">{account.name}</span>
        <button type="button" onClick={props.onSignOut}>
          Đăng xuất
        </button>
      </header>
      <main className="qg-main">
        <Routes>
          <Route path="/page/Account/home" element={<Profile account={account} view={view} />} />
          <Route
            path="/page/SinhHoat"
            element={
              <Sheet
                title="Chuẩn bị sinh hoạt"
                view={view}
                heads={['Tiêu đề', 'Thời gian', 'Địa điểm', 'Trạng thái']}
                rows={meetings}
              />
            }
          />
          <Route
            path="/page/TaiLieu"
            element={
              <Sheet
                title="Tra cứu"
                view={view}
                heads={['Số ký hiệu', 'Trích yếu', 'Ngày ban hành']}
                rows={documents}
              />
            }
          />
          <Route
            path="/page/NghiQuyet"
            element={<Sheet title="Học tập nghị quyết" view={view} heads={['Chủ đề', 'Trạng thái']} rows={topics} />}
          />
          <Route path="*" element={<Navigate to="/page/Account/home" replace />} />
        </Routes>
      </main>
    </div>
  );
}

/** The whole skin. */
export function App({ session }: { session: Session }): ReactElement {
  const [account, setAccount] = useState(session.account);
  const [notice, setNotice] = useState('');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const leave = (text: string): void => {
    setAccount(undefined);
    setNotice(text);
    navigate('/auth/login');
  };
  const expires = session.faults.has('het-phien') && account !== undefined;
  useEffect(() => {
    if (!expires) return undefined;
    const end = (): void => {
      expire();
      session.faults.delete('het-phien');
      leave('Phiên làm việc đã hết hạn');
    };
    const timer = setTimeout(end, duration(session, 1500));
    return () => clearTimeout(timer);
  }, [expires]);
  if (account) {
    const out = (): void => {
      signOut();
      leave('');
    };
    return <SignedIn session={session} account={account} onSignOut={out} />;
  }
  if (pathname !== '/auth/login') return <Navigate to="/auth/login" replace />;
  const enter = (id: string): void => {
    signIn(id);
    setAccount(findAccount(id));
    navigate('/page/Account/home');
  };
  return <SignIn onEnter={enter} notice={notice} />;
}
