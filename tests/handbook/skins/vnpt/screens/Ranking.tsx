/** Xếp hạng: the ranking of the role's own list by person, paged; and all 1,000 members with virtual rows. */
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { Nav } from 'rsuite';
import { ALL_MEMBERS } from '../../../data/cells';
import { rankingView, type ShownRank } from '../../../view';
import { Grid, type GridColumn } from '../Grid';
import { Screen, Toolbar } from '../Screen';
import { useSite } from '../site';

const CELL = '/dashboard/default10';

function useColumns(): GridColumn<ShownRank>[] {
  const { view, label, name, number } = useSite();
  const figure = (value: number | null): string => (value === null ? 'Chưa xác định' : number(value));
  const month: GridColumn<ShownRank> = {
    key: 'month',
    head: label('Điểm trong tháng'),
    width: 150,
    show: (row) => figure(row.month),
  };
  const total: GridColumn<ShownRank> = {
    key: 'total',
    head: label('Điểm tích lũy'),
    width: 150,
    show: (row) => <b>{figure(row.total)}</b>,
  };
  return [
    { key: 'rank', head: label('Hạng'), width: 80, center: true, show: (row) => row.rank ?? '' },
    { key: 'name', head: label('Họ tên'), width: 220, show: (row) => name(row.member.rawName) },
    { key: 'role', head: label('Chức vụ'), width: 120, show: (row) => row.member.role },
    { key: 'unit', head: label('Chi bộ'), show: (row) => row.unit },
    ...(view.faults.has('doi-thu-tu') ? [total, month] : [month, total]),
    { key: 'uses', head: label('Lượt sử dụng'), width: 130, show: (row) => row.member.uses },
  ];
}

function Tabs({ active }: { active: string }): ReactElement {
  const navigate = useNavigate();
  return (
    <Nav appearance="tabs" activeKey={active} onSelect={(key: string) => navigate(key)}>
      <Nav.Item eventKey={CELL}>Cá nhân</Nav.Item>
      <Nav.Item eventKey={`${CELL}/dangbo`}>Toàn Đảng bộ</Nav.Item>
    </Nav>
  );
}

/** The ranking of the cell (or of everything the role sees), 30 a page. */
export function Ranking(): ReactElement {
  const { view } = useSite();
  const columns = useColumns();
  const rows = rankingView(view);
  return (
    <Screen title="Xếp hạng">
      <Tabs active={CELL} />
      <Toolbar total={rows.length} />
      <Grid rows={rows} pageSize={30} columns={columns} />
    </Screen>
  );
}

/** All 1,000 members on one page of virtual rows. */
export function BodyRanking(): ReactElement {
  const { view } = useSite();
  const columns = useColumns();
  const rows = rankingView(view, ALL_MEMBERS);
  return (
    <Screen title="Xếp hạng">
      <Tabs active={`${CELL}/dangbo`} />
      <Toolbar total={rows.length} />
      <Grid rows={rows} virtualized height={550} columns={columns} />
    </Screen>
  );
}
