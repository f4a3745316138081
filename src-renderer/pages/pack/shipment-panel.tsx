import LocalShipping from '@mui/icons-material/LocalShipping';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactElement, type RefObject } from 'react';
import type { LeavingLine, PackStation, ShipmentState } from '../../../src-main/domain/pack.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, problemOf, trpc, type ApiProblem } from '../../api/client.ts';
import { useNotifyActed } from '../../app/notify-done.ts';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { withUnit } from '../pick/pick-words.ts';
import { counted, itemWords } from './pack-words.ts';

/** Serials for the packing slip, by order line. */
export type SlipEntries = Readonly<Record<number, readonly SerialEntry[]>>;

/** What would leave, what it still lacks, and **Confirm shipment**. */
export function ShipmentPanel(props: {
  readonly order: PackStation['order'];
  readonly entries: SlipEntries;
  readonly onEntries: (entries: SlipEntries) => void;
  readonly confirmRef: RefObject<HTMLButtonElement | null>;
  readonly onShipped: () => void;
}): ReactElement | null {
  const { order, entries, onEntries, confirmRef, onShipped } = props;
  const id = useId();
  const client = useQueryClient();
  const notifyActed = useNotifyActed();
  const { data: state } = useQuery(trpc.pack.shipment.queryOptions({ orderId: order.id }));
  const [refused, setRefused] = useState<{ readonly problem: ApiProblem; readonly of: ShipmentState }>();
  const [busy, setBusy] = useState(false);
  if (state === undefined || state.lines.length === 0) return null;
  const { lines, missing } = state;
  // What was refused is said until things stand otherwise.
  const problem = refused?.of === state ? refused.problem : undefined;
  const slips = lines.filter(({ atSlip }) => atSlip !== null && atSlip.maximum > 0);
  const confirm = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      const acted = await apiClient.pack.confirmShipment.mutate({
        orderId: order.id,
        registered: slips.map(({ orderLineId }) => ({
          orderLineId,
          entries: [...(entries[orderLineId] ?? [])],
        })),
      });
      onEntries({});
      await client.invalidateQueries();
      notifyActed(
        order.kind === 'Transfer'
          ? `${counted(lines.length, 'line')} of ${order.number} ${lines.length === 1 ? 'is' : 'are'} on the way.`
          : `Shipped ${counted(lines.length, 'line')} of ${order.number}.`,
        acted,
      );
      onShipped();
    } catch (error) {
      setRefused({ problem: problemOf(error), of: state });
      await client.invalidateQueries({ queryKey: trpc.pack.pathKey() });
    }
    setBusy(false);
  };
  const slipProblem = (index: number): ApiProblem | undefined => {
    const path = `registered.${index}.`;
    return problem?.path.startsWith(path) === true
      ? { ...problem, path: problem.path.slice(path.length) }
      : undefined;
  };
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Stack spacing={1.25} sx={{ p: 2 }}>
        <Typography id={id} variant="h2">
          Shipment
        </Typography>
        <Box component="ul" aria-label="What leaves" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map((line) => (
            <Typography key={line.orderLineId} component="li" variant="body2">
              {`${withUnit(line.quantity, line.inventoryUnit)} of ${itemWords(line)}, line ${line.lineNumber}`}
            </Typography>
          ))}
        </Box>
        {missing.length > 0 && (
          <Alert severity="warning" role="status">
            Before it can leave:
            <Box component="ul" aria-label="Still missing" sx={{ m: 0, pl: 2.5 }}>
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </Box>
          </Alert>
        )}
        {slips.map((line, index) => (
          <SlipSerials
            key={line.orderLineId}
            line={line}
            several={slips.length > 1}
            value={entries[line.orderLineId] ?? []}
            problem={slipProblem(index)}
            onChange={(next) => {
              setRefused(undefined);
              onEntries({ ...entries, [line.orderLineId]: next });
            }}
          />
        ))}
        {problem !== undefined && !slips.some((_line, index) => slipProblem(index) !== undefined) && (
          <Alert severity="error">{problem.sentence}</Alert>
        )}
      </Stack>
      <Box sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
        <Button
          ref={confirmRef}
          variant={missing.length === 0 ? 'contained' : 'outlined'}
          startIcon={<LocalShipping />}
          loading={busy}
          loadingPosition="start"
          onClick={() => void confirm()}
        >
          Confirm shipment
        </Button>
      </Box>
    </Box>
  );
}

/** Serials that are registered on the sales line with the packing slip (Active in sales process with None). */
function SlipSerials(props: {
  readonly line: LeavingLine;
  readonly several: boolean;
  readonly value: readonly SerialEntry[];
  readonly problem: ApiProblem | undefined;
  readonly onChange: (value: readonly SerialEntry[]) => void;
}): ReactElement | null {
  const { line, several, value, problem, onChange } = props;
  const { atSlip, itemNumber, lineNumber, orderLineId } = line;
  if (atSlip === null) return null;
  return (
    <Stack spacing={1}>
      <Typography variant="body2">
        {`${itemWords(line)}: its serial numbers are registered on line ${lineNumber} with the packing slip${atSlip.needed === 0 ? '; they are not required' : ''}.`}
      </Typography>
      <SerialEntryField
        itemNumber={itemNumber}
        scope={{ kind: 'document', orderLineId }}
        capturesNew
        needed={atSlip.needed}
        maximum={atSlip.maximum}
        value={value}
        onChange={onChange}
        label={several ? `Serial number, line ${lineNumber}` : undefined}
        autoFocus={false}
        notReadable={
          atSlip.notReadable ||
          `Blank issue allowed is off for ${itemNumber}: each unit needs its serial number.`
        }
        problem={problem}
      />
    </Stack>
  );
}
