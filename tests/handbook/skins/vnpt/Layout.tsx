/** The frame around every signed-in route: side menu, top bar, screen, the drawer of notices. */
import { Box, CircularProgress, Drawer, Icon } from '@mui/material';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { Input, InputGroup } from 'rsuite';
import { SideMenu } from './SideMenu';
import { TopBar } from './TopBar';
import { useAfter, useSite } from './site';

/** Nothing but a spinner until the account is known; then the bar with the points, then the screen. */
export function Layout(props: { children: ReactNode; onSignOut: () => void }): ReactElement {
  const { session, account } = useSite();
  const { pathname } = useLocation();
  const [drawer, setDrawer] = useState(false);
  const ready = useAfter(session, 350, account.id);
  if (!ready) {
    return (
      <Box className="page-spinner">
        <CircularProgress />
        Loading...
      </Box>
    );
  }
  return (
    <>
      <Box className={session.faults.has('di-dong') ? 'theme-light shell forced-narrow' : 'theme-light shell'}>
        <Box className="side">
          <Box className="pointer brand">
            <Box component="span" className="sidenavHoverShow ps-2">
              HỒ SƠ ĐẢNG VỤ
            </Box>
          </Box>
          <div className="div-search-nav">
            <InputGroup inside>
              <Input placeholder="Tìm kiếm văn bản" />
              <InputGroup.Addon>
                <Icon className="icon icon-search">search</Icon>
              </InputGroup.Addon>
            </InputGroup>
          </div>
          <SideMenu key={pathname} />
        </Box>
        <Box className="content">
          <TopBar onSignOut={props.onSignOut} onBell={() => setDrawer(true)} />
          <Box className="screen">{props.children}</Box>
        </Box>
      </Box>
      <Drawer anchor="right" open={drawer} onClose={() => setDrawer(false)} ModalProps={{ keepMounted: true }}>
        <Box sx={{ width: 320, p: 2 }}>
          <Icon className="red-001">notifications_none</Icon>
          <h5>Thông báo</h5>
        </Box>
      </Drawer>
    </>
  );
}
