import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeft';
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRight';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import ManageSearch from '@mui/icons-material/ManageSearch';
import {
  Box,
  IconButton,
  List,
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Tooltip,
  Typography,
} from '@mui/material';
import { useState, type ReactElement } from 'react';
import { NavLink } from 'react-router';
import { showOverlay } from './keyboard/overlay-store.ts';
import { pageLinks } from './page-links.ts';
import { notPrinted } from './print.ts';
import { ProductMark } from './product-mark.tsx';
import { visuallyHidden } from './visually-hidden.ts';

const overlays = [
  { overlay: 'palette', label: 'Command palette', keys: 'Ctrl+K', Icon: ManageSearch },
  { overlay: 'shortcuts', label: 'Keyboard shortcuts', keys: '?', Icon: KeyboardOutlined },
] as const;

const COLLAPSED_KEY = 'desk.navigation-collapsed';
const WIDE = 236;
const NARROW = 52;

/** The way between the pages; folds to icons, and stays so. */
export function Navigation(): ReactElement {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(COLLAPSED_KEY) === 'yes');
  const toggle = (): void => {
    localStorage.setItem(COLLAPSED_KEY, collapsed ? 'no' : 'yes');
    setCollapsed(!collapsed);
  };
  return (
    <Box
      component="nav"
      aria-label="Main navigation"
      sx={{
        flex: 'none',
        width: collapsed ? NARROW : WIDE,
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
        ...notPrinted,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, height: 52, px: 1.625, flex: 'none' }}>
        <ProductMark sx={{ fontSize: 26 }} />
        {!collapsed && (
          <Typography noWrap sx={{ fontWeight: 700, fontSize: '0.875rem' }}>
            Serial Capture Desk
          </Typography>
        )}
      </Box>
      <List sx={{ flex: 1, py: 0.5, overflowY: 'auto' }}>
        {pageLinks.map(({ to, label, Icon }) => (
          <ListItem key={to} disablePadding>
            <Tooltip title={collapsed ? label : ''} placement="right">
              <ListItemButton component={NavLink} to={to} sx={linkStyle}>
                <ListItemIcon sx={{ minWidth: 0, color: 'inherit' }}>
                  <Icon fontSize="small" />
                </ListItemIcon>
                <ListItemText
                  primary={label}
                  slotProps={{ primary: { sx: { fontSize: '0.8125rem', fontWeight: 500, lineHeight: 1.3 } } }}
                  sx={collapsed ? visuallyHidden : undefined}
                />
              </ListItemButton>
            </Tooltip>
          </ListItem>
        ))}
      </List>
      <Box
        sx={{
          p: 1,
          display: 'flex',
          flexDirection: collapsed ? 'column' : 'row',
          alignItems: 'center',
          justifyContent: 'flex-end',
        }}
      >
        {overlays.map(({ overlay, label, keys, Icon }) => (
          <Tooltip key={overlay} title={`${label} (${keys})`} placement={collapsed ? 'right' : 'top'}>
            <IconButton aria-label={label} aria-haspopup="dialog" onClick={() => showOverlay(overlay)}>
              <Icon fontSize="small" />
            </IconButton>
          </Tooltip>
        ))}
        <Tooltip
          title={collapsed ? 'Unfold the navigation' : 'Fold the navigation to icons'}
          placement="right"
        >
          <IconButton
            onClick={toggle}
            aria-expanded={!collapsed}
            aria-label={collapsed ? 'Unfold the navigation' : 'Fold the navigation'}
          >
            {collapsed ? (
              <KeyboardDoubleArrowRight fontSize="small" />
            ) : (
              <KeyboardDoubleArrowLeft fontSize="small" />
            )}
          </IconButton>
        </Tooltip>
      </Box>
    </Box>
  );
}

const linkStyle = {
  gap: 1.25,
  minHeight: 36,
  pr: 1,
  color: 'text.secondary',
  borderLeft: 3,
  borderColor: 'transparent',
  paddingLeft: '13px',
  '&.active': {
    color: 'primary.main',
    borderColor: 'primary.main',
    bgcolor: 'action.selected',
  },
} as const;
