import { themeQuartz } from 'ag-grid-community';

/** AG Grid in the colours of the app: MUI's variables change with light and dark, so the grid follows by itself. */
export const gridTheme = themeQuartz.withParams({
  browserColorScheme: 'inherit',
  backgroundColor: 'var(--mui-palette-background-paper)',
  foregroundColor: 'var(--mui-palette-text-primary)',
  accentColor: 'var(--mui-palette-primary-main)',
  borderColor: 'var(--mui-palette-divider)',
  headerBackgroundColor: 'var(--mui-palette-background-default)',
  headerTextColor: 'var(--mui-palette-text-primary)',
  headerFontWeight: 600,
  rowHoverColor: 'var(--mui-palette-action-hover)',
  selectedRowBackgroundColor: 'rgba(var(--mui-palette-primary-mainChannel) / 0.16)',
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12,
  spacing: 6,
  cellHorizontalPadding: 6,
  columnBorder: false,
  headerColumnBorder: false,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});

/** What the theme's parameters cannot say. */
export const gridStyles = {
  '& .ag-header-cell-text': { lineHeight: 1.2, overflowWrap: 'normal', textOverflow: 'ellipsis' },
  // The filter row below says it already.
  '& .ag-header-label-icon.ag-filter-icon': { display: 'none' },
  // Leaves the room to what is typed: many columns are narrow.
  '& .ag-floating-filter': { gap: '4px' },
  '& .ag-floating-filter-button': { marginLeft: 0 },
  '& .ag-floating-filter .ag-input-field-input': { paddingInline: '4px' },
  '& .ag-floating-filter .ag-input-field-clear-button': { display: 'none' },
  // Where scrollbars take no room, the grid lays its own over the cells.
  '& .ag-scrollbar-invisible .ag-body-vertical-scroll-viewport': { backgroundColor: 'transparent' },
  '& .ag-cell': { fontVariantNumeric: 'tabular-nums' },
} as const;
