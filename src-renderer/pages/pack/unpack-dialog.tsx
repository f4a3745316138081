import { Alert, Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import type { Container, ContainerLine } from '../../../src-main/domain/pack.ts';
import { writeQuantity } from '../../../src-main/domain/quantity.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, problemOf, trpc, type ApiProblem } from '../../api/client.ts';
import { enterGoesOn } from '../../form/enter-goes-on.ts';
import { StepField } from '../../form/step-field.tsx';
import { typedQuantity } from '../../form/typed-quantity.ts';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { StockDialog } from '../../form/stock-dialog.tsx';
import { withUnit } from '../pick/pick-words.ts';

/** Takes units out of a container; they stay picked and keep their serials. */
export function UnpackDialog(props: {
  readonly container: Container;
  readonly line: ContainerLine;
  readonly onClose: () => void;
}): ReactElement {
  const { container, line, onClose } = props;
  const { orderLineId, itemNumber, inventoryUnit } = line;
  const [text, setText] = useState(writeQuantity(line.quantity));
  const [entries, setEntries] = useState<readonly SerialEntry[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const typed = typedQuantity({ itemNumber, inventoryUnit, units: [], wholeUnits: false }, text, '');
  const quantity = 'quantity' in typed ? typed.quantity : 0;
  const at = { containerId: container.id, orderLineId };
  const { data: needs, error } = useQuery({
    ...trpc.pack.unpackNeeds.queryOptions({ ...at, quantity }),
    placeholderData: keepPreviousData,
  });
  const serials = useRef<HTMLDivElement>(null);
  const asks = error === null && needs !== undefined && needs.maximum > 0;
  const wrong =
    'problem' in typed
      ? typed.problem
      : quantity > line.quantity
        ? `Only ${withUnit(line.quantity, inventoryUnit)} are in it.`
        : error === null
          ? undefined
          : problemOf(error).sentence;
  return (
    <StockDialog
      title="Unpack"
      about={`${withUnit(line.quantity, inventoryUnit)} of ${itemNumber} are in ${container.number}. What is taken out stays picked and keeps its serial number.`}
      action="Unpack"
      disabled={wrong !== undefined || quantity === 0 || (asks && entries.length < needs.needed)}
      done={`Took ${withUnit(quantity, inventoryUnit)} of ${itemNumber} out of ${container.number}.`}
      onClose={onClose}
      onProblem={setProblem}
      act={() => apiClient.pack.unpack.mutate({ ...at, quantity, entries: asks ? [...entries] : [] })}
    >
      <Box
        ref={focusFirst}
        onKeyDown={(event) => {
          const form = event.currentTarget.closest('form');
          enterGoesOn(event, () => {
            if (asks) serials.current?.querySelector('input')?.focus();
            else form?.requestSubmit();
          });
        }}
      >
        <StepField
          label="Quantity to take out"
          name="quantity"
          value={text}
          onText={setText}
          problem={wrong}
          help={inventoryUnit === '' ? ' ' : `in ${inventoryUnit}`}
          numeric
        />
      </Box>
      {wrong === undefined && needs !== undefined && (
        <Alert severity="info" icon={false} role="status" sx={{ py: 0 }}>
          {needs.sentence}
        </Alert>
      )}
      {asks && (
        <Box ref={serials}>
          <SerialEntryField
            itemNumber={itemNumber}
            scope={needs.scope}
            capturesNew={false}
            needed={needs.needed}
            maximum={needs.maximum}
            value={entries}
            onChange={setEntries}
            autoFocus={false}
            notReadable={needs.notReadable}
            problem={problem?.path.startsWith('entries') === true ? problem : undefined}
          />
        </Box>
      )}
    </StockDialog>
  );
}

/** A dialog gives its content the focus as it appears. */
function focusFirst(fields: HTMLElement | null): void {
  const input = fields?.querySelector('input');
  input?.focus();
  input?.select();
}
