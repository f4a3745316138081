import { useState, type ReactElement } from 'react';
import type { Container, ContainerLine } from '../../../src-main/domain/pack.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, type ApiProblem } from '../../api/client.ts';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { StockDialog } from '../../form/stock-dialog.tsx';
import { counted, itemWords } from './pack-words.ts';

/** Registers serials on the sales line of what is in a container (Active in sales process). */
export function RegisterDialog(props: {
  readonly container: Container;
  readonly line: ContainerLine;
  readonly onClose: () => void;
}): ReactElement {
  const { container, line, onClose } = props;
  const { itemNumber, orderLineId, toRegister } = line;
  const [entries, setEntries] = useState<readonly SerialEntry[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  return (
    <StockDialog
      title="Register serials"
      about={`${counted(toRegister, 'unit')} of ${itemWords(line)} in ${container.number} lack a serial number on the sales line. The stock stays without.`}
      action="Register"
      disabled={entries.length === 0}
      done={`Registered ${counted(entries.length, 'serial number')} of ${itemNumber} on the sales line.`}
      onClose={onClose}
      onProblem={setProblem}
      act={() =>
        apiClient.pack.register.mutate({ containerId: container.id, orderLineId, entries: [...entries] })
      }
    >
      <SerialEntryField
        itemNumber={itemNumber}
        scope={{ kind: 'document', orderLineId }}
        capturesNew
        needed={toRegister}
        maximum={toRegister}
        value={entries}
        onChange={setEntries}
        problem={problem?.path.startsWith('entries') === true ? problem : undefined}
      />
    </StockDialog>
  );
}
