/** What every screen of the VNPT skin shares: heading with breadcrumb, the spinner before it, the toolbar with a total. */
import { Box, Breadcrumbs, Card, CircularProgress, Icon } from '@mui/material';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { Stack } from 'rsuite';
import { PARTY_BODY, UPPER_BODIES } from '../../data/cells';
import { useAfter, useSite } from './site';

/** A heading and a card; children are drawn only after the spinner of the route. */
export function Screen(props: { title: string; bare?: boolean; children: ReactNode }): ReactElement {
  const { session, view, label } = useSite();
  const { pathname } = useLocation();
  const [role] = useState(view.roleIndex);
  const ready = useAfter(session, 120, `${pathname} ${role}`);
  if (!ready) {
    return (
      <Box className="page-spinner">
        <CircularProgress />
        Loading...
      </Box>
    );
  }
  return (
    <div className={props.bare === true ? 'analytics' : 'screen-body'}>
      <div className="heading">
        <h4>{label(props.title)}</h4>
        <h4 className="bar">|</h4>
        <Breadcrumbs separator={<Icon>navigate_next</Icon>}>
          <a href="/">
            <Icon color="primary">home</Icon>
          </a>
          <span>
            <span className="black-05 pointer">{UPPER_BODIES}</span>
            <span className="red09 bold pointer">{PARTY_BODY}</span>
          </span>
        </Breadcrumbs>
      </div>
      {props.bare === true ? (
        props.children
      ) : (
        <Card elevation={6} sx={{ p: 2 }}>
          {props.children}
        </Card>
      )}
    </div>
  );
}

/** Buttons at the left, and at the right either `Tổng số: n` or other controls. */
export function Toolbar(props: { left?: ReactNode; right?: ReactNode; total?: number }): ReactElement {
  const total = props.total !== undefined && (
    <>
      <Box component="p" className="td-right">
        Tổng số:
      </Box>
      <Box component="p" className="red border-input">
        <b>{props.total}</b>
      </Box>
    </>
  );
  return (
    <Stack className="table-toolbar form-cus-36" justifyContent="space-between" wrap>
      <Stack wrap spacing={6}>
        {props.left}
      </Stack>
      <Stack spacing={6}>
        {props.right}
        {total}
      </Stack>
    </Stack>
  );
}
