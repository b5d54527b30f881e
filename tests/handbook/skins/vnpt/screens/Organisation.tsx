/** Cơ cấu tổ chức: the cells in table 0, the members in table 1. */
import { Grid as MuiGrid, Icon } from '@mui/material';
import MoreIcon from '@rsuite/icons/legacy/More';
import type { ReactElement } from 'react';
import { Button, IconButton, Nav } from 'rsuite';
import { ALL_CELLS, PARTY_BODY } from '../../../data/cells';
import { membersOf } from '../../../view';
import { Grid, type GridColumn } from '../Grid';
import { Screen, Toolbar } from '../Screen';
import { useSite } from '../site';

/** The last column of both tables: a menu of the row, without a head. */
const MENU: GridColumn<unknown> = {
  key: 'menu',
  head: '',
  width: 60,
  fixed: 'right',
  className: 'link-group',
  show: () => <IconButton appearance="subtle" icon={<MoreIcon />} />,
};

/** The organisation and its members. */
export function Organisation(): ReactElement {
  const { view, label, name } = useSite();
  const members = membersOf(view);
  const cells = ALL_CELLS.filter((cell) => view.roleIndex === 1 || cell.unit === view.role.unit);
  return (
    <Screen title="Cơ cấu tổ chức">
      <MuiGrid container spacing={1}>
        <MuiGrid item xs={12} md={4}>
          <div className="cctc-simplesard cctc-ttc">
            <p className="padb-2">
              <b>Thông tin chung</b>
            </p>
            <p>
              <b>{PARTY_BODY}</b>
            </p>
            <p className="gray01">
              {' '}
              Loại cơ sở Đảng: Đảng bộ
              <br />
              Số điện thoại: Chưa cập nhật
            </p>
          </div>
        </MuiGrid>
        <MuiGrid item xs={12} md={8}>
          <div className="cctc-simplesard">
            <p>
              <b>Danh sách cơ sở Đảng trực thuộc</b>
            </p>
            <Toolbar
              total={cells.length}
              left={
                <Button appearance="primary" size="sm" className="div-flex">
                  <Icon className="icon icon-search">add</Icon> Thêm mới
                </Button>
              }
            />
            <Grid
              rows={cells}
              className="table table-pointer"
              columns={[
                { key: 'stt', head: 'STT', width: 50, center: true, show: (_, index) => index + 1 },
                { key: 'unit', head: label('Tên cơ sở Đảng'), width: 260, resizable: true, show: (cell) => cell.unit },
                { key: 'kind', head: label('Loại cơ sở Đảng'), width: 140, resizable: true, show: () => 'Chi bộ' },
                { key: 'form', head: label('Loại hình cơ sở Đảng'), width: 180, show: () => 'Phường' },
                { key: 'phone', head: label('Số điện thoại'), width: 120, show: () => '' },
                { key: 'address', head: label('Địa chỉ'), width: 220, show: () => 'Số 1 đường Thử Nghiệm' },
                MENU,
              ]}
            />
            <Nav appearance="tabs" activeKey="members">
              <Nav.Item eventKey="members">Danh sách Đảng viên</Nav.Item>
              <Nav.Item eventKey="requests">Yêu cầu chuyển tới</Nav.Item>
            </Nav>
            <Toolbar
              total={members.length}
              left={
                <Button appearance="primary" size="sm" className="div-flex">
                  Xuất danh sách
                </Button>
              }
            />
            <Grid
              rows={members}
              pageSize={15}
              rowHeight={46}
              columns={[
                { key: 'stt', head: 'STT', width: 50, center: true, show: (_, index) => index + 1 },
                { key: 'card', head: label('Số thẻ Đảng'), width: 110, show: (member) => member.card },
                { key: 'name', head: label('Họ tên'), width: 180, show: (member) => name(member.rawName) },
                { key: 'role', head: label('Chức vụ Đảng'), width: 120, show: (member) => member.role },
                { key: 'unit', head: label('Cơ sở Đảng'), width: 240, show: (member) => member.unit },
                { key: 'gender', head: label('Giới tính'), width: 80, show: (member) => member.gender },
                { key: 'phone', head: label('Số điện thoại'), width: 120, show: (member) => member.phone },
                { key: 'email', head: label('Email'), width: 220, show: (member) => member.email },
                MENU,
              ]}
            />
          </div>
        </MuiGrid>
      </MuiGrid>
    </Screen>
  );
}
