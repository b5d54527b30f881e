/** News, notices, documents and tasks: four plain lists. */
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { NEWS, NOTICES, TASKS } from '../../../data/office';
import { documentsOf } from '../../../view';
import { Grid, type GridColumn } from '../Grid';
import { MENU } from '../menu';
import { Screen, Toolbar } from '../Screen';
import { useSite } from '../site';

function List<Row>(props: { title: string; rows: readonly Row[]; columns: GridColumn<Row>[] }): ReactElement {
  const first: GridColumn<Row> = { key: 'stt', head: 'STT', width: 60, center: true, show: (_, index) => index + 1 };
  return (
    <Screen title={props.title}>
      <Toolbar total={props.rows.length} />
      <Grid rows={props.rows} pageSize={30} columns={[first, ...props.columns]} />
    </Screen>
  );
}

/** Tin tức. */
export function News(): ReactElement {
  const { label } = useSite();
  return (
    <List
      title="Tin tức"
      rows={NEWS}
      columns={[
        { key: 'title', head: label('Tiêu đề'), show: (item) => item.title },
        { key: 'day', head: label('Ngày đăng'), width: 140, show: (item) => item.day },
      ]}
    />
  );
}

/** Thông báo. */
export function Notices(): ReactElement {
  const { label } = useSite();
  return (
    <List
      title="Thông báo"
      rows={NOTICES}
      columns={[
        { key: 'title', head: label('Tiêu đề'), width: 260, show: (notice) => notice.title },
        { key: 'content', head: label('Nội dung thông báo'), show: (notice) => notice.content },
        { key: 'sender', head: label('Người gửi'), width: 160, show: (notice) => notice.sender },
        { key: 'time', head: label('Thời gian'), width: 140, show: (notice) => notice.time },
        { key: 'receivers', head: label('Tổng người nhận'), width: 130, show: (notice) => notice.receivers },
        { key: 'menu', head: label('Thao tác'), width: 90, fixed: 'right', show: () => '' },
      ]}
    />
  );
}

/** Văn kiện - Tư liệu. */
export function Documents(): ReactElement {
  const { view, label } = useSite();
  return (
    <List
      title="Văn kiên - Tự liệu"
      rows={documentsOf(view)}
      columns={[
        { key: 'number', head: label('Số ký hiệu'), width: 120, show: (item) => item.number },
        { key: 'title', head: label('Trích yếu'), show: (item) => item.title },
        { key: 'issued', head: label('Ngày ban hành'), width: 130, show: (item) => item.issued },
        { key: 'issuer', head: label('Cơ quan ban hành'), width: 160, show: (item) => item.issuer },
      ]}
    />
  );
}

/** Công việc, and Nhiệm vụ của tôi. */
export function Tasks(): ReactElement {
  const { label } = useSite();
  const own = useLocation().pathname.endsWith('/nvcuatoi');
  return (
    <List
      title={own ? 'Nhiệm vụ của tôi' : 'Công việc'}
      rows={TASKS}
      columns={[
        { key: 'title', head: label('Tên công việc'), show: (task) => task.title },
        { key: 'unit', head: label('Chi bộ thực hiện'), width: 220, show: (task) => task.unit },
        { key: 'deadline', head: label('Thời hạn'), width: 120, show: (task) => task.deadline },
        { key: 'progress', head: label('Trạng thái'), width: 140, show: (task) => task.progress },
      ]}
    />
  );
}

/** A menu entry whose screen says nothing. */
export function Placeholder(): ReactElement {
  const { pathname } = useLocation();
  const leaves = MENU.flatMap(({ items }) => items).flatMap((item): readonly (readonly [string, string])[] =>
    item.to === undefined ? (item.items ?? []) : [[item.label, item.to]],
  );
  const [title = ''] = leaves.find(([, to]) => to.split('?')[0] === pathname) ?? [];
  return (
    <Screen title={title.trim()}>
      <p>Chưa có dữ liệu</p>
    </Screen>
  );
}
