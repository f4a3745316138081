import { Alert } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import type { PickedLine } from '../../../src-main/domain/pick.ts';
import { writeQuantity } from '../../../src-main/domain/quantity.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, problemOf, trpc, type ApiProblem } from '../../api/client.ts';
import { readPlaces, withPlace } from '../../form/remembered-places.ts';
import { StepField } from '../../form/step-field.tsx';
import { typedQuantity } from '../../form/typed-quantity.ts';
import { usePreference } from '../../grid/preference.ts';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { StockDialog } from '../../form/stock-dialog.tsx';
import { withUnit } from './pick-words.ts';

/** Takes picked units back to a storage location; they keep their serials. */
export function ReduceDialog(props: {
  readonly line: PickedLine;
  readonly onClose: () => void;
}): ReactElement {
  const { line, onClose } = props;
  const { orderLineId, itemNumber, inventoryUnit, warehouse } = line;
  const [kept, keep] = usePreference('pick.back-locations');
  const [text, setText] = useState(writeQuantity(line.quantity));
  const [putLocation, setLocation] = useState(readPlaces(kept)[warehouse] ?? '');
  const [putLicensePlate, setPlate] = useState('');
  const [entries, setEntries] = useState<readonly SerialEntry[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const typed = typedQuantity({ itemNumber, inventoryUnit, units: [], wholeUnits: false }, text, '');
  const quantity = 'quantity' in typed ? typed.quantity : 0;
  const { data: needs, error } = useQuery({
    ...trpc.pick.reduceNeeds.queryOptions({ orderLineId, quantity }),
    placeholderData: keepPreviousData,
  });
  const asks = error === null && needs !== undefined && needs.maximum > 0;
  const wrong =
    'problem' in typed
      ? typed.problem
      : quantity > line.quantity
        ? `Only ${withUnit(line.quantity, inventoryUnit)} are picked.`
        : error === null
          ? undefined
          : problemOf(error).sentence;
  return (
    <StockDialog
      title="Reduce picked quantity"
      about={`${withUnit(line.quantity, inventoryUnit)} of ${itemNumber} are picked. What goes back keeps its serial number, and the order line is open for it again.`}
      action="Reduce picked quantity"
      disabled={
        wrong !== undefined ||
        quantity === 0 ||
        cleanText(putLocation) === '' ||
        (asks && entries.length < needs.needed)
      }
      done={`${withUnit(quantity, inventoryUnit)} of ${itemNumber} went back to ${cleanText(putLocation)}.`}
      onClose={onClose}
      onProblem={setProblem}
      act={async () => {
        const acted = await apiClient.pick.reduce.mutate({
          orderLineId,
          quantity,
          putLocation,
          putLicensePlate,
          entries: asks ? [...entries] : [],
        });
        keep(withPlace(readPlaces(kept), warehouse, cleanText(putLocation)));
        return acted;
      }}
    >
      <StepField
        label="Quantity that goes back"
        name="quantity"
        value={text}
        onText={setText}
        problem={wrong}
        help={inventoryUnit === '' ? ' ' : `in ${inventoryUnit}`}
        numeric
        autoFocus
      />
      <StepField label="Put back to location" name="putLocation" value={putLocation} onText={setLocation} />
      <StepField
        label="Put back to license plate"
        name="putLicensePlate"
        value={putLicensePlate}
        onText={setPlate}
      />
      {wrong === undefined && needs !== undefined && (
        <Alert severity="info" icon={false} role="status" sx={{ py: 0 }}>
          {needs.sentence}
        </Alert>
      )}
      {asks && (
        <SerialEntryField
          itemNumber={itemNumber}
          scope={needs.scope}
          capturesNew={false}
          needed={needs.needed}
          maximum={needs.maximum}
          value={entries}
          onChange={setEntries}
          autoFocus={false}
          notReadable={line.exceptions > 0 || line.registered > 0}
          problem={problem?.path.startsWith('entries') === true ? problem : undefined}
        />
      )}
    </StockDialog>
  );
}
