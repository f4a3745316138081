import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Container, PackLine } from '../../../src-main/domain/pack.ts';
import { writeQuantity } from '../../../src-main/domain/quantity.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, problemOf, trpc, type ApiProblem } from '../../api/client.ts';
import { useNotifyActed } from '../../app/notify-done.ts';
import { typedQuantity } from '../../form/typed-quantity.ts';
import { withUnit } from '../pick/pick-words.ts';
import { counted } from './pack-words.ts';

const invalid = (path: string, sentence: string): ApiProblem => ({ code: 'invalid', path, sentence });

/** The behaviour of packing one line: what is typed, what would be asked, and packing it. */
export function usePackForm(input: {
  readonly container: Container;
  readonly line: PackLine;
  readonly entries: readonly SerialEntry[];
  readonly onPacked: () => void;
}) {
  const { container, line, entries, onPacked } = input;
  const { itemNumber, inventoryUnit } = line;
  const [text, setText] = useState(writeQuantity(line.picked));
  const [unit, setUnit] = useState('');
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const notifyActed = useNotifyActed();
  const at = { containerId: container.id, orderLineId: line.id };
  const item = useQuery(trpc.pack.needs.queryOptions({ ...at, quantity: 0 }));
  const typed = typedQuantity(
    { itemNumber, inventoryUnit, units: item.data?.units ?? [], wholeUnits: false },
    text,
    unit,
  );
  const quantity = 'quantity' in typed ? typed.quantity : undefined;
  const asking = useQuery({
    ...trpc.pack.needs.queryOptions({ ...at, quantity: quantity ?? 0 }),
    placeholderData: keepPreviousData,
  });
  const refused = asking.error ?? item.error;
  const needs = refused === null ? asking.data : undefined;
  const takesSerials = (needs?.maximum ?? 0) > 0;

  /** What can be said without asking the server. */
  const missing = (): ApiProblem | undefined => {
    if ('problem' in typed) return invalid('quantity', typed.problem);
    if (typed.quantity === 0) return invalid('quantity', 'The quantity is above zero.');
    if (needs !== undefined && typed.quantity > needs.picked)
      return invalid('quantity', `Only ${withUnit(needs.picked, inventoryUnit)} are picked and not packed.`);
    const lacking = takesSerials ? (needs?.needed ?? 0) - entries.length : 0;
    return lacking > 0
      ? invalid('entries', `${counted(lacking, 'more serial number is', 'more serial numbers are')} needed.`)
      : undefined;
  };
  const pack = async (): Promise<void> => {
    if (busy) return;
    const lacking = missing();
    // A new object each time, so that the field takes the focus again.
    setProblem(lacking);
    if (lacking !== undefined || quantity === undefined) return;
    setBusy(true);
    try {
      const acted = await apiClient.pack.pack.mutate({
        ...at,
        quantity,
        entries: takesSerials ? [...entries] : [],
      });
      // At once: the next scan may be on its way while the page reads anew.
      onPacked();
      notifyActed(
        `Packed ${withUnit(quantity, inventoryUnit)} of ${itemNumber} into ${container.number}.`,
        acted,
      );
      await client.invalidateQueries();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
      await client.invalidateQueries({ queryKey: trpc.pack.pathKey() });
    }
  };
  const change = (work: () => void): void => {
    work();
    setProblem(undefined);
  };
  return {
    text,
    unit,
    setText: (next: string): void => change(() => setText(next)),
    setUnit: (next: string): void => change(() => setUnit(next)),
    /** In thousandths of the inventory unit; undefined while it cannot be read. */
    quantity,
    /** Units that the item can be packed in. */
    units: item.data?.units ?? [],
    needs,
    takesSerials,
    problem: problem ?? (refused === null ? undefined : problemOf(refused)),
    busy,
    pack,
    /** What was wrong with the entries was said of other ones. */
    forgetEntries: (): void =>
      setProblem((now) => (now?.path.startsWith('entries') === true ? undefined : now)),
  };
}
