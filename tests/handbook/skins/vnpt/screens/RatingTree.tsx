/** Phân loại đánh giá (a collapsed tree, rows keyed by name) and a table with nested heads. */
import type { ReactElement } from 'react';
import { Table } from 'rsuite';
import { ALL_CELLS, type Member } from '../../../data/cells';
import { Screen } from '../Screen';
import { useAfter, useSite } from '../site';

const { Column, ColumnGroup, HeaderCell, Cell } = Table;
const RATINGS = ['Hoàn thành xuất sắc', 'Hoàn thành tốt', 'Hoàn thành'];

function mark(members: readonly Member[], rating: string): string {
  const count = members.filter((member) => member.rating === rating).length;
  return count === 0 ? '⛌' : String(count);
}

/** Cells with their members below them. */
export function RatingTree(): ReactElement {
  const { session, label, name } = useSite();
  const loaded = useAfter(session, 280, 'tree');
  const data = ALL_CELLS.map((cell) => ({
    title: cell.unit,
    result: '',
    children: cell.members.map((member) => ({
      title: name(member.rawName),
      result: member.rating === 'Chưa xếp loại' ? '⛌' : member.rating,
    })),
  }));
  return (
    <Screen title="Phân loại đánh giá">
      <Table
        isTree
        rowKey="title"
        className="table"
        autoHeight
        headerHeight={38}
        loading={!loaded}
        data={loaded ? data : []}
      >
        <Column flexGrow={1} treeCol>
          <HeaderCell>{label('Họ tên')}</HeaderCell>
          <Cell dataKey="title" />
        </Column>
        <Column width={220}>
          <HeaderCell>{label('Xếp loại')}</HeaderCell>
          <Cell dataKey="result" />
        </Column>
      </Table>
    </Screen>
  );
}

/** Ratings per cell below a grouped head. */
export function StatisticsTable(): ReactElement {
  const { session, label } = useSite();
  const loaded = useAfter(session, 280, 'statistics');
  const data = ALL_CELLS.map((cell) => ({
    unit: cell.unit,
    all: cell.members.length,
    ...Object.fromEntries(RATINGS.map((rating) => [rating, mark(cell.members, rating)])),
  }));
  return (
    <Screen title="7. Xếp loại Đảng viên">
      <Table
        className="table"
        bordered
        cellBordered
        autoHeight
        headerHeight={76}
        loading={!loaded}
        data={loaded ? data : []}
      >
        <Column width={300}>
          <HeaderCell>{label('Chi bộ')}</HeaderCell>
          <Cell dataKey="unit" />
        </Column>
        <Column width={120}>
          <HeaderCell>{label('Tổng số')}</HeaderCell>
          <Cell dataKey="all" />
        </Column>
        <ColumnGroup header={label('Xếp loại')}>
          {RATINGS.map((rating) => (
            <Column key={rating} width={170}>
              <HeaderCell>{label(rating)}</HeaderCell>
              <Cell dataKey={rating} />
            </Column>
          ))}
        </ColumnGroup>
      </Table>
    </Screen>
  );
}
