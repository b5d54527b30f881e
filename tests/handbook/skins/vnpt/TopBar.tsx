/** The top bar of the VNPT skin: role picker, points, bell, user; and the second picker of the narrow layout. */
import { Avatar, Badge, Box, Icon, IconButton, Menu, MenuItem } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { SelectPicker } from 'rsuite';
import { pointsLabel } from '../../labels';
import { ownPoints } from '../../view';
import { useAfter, useSite } from './site';

function RolePicker({ width }: { width: number | 'auto' }): ReactElement {
  const { account, shownRole, changeRole } = useSite();
  return (
    <>
      <Icon className="red-001 me-1">assignment_ind</Icon>
      <SelectPicker
        className="red-quyen"
        appearance="subtle"
        cleanable={false}
        searchable={false}
        style={{ width }}
        data={account.roles.map((role, index) => ({ value: index + 1, label: role.label }))}
        value={shownRole + 1}
        onChange={(value) => value !== null && changeRole(value - 1)}
      />
    </>
  );
}

function Points(): ReactElement | null {
  const { view, session } = useSite();
  const navigate = useNavigate();
  const ready = useAfter(session, session.faults.has('cham') ? 200 : 0, 'points');
  const points = ownPoints(view);
  if (points === null) return null;
  const whole = pointsLabel(points, view.faults);
  return (
    <>
      <Icon className="red-001 me-1">equalizer</Icon>
      <span className="pointer me-2" onClick={() => navigate('/quanly/diemtichluy')}>
        {ready || !session.faults.has('cham') ? whole : whole.slice(0, whole.indexOf(':') + 2)}
      </span>
    </>
  );
}

/** The bar; it outlives every route. */
export function TopBar(props: { onSignOut: () => void; onBell: () => void }): ReactElement {
  const { account } = useSite();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const go = (path: string) => (): void => {
    setAnchor(null);
    navigate(path);
  };
  return (
    <Box className="top-bar">
      <Box sx={{ display: 'flex' }}>
        <IconButton>
          <Icon>menu</Icon>
        </IconButton>
        <div className="wide-only">
          <IconButton>
            <Icon>web_asset</Icon>
          </IconButton>
          <IconButton>
            <Icon>star_outline</Icon>
          </IconButton>
        </div>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <div className="wide-only">
          <RolePicker width="auto" />
          <Points />
        </div>
        <div className="narrow-only">
          <RolePicker width={100} />
        </div>
        <IconButton onClick={props.onBell}>
          <Badge color="secondary" badgeContent={10}>
            <Icon className="red-001">notifications_none</Icon>
          </Badge>
        </IconButton>
        <Box>
          <Box className="user-button" onClick={(event) => setAnchor(event.currentTarget)}>
            <Box component="span" className="wide-only">
              <strong>{account.name}</strong>
            </Box>
            <Avatar sx={{ width: 32, height: 32 }}>{account.name.slice(0, 1)}</Avatar>
          </Box>
          <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
            <MenuItem onClick={go('/dashboard/default')}>Trang chủ</MenuItem>
            <MenuItem onClick={() => setAnchor(null)}>Đổi mật khẩu</MenuItem>
            <MenuItem onClick={props.onSignOut}>Đăng xuất</MenuItem>
          </Menu>
        </Box>
      </Box>
    </Box>
  );
}
