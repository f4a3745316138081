import {
  CellStyleModule,
  ColumnApiModule,
  CustomFilterModule,
  enableDevValidations,
  GridStateModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  NumberFilterModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TextFilterModule,
  TooltipModule,
} from 'ag-grid-community';

// Moving, resizing, pinning and hiding columns are part of AG Grid's core.
ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  CustomFilterModule,
  GridStateModule,
  InfiniteRowModelModule,
  NumberFilterModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TextFilterModule,
  TooltipModule,
]);

// Says in the console what is wrong, in full sentences; a build for users leaves it out.
if (import.meta.env.DEV) enableDevValidations();
