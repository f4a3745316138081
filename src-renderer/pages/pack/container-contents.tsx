import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactElement, type RefObject } from 'react';
import type { Container, ContainerLine } from '../../../src-main/domain/pack.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { useNotify } from '../../app/notifications.tsx';
import { withUnit } from '../pick/pick-words.ts';
import { ContainerChip } from './container-list.tsx';
import { itemWords, packedWords } from './pack-words.ts';
import { RegisterDialog } from './register-dialog.tsx';
import { SerialsOfLine } from './serials-of-line.tsx';
import { UnpackDialog } from './unpack-dialog.tsx';

/** What is in the container, with the ways back, and **Close**, **Reopen**, **Remove**. */
export function ContainerContents(props: {
  readonly container: Container;
  readonly closeRef: RefObject<HTMLButtonElement | null>;
}): ReactElement {
  const { container, closeRef } = props;
  const { id: containerId, number, closed, shipped, lines, lacking } = container;
  const id = useId();
  const client = useQueryClient();
  const notify = useNotify();
  const [refused, setRefused] = useState<{ readonly sentence: string; readonly of: Container }>();
  const [busy, setBusy] = useState(false);
  const [dialog, setDialog] = useState<{ readonly kind: 'unpack' | 'register'; readonly lineId: number }>();
  const line = lines.find(({ orderLineId }) => orderLineId === dialog?.lineId);
  const open = !closed && !shipped;

  const change = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      await work();
      notify({ severity: 'success', text: done });
    } catch (error) {
      setRefused({ sentence: problemOf(error).sentence, of: container });
    } finally {
      await client.invalidateQueries();
      setBusy(false);
    }
  };
  // What was refused is said until the container is another one.
  const problem = refused?.of === container ? refused.sentence : '';
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, pl: 2, pr: 1, py: 0.75 }}>
        <Typography id={id} variant="h2">
          {`Container ${number}`}
        </Typography>
        <ContainerChip container={container} />
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          {`Warehouse ${container.warehouse}, ${container.location} · shipment ${container.shipmentNumber}`}
        </Typography>
        {open && lines.length === 0 && (
          <Button
            color="inherit"
            disabled={busy}
            onClick={() =>
              void change(() => apiClient.pack.remove.mutate({ containerId }), `Removed ${number}.`)
            }
          >
            Remove
          </Button>
        )}
        {open && lines.length > 0 && (
          <Button
            ref={closeRef}
            variant="outlined"
            disabled={busy}
            onClick={() =>
              void change(() => apiClient.pack.close.mutate({ containerId }), `Closed ${number}.`)
            }
          >
            Close
          </Button>
        )}
        {closed && !shipped && (
          <Button
            color="inherit"
            disabled={busy}
            onClick={() =>
              void change(() => apiClient.pack.reopen.mutate({ containerId }), `${number} is open again.`)
            }
          >
            Reopen
          </Button>
        )}
      </Box>
      {problem !== '' && (
        <Alert severity="error" sx={{ mx: 2, mb: 1 }}>
          {lacking.length === 0 ? (
            problem
          ) : (
            <>
              {`${number} cannot be closed:`}
              <Box component="ul" aria-label="What is lacking" sx={{ m: 0, pl: 2.5 }}>
                {lacking.map(({ sentence, orderLineId }) => (
                  <li key={`${orderLineId} ${sentence}`}>{sentence}</li>
                ))}
              </Box>
            </>
          )}
        </Alert>
      )}
      {lines.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 1.5 }}>
          {shipped ? 'Its contents have left with the shipment.' : 'Nothing is in it yet.'}
        </Typography>
      ) : (
        <Stack component="ul" aria-label={`Contents of ${number}`} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map((one) => (
            <Box
              key={one.orderLineId}
              component="li"
              sx={{ px: 2, py: 0.75, borderTop: 1, borderColor: 'divider' }}
            >
              <LineHead
                line={one}
                actions={
                  open && (
                    <>
                      {one.toRegister > 0 && (
                        <Button
                          variant="outlined"
                          aria-description={`Line ${one.lineNumber}, ${one.itemNumber}`}
                          onClick={() => setDialog({ kind: 'register', lineId: one.orderLineId })}
                        >
                          Register serials
                        </Button>
                      )}
                      <Button
                        aria-description={`Line ${one.lineNumber}, ${one.itemNumber}`}
                        onClick={() => setDialog({ kind: 'unpack', lineId: one.orderLineId })}
                      >
                        Unpack
                      </Button>
                    </>
                  )
                }
              />
              <SerialsOfLine container={container} line={one} />
            </Box>
          ))}
        </Stack>
      )}
      {container.rowCount > container.rows.length && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', px: 2, py: 0.5 }}>
          {`The first ${formatCount(container.rows.length)} of ${formatCount(container.rowCount)} are shown; On-hand has them all.`}
        </Typography>
      )}
      {dialog?.kind === 'unpack' && line !== undefined && (
        <UnpackDialog container={container} line={line} onClose={() => setDialog(undefined)} />
      )}
      {dialog?.kind === 'register' && line !== undefined && (
        <RegisterDialog container={container} line={line} onClose={() => setDialog(undefined)} />
      )}
    </Box>
  );
}

function LineHead({
  line,
  actions,
}: {
  readonly line: ContainerLine;
  readonly actions: ReactElement | false;
}): ReactElement {
  const words = packedWords(line);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {`${withUnit(line.quantity, line.inventoryUnit)} of ${itemWords(line)}`}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {words === '' ? `Line ${line.lineNumber}` : `Line ${line.lineNumber} · ${words}`}
        </Typography>
      </Box>
      {actions}
    </Box>
  );
}
