/** The rsuite grid of the VNPT skin with its pager, its busy time and its known faults. */
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Pagination, Table } from 'rsuite';
import { duration } from '../mount';
import { useAfter, useSite } from './site';

const { Column, HeaderCell, Cell } = Table;

/** One column; `show` draws the cell. */
export interface GridColumn<Row> {
  key: string;
  head: ReactNode;
  width?: number;
  fixed?: 'left' | 'right';
  center?: boolean;
  fullText?: boolean;
  resizable?: boolean;
  /** Class of the body cell. */
  className?: string;
  show: (row: Row, index: number) => ReactNode;
}

/** How a grid behaves. */
export interface GridProps<Row> {
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  /** Rows of a page; without it there is no pager. */
  pageSize?: number;
  /** Sizes offered; when the current one is not among them the picker just says "Select". */
  limits?: number[];
  /** Only the rows in sight exist; the height is fixed. */
  virtualized?: boolean;
  wordWrap?: boolean;
  bordered?: boolean;
  height?: number;
  rowHeight?: number;
  className?: string;
  /** Rows this text does not occur in are left out of the page; the pager does not know. */
  search?: (row: Row) => boolean;
  onRow?: (row: Row) => void;
}

interface Numbered<Row> {
  row: Row;
  index: number;
}

/** A grid. Rows come 0.28 s after it, later pages 0.2 s after the click while the old rows still stand. */
export function Grid<Row>(props: GridProps<Row>): ReactElement {
  const { session, view } = useSite();
  const loaded = useAfter(session, 280, view.roleIndex);
  const [page, setPage] = useState(1);
  const [limit, setLimit] = useState(props.pageSize ?? 0);
  const [shownPage, setShownPage] = useState({ page: 1, limit: props.pageSize ?? 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const turn = (nextPage: number, nextLimit: number): void => {
    setPage(nextPage);
    setLimit(nextLimit);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShownPage({ page: nextPage, limit: nextLimit }), duration(session, 200));
  };

  const numbered = props.rows.map((row, index): Numbered<Row> => ({ row, index }));
  const from = (shownPage.page - 1) * shownPage.limit;
  const onPage = shownPage.limit === 0 ? numbered : numbered.slice(from, from + shownPage.limit);
  const { search } = props;
  const found = search ? onPage.filter(({ row }) => search(row)) : onPage;
  const turning = page !== shownPage.page || limit !== shownPage.limit;
  const limits = props.limits ?? [30, 50, 70, 100];

  return (
    <>
      <Table
        className={props.className ?? 'table'}
        hover
        bordered={props.bordered ?? false}
        cellBordered={props.bordered ?? false}
        virtualized={props.virtualized ?? false}
        shouldUpdateScroll={false}
        wordWrap={props.wordWrap ?? false}
        autoHeight={props.height === undefined}
        height={props.height ?? 200}
        headerHeight={38}
        rowHeight={props.rowHeight ?? 38}
        loading={!loaded || turning}
        data={loaded ? found : []}
        onRowClick={(row) => props.onRow?.((row as Numbered<Row>).row) /* rsuite types rows as plain objects */}
      >
        {props.columns.map((column) => (
          <Column
            key={column.key}
            width={column.width ?? 200}
            flexGrow={column.width === undefined ? 1 : 0}
            fixed={column.fixed ?? false}
            align={column.center === true ? 'center' : 'left'}
            verticalAlign="middle"
            fullText={column.fullText ?? false}
            resizable={column.resizable ?? false}
          >
            <HeaderCell>{column.head}</HeaderCell>
            <Cell className={column.className ?? ''}>
              {(data) => {
                const { row, index } = data as Numbered<Row>; // rsuite types rows as plain objects
                return <>{column.show(row, index)}</>;
              }}
            </Cell>
          </Column>
        ))}
      </Table>
      {limit > 0 && (
        <div>
          <Pagination
            size="xs"
            layout={['-', 'limit', '|', 'pager']}
            first
            last
            prev
            next
            maxButtons={3}
            ellipsis={false}
            total={props.rows.length}
            limitOptions={limits}
            limit={limit}
            activePage={page}
            onChangePage={(next) => turn(next, limit)}
            onChangeLimit={(next) => turn(1, next)}
          />
        </div>
      )}
    </>
  );
}
