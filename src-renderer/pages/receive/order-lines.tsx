import Close from '@mui/icons-material/Close';
import { Box, Button, List, ListItem, ListItemButton, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { RECEIVABLE_LINES, type OpenOrder, type ReceivableLine } from '../../../src-main/domain/receive.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';

/** Props of `OrderLines`. */
export interface OrderLinesProps {
  readonly open: OpenOrder;
  /** Id of the line that is being received. */
  readonly chosen: number | undefined;
  readonly onChoose: (line: ReceivableLine) => void;
  readonly onClose: () => void;
}

/** What is left to receive of the order that is open on the page. */
export function OrderLines({ open, chosen, onChoose, onClose }: OrderLinesProps): ReactElement {
  const { order, lines } = open;
  const id = useId();
  const more = order.openLines - lines.length;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 1.5, pr: 0.5, py: 0.5 }}>
        <Typography id={id} variant="h2" sx={{ flex: 1 }}>
          {`${order.kind} order ${order.number}${order.name === '' ? '' : ` · ${order.name}`}`}
        </Typography>
        <Button startIcon={<Close />} color="inherit" onClick={onClose}>
          Close the order
        </Button>
      </Box>
      <List disablePadding aria-label="Lines that are open" sx={{ maxHeight: 190, overflow: 'auto' }}>
        {lines.map((line) => (
          <ListItem key={line.id} disablePadding sx={{ borderTop: 1, borderColor: 'divider' }}>
            <ListItemButton
              selected={line.id === chosen}
              aria-current={line.id === chosen}
              onClick={() => onChoose(line)}
              sx={{ gap: 1.5, py: 0.25, px: 1.5, minHeight: 34 }}
            >
              <Typography variant="body2" color="textSecondary" sx={{ minWidth: 52 }}>
                {`Line ${line.lineNumber}`}
              </Typography>
              <Typography variant="body2" noWrap sx={{ flex: 1, minWidth: 0 }}>
                <strong>{line.itemNumber}</strong>
                {` ${line.itemName}`}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {`Warehouse ${line.warehouse}`}
              </Typography>
              <Typography
                variant="body2"
                sx={{
                  fontWeight: 600,
                  fontVariantNumeric: 'tabular-nums',
                  minWidth: 96,
                  textAlign: 'right',
                }}
              >
                {`${formatQuantity(line.open)} ${line.inventoryUnit} left`}
              </Typography>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
      {lines.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1.5, pb: 1 }}>
          {order.kind === 'Transfer' ? 'Nothing is on its way.' : 'Nothing is left to receive.'}
        </Typography>
      )}
      {more > 0 && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', px: 1.5, py: 0.5 }}>
          {`The first ${RECEIVABLE_LINES} lines are shown; scan an item for one of the ${formatCount(more)} others.`}
        </Typography>
      )}
    </Box>
  );
}
