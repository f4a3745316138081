import { Box, List, ListItem, ListItemButton, Typography } from '@mui/material';
import { useId, type ReactElement, type RefObject } from 'react';
import type { PackLine, PackStation } from '../../../src-main/domain/pack.ts';
import { ScanField } from '../../form/scan-field.tsx';
import { withUnit } from '../pick/pick-words.ts';
import { itemWords, lineWords } from './pack-words.ts';

/** The lines of the order with what is still to pack of each, and the box that an item is scanned into. */
export function PackLines(props: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly station: PackStation;
  readonly chosen: number | undefined;
  readonly problem: string;
  readonly onScan: (text: string) => Promise<boolean>;
  readonly onChoose: (line: PackLine) => void;
}): ReactElement {
  const { inputRef, station, chosen, problem, onScan, onChoose } = props;
  const id = useId();
  const next = station.lines.find(({ picked }) => picked > 0);
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ pb: 1.25 }}>
        To pack
      </Typography>
      <ScanField
        label="Item"
        inputRef={inputRef}
        problem={problem}
        hint={
          next === undefined
            ? 'Everything that is picked is packed.'
            : `Scan an item or a container; Enter takes line ${next.lineNumber}.`
        }
        onScan={onScan}
      />
      <List
        disablePadding
        aria-label="Lines of the order"
        sx={{
          mt: 0.5,
          maxHeight: 220,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        {station.lines.map((line, index) => (
          <ListItem
            key={line.id}
            disablePadding
            sx={{ borderTop: index === 0 ? 0 : 1, borderColor: 'divider' }}
          >
            <ListItemButton
              selected={line.id === chosen}
              aria-current={line.id === chosen}
              disabled={line.picked === 0}
              onClick={() => onChoose(line)}
              sx={{ gap: 1.5, py: 0.25, px: 1.5, minHeight: 34, '&.Mui-disabled': { opacity: 1 } }}
            >
              <Typography variant="body2" color="textSecondary" sx={{ minWidth: 52 }}>
                {`Line ${line.lineNumber}`}
              </Typography>
              <Typography variant="body2" noWrap sx={{ flex: 1, minWidth: 0 }}>
                {itemWords(line)}
              </Typography>
              <Typography variant="body2" color="textSecondary" noWrap>
                {lineWords(line)}
              </Typography>
              <Typography
                variant="body2"
                color={line.picked === 0 ? 'textSecondary' : undefined}
                sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', minWidth: 96, textAlign: 'right' }}
              >
                {line.picked === 0
                  ? 'nothing to pack'
                  : `${withUnit(line.picked, line.inventoryUnit)} to pack`}
              </Typography>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Box>
  );
}
