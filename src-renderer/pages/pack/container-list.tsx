import Add from '@mui/icons-material/Add';
import { Box, Button, Chip, List, ListItem, ListItemButton, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { Container } from '../../../src-main/domain/pack.ts';
import { formatQuantity } from '../../app/format.ts';

/** Open, closed or shipped, as a chip. */
export function ContainerChip({ container }: { readonly container: Container }): ReactElement {
  if (container.shipped) return <Chip label="Shipped" />;
  return container.closed ? (
    <Chip label="Closed" color="success" variant="outlined" />
  ) : (
    <Chip label="Open" color="primary" variant="outlined" />
  );
}

/** The containers of the order: one is chosen, and packed into. */
export function ContainerList(props: {
  readonly containers: readonly Container[];
  readonly chosen: number | undefined;
  readonly onChoose: (containerId: number) => void;
  /** Undefined while the form for a new one is open. */
  readonly onNew: (() => void) | undefined;
}): ReactElement {
  const { containers, chosen, onChoose, onNew } = props;
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pb: 0.5, minHeight: 34 }}>
        <Typography id={id} variant="h2" sx={{ flex: 1 }}>
          Containers
        </Typography>
        {onNew !== undefined && (
          <Button startIcon={<Add />} onClick={onNew}>
            New container
          </Button>
        )}
      </Box>
      {containers.length > 0 && (
        <List
          aria-labelledby={id}
          disablePadding
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, maxHeight: 180, overflow: 'auto' }}
        >
          {containers.map((container) => (
            <ListItem key={container.id} disablePadding sx={{ width: 'auto' }}>
              <ListItemButton
                selected={container.id === chosen}
                aria-current={container.id === chosen}
                onClick={() => onChoose(container.id)}
                sx={{
                  gap: 1,
                  px: 1.25,
                  py: 0.5,
                  border: 1,
                  borderColor: container.id === chosen ? 'primary.main' : 'divider',
                  borderRadius: 1,
                  bgcolor: 'background.paper',
                }}
              >
                <Typography variant="body2" sx={{ fontWeight: 600 }}>
                  {container.number}
                </Typography>
                <ContainerChip container={container} />
                <Typography variant="body2" color="textSecondary">
                  {contentWords(container)}
                </Typography>
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      )}
    </Box>
  );
}

function contentWords({ lines, shipped, shipmentNumber }: Container): string {
  if (shipped) return shipmentNumber;
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  return quantity === 0 ? 'empty' : `${formatQuantity(quantity)} packed`;
}
