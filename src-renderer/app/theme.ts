import { createTheme } from '@mui/material';
import type {} from '@mui/material/themeCssVarsAugmentation';

const systemFonts = [
  '"Segoe UI Variable Text"',
  '"Segoe UI"',
  'system-ui',
  '-apple-system',
  'Roboto',
  '"Noto Sans"',
  '"Liberation Sans"',
  'sans-serif',
].join(',');

/**
 * The look of the app: a dense, calm back office with one accent colour, in light and dark.
 * MUI keeps the chosen mode (system, light, dark) by itself; `useColorScheme` reads and sets it.
 */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-color-scheme' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#14596f', contrastText: '#ffffff' },
        secondary: { main: '#4b5760', contrastText: '#ffffff' },
        error: { main: '#b3261e' },
        warning: { main: '#8a5300', contrastText: '#ffffff' },
        info: { main: '#1d5f9e' },
        success: { main: '#1e6b3c' },
        background: { default: '#f3f5f6', paper: '#ffffff' },
        text: { primary: '#17212a', secondary: '#4d5b66', disabled: '#6d7882' },
        divider: '#d8dee2',
        action: {
          disabled: '#87929a',
          hover: 'rgb(20 89 111 / 0.06)',
          selected: 'rgb(20 89 111 / 0.11)',
        },
      },
    },
    dark: {
      palette: {
        primary: { main: '#79c6dc', dark: '#61b3ca', contrastText: '#06252e' },
        secondary: { main: '#b4c0c8', contrastText: '#12181c' },
        error: { main: '#ff9d94', contrastText: '#3b0906' },
        warning: { main: '#f2b45c', contrastText: '#2e1b00' },
        info: { main: '#8fc2f5', contrastText: '#06213b' },
        success: { main: '#7fd3a0', contrastText: '#06281a' },
        background: { default: '#12171b', paper: '#1a2025' },
        text: { primary: '#e8edf0', secondary: '#aab6be', disabled: '#8a969e' },
        divider: '#323b42',
        action: {
          disabled: '#74818a',
          hover: 'rgb(121 198 220 / 0.08)',
          selected: 'rgb(121 198 220 / 0.16)',
        },
      },
    },
  },
  shape: { borderRadius: 4 },
  spacing: 8,
  focusVisible: true,
  // Who asks the system for less motion gets none.
  motion: { reducedMotion: 'system' },
  typography: {
    fontFamily: systemFonts,
    fontSize: 13,
    h1: { fontSize: '1.1875rem', fontWeight: 600, letterSpacing: '-0.005em' },
    h2: { fontSize: '0.9375rem', fontWeight: 600 },
    h3: { fontSize: '0.875rem', fontWeight: 600 },
    body1: { fontSize: '0.875rem' },
    body2: { fontSize: '0.8125rem' },
    caption: { fontSize: '0.75rem' },
    button: { textTransform: 'none', fontWeight: 600, fontSize: '0.8125rem' },
  },
  components: {
    MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiCheckbox: { defaultProps: { size: 'small' } },
    MuiChip: { defaultProps: { size: 'small' }, styleOverrides: { root: { fontWeight: 600 } } },
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #root': { height: '100%' },
        '@media print': { 'html, body, #root': { height: 'auto' } },
      },
    },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 16px' } } },
    MuiFormControl: { defaultProps: { size: 'small', margin: 'none' } },
    MuiIconButton: { defaultProps: { size: 'small' } },
    MuiListItemButton: { defaultProps: { dense: true } },
    MuiMenuItem: { defaultProps: { dense: true } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiTableCell: { styleOverrides: { root: { borderBottomColor: 'var(--mui-palette-divider)' } } },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiToggleButtonGroup: { defaultProps: { size: 'small' } },
    MuiTooltip: { defaultProps: { arrow: true, enterDelay: 300 } },
  },
});
