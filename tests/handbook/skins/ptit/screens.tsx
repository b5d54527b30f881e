/** The screens of the PTIT skin: Ant Design tables with pagers, and one virtual table. */
import { Card, Descriptions, Statistic, Table, type TableColumnsType } from 'antd';
import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { Account } from '../../data/accounts';
import { ALL_MEMBERS } from '../../data/cells';
import { ATTENDANCE, attendanceOf, pointEvents } from '../../data/meetings';
import { NEWS, NOTICES, TASKS } from '../../data/office';
import { label, number, personName } from '../../labels';
import { documentsOf, meetingsView, membersOf, ownPoints, rankingView, topicsOf, type View } from '../../view';
import { duration } from '../mount';
import type { Session } from '../session';

/** What each screen gets. */
export interface ScreenProps {
  session: Session;
  view: View;
  account: Account;
}

interface Line {
  key: number;
  [field: string]: string | number | ReactElement;
}

function useLoading(session: Session): boolean {
  const [loading, setLoading] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setLoading(false), duration(session, 250));
    return () => clearTimeout(timer);
  }, [session]);
  return loading;
}

/** A table of lines; `heads` maps a field to its head. */
function List(
  props: ScreenProps & {
    heads: readonly (readonly [field: string, head: string, width?: number])[];
    lines: readonly Omit<Line, 'key'>[];
    pageSize?: number;
    virtual?: boolean;
  },
): ReactElement {
  const loading = useLoading(props.session);
  const lines = props.lines.map((line, index): Line => ({ ...line, key: index }));
  const columns: TableColumnsType<Line> = props.heads.map(([field, head, width]) => ({
    key: field,
    dataIndex: field,
    title: label(head, props.view.faults),
    width: width ?? 160,
  }));
  return (
    <Table<Line>
      size="middle"
      bordered
      loading={loading}
      columns={columns}
      dataSource={loading ? [] : lines}
      virtual={props.virtual === true}
      scroll={props.virtual === true ? { x: 900, y: 480 } : { x: 'max-content' }}
      pagination={
        props.virtual === true
          ? false
          : {
              defaultPageSize: props.pageSize ?? 10,
              showSizeChanger: true,
              pageSizeOptions: [10, 20, 50, 100],
              showTotal: (total, [from, to]) => `${from}-${to} trên tổng số ${total}`,
            }
      }
    />
  );
}

function Home({ view, account }: ScreenProps): ReactElement {
  const points = ownPoints(view);
  return (
    <Card>
      <Descriptions
        column={1}
        items={[
          { key: 'name', label: 'Họ và tên', children: account.name },
          { key: 'unit', label: 'Tổ chức cơ sở Đảng', children: view.role.unit },
          { key: 'role', label: 'Chức vụ', children: view.role.role },
        ]}
      />
      {points !== null && <Statistic title={label('Điểm tích lũy', view.faults)} value={points} groupSeparator="." />}
      <h3>Tin mới nhất</h3>
      {NEWS.slice(0, 4).map((item) => (
        <p key={item.title}>{`${item.day} ${item.title}`}</p>
      ))}
    </Card>
  );
}

function Points(props: ScreenProps): ReactElement {
  const { view } = props;
  const total = ownPoints(view);
  if (total === null) return <p>Vai trò này không có điểm</p>;
  const lines = pointEvents(view.today, 45, (day) => ownPoints(view, day)).map((event, index) => ({
    stt: index + 1,
    day: event.day,
    reason: event.reason,
    points: `+${event.points}`,
    after: number(event.totalAfter, view.faults),
  }));
  return (
    <>
      <Statistic title={label('Tổng điểm', view.faults)} value={total} groupSeparator="." />
      <List
        {...props}
        lines={lines}
        heads={[
          ['stt', 'STT', 60],
          ['day', 'Ngày', 120],
          ['reason', 'Nội dung', 260],
          ['points', 'Điểm', 90],
          ['after', 'Điểm tích lũy', 140],
        ]}
      />
    </>
  );
}

function RankingTable(props: ScreenProps & { whole: boolean }): ReactElement {
  const { view } = props;
  const figure = (value: number | null): string => (value === null ? '-' : number(value, view.faults));
  const rows = props.whole ? rankingView(view, ALL_MEMBERS) : rankingView(view);
  const lines = rows.map((row) => ({
    rank: row.rank ?? '',
    name: personName(row.member.rawName, view.faults),
    unit: row.unit,
    month: figure(row.month),
    total: figure(row.total),
  }));
  const month = ['month', 'Điểm trong tháng', 140] as const;
  const total = ['total', 'Điểm tích lũy', 140] as const;
  const figures = view.faults.has('doi-thu-tu') ? [total, month] : [month, total];
  return (
    <List
      {...props}
      lines={lines}
      virtual={props.whole}
      heads={[['rank', 'Xếp hạng', 90], ['name', 'Họ và tên', 220], ['unit', 'Chi bộ', 300], ...figures]}
    />
  );
}

function Ranking(props: ScreenProps): ReactElement {
  return (
    <>
      <p>
        <Link to="/xep-hang/toan-dang-bo">Toàn Đảng bộ</Link>
      </p>
      <RankingTable {...props} whole={false} />
    </>
  );
}

function BodyRanking(props: ScreenProps): ReactElement {
  return <RankingTable {...props} whole />;
}

function Members(props: ScreenProps): ReactElement {
  const lines = membersOf(props.view).map((member, index) => ({
    stt: index + 1,
    name: personName(member.rawName, props.view.faults),
    card: member.card,
    birth: member.birth.replaceAll('-', '/'),
    role: member.role,
    status: member.status,
    phone: member.phone,
    home: member.homeTown,
  }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['name', 'Họ và tên', 220],
        ['card', 'Số thẻ Đảng'],
        ['birth', 'Ngày sinh', 120],
        ['role', 'Chức vụ', 120],
        ['status', 'Trạng thái', 120],
        ['phone', 'Số điện thoại'],
        ['home', 'Quê quán', 240],
      ]}
    />
  );
}

function Meetings(props: ScreenProps): ReactElement {
  const lines = meetingsView(props.view).map((meeting, index) => ({
    stt: index + 1,
    title: index === 1 ? <Link to="/sinh-hoat/diem-danh">{meeting.title}</Link> : meeting.title,
    state: meeting.state,
    time: `${meeting.start} - ${meeting.end}`,
    place: meeting.place,
  }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['title', 'Tiêu đề', 340],
        ['state', 'Trạng thái', 120],
        ['time', 'Thời gian', 280],
        ['place', 'Địa điểm', 240],
      ]}
    />
  );
}

function Attendance(props: ScreenProps): ReactElement {
  const lines = membersOf(props.view).map((member, index) => ({
    stt: index + 1,
    name: personName(member.rawName, props.view.faults),
    state: ATTENDANCE[attendanceOf(member)],
  }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['name', 'Họ và tên', 220],
        ['state', 'Trạng thái'],
      ]}
    />
  );
}

function Study(props: ScreenProps): ReactElement {
  const lines = topicsOf(props.view).map((topic, index) => ({
    stt: index + 1,
    title: <Link to={`/hoc-tap/bai?so=${index}`}>{topic.title}</Link>,
    state: topic.right === null ? 'Chưa học' : 'Đã học',
  }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['title', 'Chủ đề', 460],
        ['state', 'Trạng thái', 120],
      ]}
    />
  );
}

function Article({ view }: ScreenProps): ReactElement {
  const [query] = useSearchParams();
  const topic = topicsOf(view)[Number(query.get('so') ?? 0)];
  return (
    <Card title={topic?.title}>
      <p>{topic?.article}</p>
      {topic === undefined || topic.right === null ? (
        <p>Chưa làm bài kiểm tra</p>
      ) : (
        <Descriptions
          column={1}
          items={[
            { key: 'right', label: 'Số câu đúng', children: `${topic.right}/15` },
            { key: 'time', label: 'Thời gian nộp', children: topic.submitted },
          ]}
        />
      )}
    </Card>
  );
}

function News(props: ScreenProps): ReactElement {
  const lines = NEWS.map((item, index) => ({ stt: index + 1, title: item.title, day: item.day }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['title', 'Tiêu đề', 460],
        ['day', 'Ngày đăng', 120],
      ]}
    />
  );
}

function Documents(props: ScreenProps): ReactElement {
  const lines = documentsOf(props.view).map((item, index) => ({ stt: index + 1, ...item }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['number', 'Số ký hiệu', 120],
        ['title', 'Trích yếu', 420],
        ['issued', 'Ngày ban hành', 130],
      ]}
    />
  );
}

function Notices(props: ScreenProps): ReactElement {
  const lines = NOTICES.map((item, index) => ({
    stt: index + 1,
    title: item.title,
    time: item.time,
    sender: item.sender,
  }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['title', 'Tiêu đề', 320],
        ['sender', 'Người gửi'],
        ['time', 'Thời gian', 150],
      ]}
    />
  );
}

function Tasks(props: ScreenProps): ReactElement {
  const lines = TASKS.map((item, index) => ({
    stt: index + 1,
    title: item.title,
    deadline: item.deadline,
    state: item.progress,
  }));
  return (
    <List
      {...props}
      lines={lines}
      heads={[
        ['stt', 'STT', 60],
        ['title', 'Tên công việc', 320],
        ['deadline', 'Thời hạn', 120],
        ['state', 'Trạng thái', 140],
      ]}
    />
  );
}

/** One screen. */
export interface ScreenEntry {
  path: string;
  title: string;
  inMenu: boolean;
  Screen: ComponentType<ScreenProps>;
}

const entry = (path: string, title: string, Screen: ComponentType<ScreenProps>, inMenu = true): ScreenEntry => {
  return { path, title, inMenu, Screen };
};

export const SCREENS: readonly ScreenEntry[] = [
  entry('/trang-chu', 'Trang chủ', Home),
  entry('/diem-tich-luy', 'Điểm tích lũy', Points),
  entry('/xep-hang', 'Xếp hạng', Ranking),
  entry('/xep-hang/toan-dang-bo', 'Xếp hạng toàn Đảng bộ', BodyRanking, false),
  entry('/dang-vien', 'Đảng viên', Members),
  entry('/sinh-hoat', 'Sinh hoạt chi bộ', Meetings),
  entry('/sinh-hoat/diem-danh', 'Điểm danh', Attendance, false),
  entry('/hoc-tap', 'Học tập nghị quyết', Study),
  entry('/hoc-tap/bai', 'Bài học', Article, false),
  entry('/tin-tuc', 'Tin tức trong nước', News),
  entry('/van-ban', 'Văn bản', Documents),
  entry('/thong-bao', 'Thông báo', Notices),
  entry('/nhiem-vu', 'Nhiệm vụ', Tasks),
];
