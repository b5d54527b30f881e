/** Sinh hoạt thường kỳ: the meetings of the cell, 30 a page, every title linking to the same address. */
import { Icon } from '@mui/material';
import MoreIcon from '@rsuite/icons/legacy/More';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { Button, IconButton, Nav, SelectPicker } from 'rsuite';
import { meetingsView } from '../../../view';
import { Grid } from '../Grid';
import { Screen, Toolbar } from '../Screen';
import { useSite } from '../site';

const STATE_CLASS = { 'Sắp diễn ra': 'bg-green1', 'Đang diễn ra': 'bg-green0', 'Đã diễn ra': 'bg-gray1' } as const;

/** The list of meetings. */
export function Meetings(): ReactElement {
  const { view, label } = useSite();
  const meetings = meetingsView(view);
  return (
    <Screen title="Sinh hoạt thường kỳ">
      <Nav appearance="tabs" activeKey="unit">
        <Nav.Item eventKey="unit">Đơn vị</Nav.Item>
        <Nav.Item eventKey="guest">Là khách mời</Nav.Item>
      </Nav>
      <Toolbar
        total={meetings.length}
        left={
          <>
            <Button appearance="primary" size="sm" className="div-flex">
              <Icon className="icon icon-search">add</Icon> Thêm mới
            </Button>
            <SelectPicker size="sm" cleanable={false} searchable={false} placeholder="Năm 2023" data={[]} />
          </>
        }
      />
      <Grid
        rows={meetings}
        pageSize={30}
        wordWrap
        columns={[
          { key: 'stt', head: 'STT', width: 50, center: true, show: (_, index) => index + 1 },
          {
            key: 'title',
            head: label('Tiêu đề'),
            width: 240,
            show: (meeting) => (
              <Link className="pointer" to="/quanly/congtacdamg/shthuongky/chitiet">
                {meeting.title}
              </Link>
            ),
          },
          { key: 'content', head: label('Nội dung'), width: 260, show: (meeting) => meeting.content },
          {
            key: 'state',
            head: label('Trạng thái'),
            width: 120,
            resizable: true,
            show: (meeting) => <p className={STATE_CLASS[meeting.state]}>{meeting.state}</p>,
          },
          {
            key: 'rating',
            head: label('Đánh giá kết quả'),
            width: 130,
            resizable: true,
            show: (meeting) => <p className="bg-tim1">{meeting.rating}</p>,
          },
          {
            key: 'time',
            head: label('Thời gian'),
            width: 160,
            resizable: true,
            show: (meeting) => (
              <>
                {`${meeting.start} `}
                <br />
                {` - ${meeting.end}`}
              </>
            ),
          },
          { key: 'place', head: ` ${label('Địa điểm')}`, width: 180, show: (meeting) => meeting.place },
          {
            key: 'menu',
            head: label('Thao tác'),
            width: 90,
            fixed: 'right',
            center: true,
            className: 'link-group',
            show: () => <IconButton appearance="subtle" icon={<MoreIcon />} />,
          },
        ]}
      />
    </Screen>
  );
}
