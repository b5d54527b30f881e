/** Đảng viên: 13 columns, virtual rows, 50 a page, no total anywhere. */
import { Icon } from '@mui/material';
import MoreIcon from '@rsuite/icons/legacy/More';
import { useState, type ReactElement } from 'react';
import { Button, Checkbox, IconButton, Input, InputGroup, SelectPicker, Stack } from 'rsuite';
import type { Member } from '../../../data/cells';
import { membersOf } from '../../../view';
import { Grid, type GridColumn } from '../Grid';
import { Screen } from '../Screen';
import { useSite } from '../site';

/** The list of members. */
export function Members(): ReactElement {
  const { view, label, name } = useSite();
  const [search, setSearch] = useState('');
  const members = membersOf(view);
  const column = (key: keyof Member, head: string, width: number): GridColumn<Member> => ({
    key,
    head: label(head),
    width,
    resizable: true,
    show: (member) => member[key],
  });
  const columns: GridColumn<Member>[] = [
    {
      key: 'check',
      head: <Checkbox inline />,
      width: 50,
      show: (member) => (
        <div>
          <Checkbox inline value={member.id} />
        </div>
      ),
    },
    { key: 'stt', head: 'STT', width: 50, center: true, show: (_, index) => index + 1 },
    column('card', 'SỐ THẺ DẢNG', 120),
    { ...column('name', 'HỌ TÊN', 180), show: (member) => name(member.rawName) },
    { ...column('role', 'CHỨC VỤ', 120), show: (member) => <span className="blue">{member.role}</span> },
    column('unit', 'CHI BỘ', 220),
    { ...column('rating', 'XẾP LOẠI', 150), className: 'link-group', show: (member) => <p>{member.rating}</p> },
    column('gender', 'GIỚI TÍNH', 90),
    column('birth', 'NGÀY SINH', 110),
    column('phone', 'SỐ ĐIỆN THOẠI', 130),
    column('email', 'EMAIL', 220),
    { ...column('homeTown', 'QUÊ QUÁN', 260), resizable: false },
    {
      key: 'menu',
      head: '',
      width: 60,
      fixed: 'right',
      className: 'link-group',
      show: () => <IconButton appearance="subtle" icon={<MoreIcon />} />,
    },
  ];
  const wanted = search.trim().toLowerCase();
  return (
    <Screen title="Đảng viên">
      <Stack className="table-toolbar" justifyContent="space-between" wrap>
        <Stack wrap spacing={6}>
          <Button appearance="primary" className="div-flex">
            <Icon className="icon icon-search">add</Icon> Thêm Đảng viên
          </Button>
          <Button appearance="ghost" color="red" className="div-flex">
            <Icon className="icon icon-search">star </Icon> Đánh giá nhanh
          </Button>
        </Stack>
        <Stack wrap spacing={6}>
          <SelectPicker label="Chi bộ: " data={[]} />
          <InputGroup inside>
            <Input placeholder="Tìm kiếm" value={search} onChange={setSearch} />
            <InputGroup.Addon>
              <Icon className="icon icon-search">search</Icon>
            </InputGroup.Addon>
          </InputGroup>
        </Stack>
      </Stack>
      <Grid
        rows={members}
        columns={columns}
        pageSize={50}
        virtualized
        height={550}
        search={wanted === '' ? undefined : (member) => member.name.toLowerCase().includes(wanted)}
      />
    </Screen>
  );
}
