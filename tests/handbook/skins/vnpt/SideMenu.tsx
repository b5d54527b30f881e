/** The side menu of the VNPT skin, rebuilt on each route as the real one is. */
import { Box, ButtonBase, Icon } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { NavLink } from 'react-router-dom';
import { MENU, type MenuItem } from './menu';

function Leaf(props: { label: string; to: string; icon?: string }): ReactElement {
  return (
    <Box>
      <NavLink to={props.to} className={({ isActive }) => (isActive ? 'navItemActive false' : 'false')}>
        <ButtonBase name="child" component="button" type="button" className="nav-button">
          {props.icon === undefined ? (
            <>
              <div className="nav-bullet" />
              <Box className="nav-bullet-text">HT</Box>
            </>
          ) : (
            <Icon className="icon">{props.icon}</Icon>
          )}
          <Box component="span" className="sidenavHoverShow">
            {props.label}
          </Box>
          <Box />
        </ButtonBase>
      </NavLink>
    </Box>
  );
}

function Group({ item }: { item: MenuItem }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <ButtonBase className="has-submenu compactNavItem nav-button" onClick={() => setOpen(!open)}>
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <Icon className="icon">{item.icon}</Icon>
          <span className="sidenavHoverShow">{item.label}</span>
        </Box>
        <div className="sidenavHoverShow collapseIcon">
          <Icon fontSize="small">chevron_right</Icon>
        </div>
      </ButtonBase>
      <div className="expansion-panel submenu" style={{ maxHeight: open ? 600 : 0 }}>
        {(item.items ?? []).map(([label, to]) => (
          <Leaf key={label} label={label} to={to} />
        ))}
      </div>
    </div>
  );
}

/** The whole menu. */
export function SideMenu(): ReactElement {
  return (
    <div className="scrollbar-container ps ps--active-y">
      <div className="navigation">
        {MENU.map((section) => [
          section.heading !== '' && (
            <Box component="p" className="sidenavHoverShow menu-heading" key={section.heading}>
              {section.heading}
            </Box>
          ),
          ...section.items.map((item) =>
            item.to === undefined ? (
              <Group key={item.label} item={item} />
            ) : (
              <Leaf key={item.label} label={item.label} to={item.to} icon={item.icon} />
            ),
          ),
        ])}
        <Box component="p" className="sidenavHoverShow menu-heading">
          Trung tâm CNTT thử nghiệm
        </Box>
      </div>
    </div>
  );
}
