import { useState, type ReactElement, type RefObject } from 'react';
import { cleanText } from '../../src-main/domain/blank.ts';
import { nameKey } from '../../src-main/domain/name-key.ts';
import { problemOf } from '../api/client.ts';
import { formatCount } from '../app/format.ts';
import { ScanField } from './scan-field.tsx';

/** Props of `OrderBox`. */
export interface OrderBoxProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** The orders that have a text in their number; of an empty text all. */
  readonly find: (text: string) => Promise<readonly { readonly id: number; readonly number: string }[]>;
  /** Why there is none to take. @param wanted the text; empty where the first of all was asked for. */
  readonly noneFor: (wanted: string) => string;
  /** Hears each change of the text, for the list to follow it. */
  readonly onText: (text: string) => void;
  /** @returns whether the page can go to the order; it says why where not. */
  readonly onOrder: (orderId: number) => boolean;
}

/** A box for the number of an order, or the only one with a text in its number; empty it takes the first order there is. */
export function OrderBox({ inputRef, find, noneFor, onText, onOrder }: OrderBoxProps): ReactElement {
  const [problem, setProblem] = useState('');
  const refuse = (sentence: string): false => {
    setProblem(sentence);
    return false;
  };
  const scan = async (scanned: string): Promise<boolean> => {
    const wanted = cleanText(scanned);
    try {
      const found = await find(wanted);
      const exact = found.find(({ number }) => nameKey(number) === nameKey(wanted));
      const order = exact ?? (found.length === 1 || wanted === '' ? found[0] : undefined);
      if (order !== undefined) return onOrder(order.id);
      return refuse(
        found.length > 0
          ? `${formatCount(found.length)} orders have ${wanted} in their number: choose one.`
          : noneFor(wanted),
      );
    } catch (failed) {
      return refuse(problemOf(failed).sentence);
    }
  };
  return (
    <ScanField
      label="Order"
      inputRef={inputRef}
      problem={problem}
      hint="Scan or type its number; Enter takes it."
      onScan={scan}
      onText={(text) => {
        onText(text);
        setProblem('');
      }}
    />
  );
}
