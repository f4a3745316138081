import InfoOutlined from '@mui/icons-material/InfoOutlined';
import { IconButton, Tooltip } from '@mui/material';
import type { ReactElement } from 'react';
import { dimensionColumns, fixedCells, type DimensionKey } from '../../../src-main/domain/tracking-fields.ts';

/** Props of `FixedCellsInfo`. */
export interface FixedCellsInfoProps {
  readonly row: { readonly key: DimensionKey; readonly label: string };
}

/** A button beside a dimension's name that says why some of its cells never change; nothing for other dimensions. */
export function FixedCellsInfo({ row }: FixedCellsInfoProps): ReactElement | null {
  const reasons = dimensionColumns.flatMap(({ key }) => fixedCells[`${row.key}.${key}`]?.because ?? []);
  if (reasons.length === 0) return null;
  return (
    <Tooltip title={reasons.join(' ')} describeChild>
      <IconButton aria-label={`${row.label}: cells that never change`} sx={{ ml: 0.25, p: 0.25 }}>
        <InfoOutlined sx={{ fontSize: 15 }} />
      </IconButton>
    </Tooltip>
  );
}
