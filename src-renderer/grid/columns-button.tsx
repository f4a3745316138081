import PushPin from '@mui/icons-material/PushPin';
import PushPinOutlined from '@mui/icons-material/PushPinOutlined';
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined';
import {
  Box,
  Button,
  Checkbox,
  Divider,
  FormControlLabel,
  IconButton,
  Popover,
  Tooltip,
  Typography,
} from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import type { PlacedColumn } from './column-layout.ts';
import type { KeptColumns } from './use-column-layout.ts';

const paperStyle = {
  width: 320,
  maxHeight: 'calc(100vh - 72px)',
  display: 'flex',
  flexDirection: 'column',
  overflow: 'hidden',
} as const;

/** What the column chooser works on. */
export interface ColumnsButtonProps {
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly keptColumns: KeptColumns;
  /** Whether the columns' names are copied above the rows. */
  readonly copyNames: boolean;
  readonly onCopyNames: (copyNames: boolean) => void;
}

/** The button **Columns**: shows, hides and pins columns, and puts them back. */
export function ColumnsButton(props: ColumnsButtonProps): ReactElement {
  const { columns, keptColumns, copyNames, onCopyNames } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const { layout } = keptColumns;
  const place = (key: string, change: Partial<PlacedColumn>): void =>
    keptColumns.setLayout(layout.map((column) => (column.key === key ? { ...column, ...change } : column)));
  const shown = layout.filter(({ hidden }) => !hidden).length;
  return (
    <>
      <Button
        startIcon={<ViewColumnOutlined />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        Columns
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: paperStyle } }}
      >
        <Typography id={id} variant="h2" sx={{ px: 2, pt: 1.5, pb: 0.5 }}>
          Columns
        </Typography>
        <Box
          component="ul"
          sx={{ listStyle: 'none', m: 0, px: 2, py: 0.5, flex: 1, minHeight: 0, overflowY: 'auto' }}
        >
          {layout.map(({ key, hidden, pinned }) => {
            const label = columns.find((column) => column.key === key)?.label ?? key;
            const pin = pinned === null ? `Pin ${label}` : `Unpin ${label}`;
            return (
              <Box component="li" key={key} sx={{ display: 'flex', alignItems: 'center' }}>
                <FormControlLabel
                  label={label}
                  sx={{ flex: 1, my: -0.5 }}
                  control={
                    <Checkbox
                      checked={!hidden}
                      disabled={!hidden && shown === 1}
                      onChange={(_event, checked) => place(key, { hidden: !checked })}
                    />
                  }
                />
                <Tooltip title={pin}>
                  <IconButton
                    aria-label={pin}
                    onClick={() => place(key, { pinned: pinned === null ? 'left' : null })}
                    color={pinned === null ? 'default' : 'primary'}
                  >
                    {pinned === null ? (
                      <PushPinOutlined fontSize="inherit" />
                    ) : (
                      <PushPin fontSize="inherit" />
                    )}
                  </IconButton>
                </Tooltip>
              </Box>
            );
          })}
        </Box>
        <Divider />
        <Box sx={{ px: 2, py: 1 }}>
          <FormControlLabel
            label="Copy column names with the rows"
            control={<Checkbox checked={copyNames} onChange={(_event, checked) => onCopyNames(checked)} />}
          />
          <Typography variant="caption" component="p" color="textSecondary" sx={{ py: 0.5 }}>
            Drag a header to move its column, drag its edge to resize it. With the keyboard: Shift or Alt with
            ← or → on a header.
          </Typography>
          <Button onClick={keptColumns.reset}>Reset columns</Button>
        </Box>
      </Popover>
    </>
  );
}
