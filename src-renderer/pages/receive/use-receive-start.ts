import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import type { OpenOrder, ReceivableLine } from '../../../src-main/domain/receive.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { itemOf, lineSource, sourceKey, type Source } from './receive-source.ts';
import type { Meaning } from './start-box.tsx';

/** What the start of a receipt works with. */
export interface ReceiveStartInput {
  /** The order that the address names. */
  readonly orderId: number | undefined;
  readonly setOrderId: (orderId: number | undefined) => void;
  /** What the page knows of that order. */
  readonly open: OpenOrder | undefined;
  /** Serials that are entered for the source and not received yet. */
  readonly entered: number;
  /** The source is another one, or none. */
  readonly onChanged: () => void;
}

/** The first step of a receipt: which order line or which item. */
export function useReceiveStart({ orderId, setOrderId, open, entered, onChanged }: ReceiveStartInput) {
  const client = useQueryClient();
  const [source, setSource] = useState<Source>();
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState('');
  const [meanings, setMeanings] = useState<readonly Meaning[]>([]);

  const say = (sentence: string): false => {
    setProblem(sentence);
    setMeanings([]);
    return false;
  };
  /** What is entered for one item must not be lost by a scan of another one. */
  const busyWith = (next: Source | undefined): string => {
    if (source === undefined || entered === 0) return '';
    if (next !== undefined && sourceKey(next) === sourceKey(source)) return '';
    return `${formatCount(entered)} serial ${entered === 1 ? 'number is' : 'numbers are'} entered for ${itemOf(source)}. Receive or discard them first.`;
  };
  const choose = (next: Source | undefined): boolean => {
    const busy = busyWith(next);
    if (busy !== '') return say(busy);
    say('');
    if (next === undefined || source === undefined || sourceKey(next) !== sourceKey(source)) onChanged();
    setSource(next);
    setTurn((last) => last + 1);
    return true;
  };
  const chooseLine = (of: OpenOrder, line: ReceivableLine, batchNumber = ''): boolean =>
    choose(lineSource(of.order, line, batchNumber));

  const opened = useEffectEvent((found: OpenOrder): void => {
    const [only, ...others] = found.lines;
    if (only !== undefined && others.length === 0) chooseLine(found, only);
  });
  const notOpened = useEffectEvent((error: unknown): void => {
    say(problemOf(error).sentence);
    setOrderId(undefined);
  });
  useEffect(() => {
    if (orderId === undefined) return;
    client.fetchQuery(trpc.receive.order.queryOptions({ orderId })).then(
      (found) => opened(found),
      (error: unknown) => notOpened(error),
    );
  }, [client, orderId]);

  const chooseOrder = (id: number | undefined): boolean => {
    if (id === orderId && id !== undefined) return true;
    if (!choose(undefined)) return false;
    setOrderId(id);
    return true;
  };
  const chooseItem = (
    item: { readonly itemNumber: string; readonly name: string },
    batchNumber: string,
  ): boolean => {
    if (open !== undefined)
      return say(
        `${item.itemNumber} is not open on ${open.order.number}. Close the order to receive it without one.`,
      );
    return choose({ kind: 'item', itemNumber: item.itemNumber, itemName: item.name, batchNumber });
  };
  const scan = async (text: string): Promise<boolean> => {
    if (cleanText(text) === '') {
      const [next] = open?.lines ?? [];
      return open !== undefined && next !== undefined
        ? chooseLine(open, next)
        : say('Scan or write the number of an order or of an item.');
    }
    try {
      const found = await apiClient.receive.find.query({ text, ...(orderId !== undefined && { orderId }) });
      const { orders, item, lines, batchNumber } = found;
      const [line] = lines;
      if (open !== undefined && line !== undefined) return chooseLine(open, line, batchNumber);
      const all = [
        ...orders.map(({ id, kind, number }) => ({
          label: `${kind} order ${number}`,
          take: () => chooseOrder(id),
        })),
        ...(item === null
          ? []
          : [{ label: `Item ${item.itemNumber}`, take: () => chooseItem(item, batchNumber) }]),
      ];
      const [only, ...others] = all;
      if (only === undefined) return say(found.problem);
      if (others.length === 0) return only.take();
      say('');
      setMeanings(all);
      return true;
    } catch (error) {
      return say(problemOf(error).sentence);
    }
  };
  return {
    source,
    /** Goes up with every choice, so that the same one chosen again takes the focus again. */
    turn,
    problem,
    meanings,
    scan,
    chooseLine,
    chooseOrder,
    /** Ends the source, whatever is entered for it: it was received, or the user discards it. */
    end: (): void => {
      say('');
      onChanged();
      setSource(undefined);
    },
  };
}
