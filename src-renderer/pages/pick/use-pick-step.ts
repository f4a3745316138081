import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import type { PickNeeds, PickWork } from '../../../src-main/domain/pick.ts';
import { writeQuantity } from '../../../src-main/domain/quantity.ts';
import type { SerialElsewhere } from '../../../src-main/domain/serial-check.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, problemOf, trpc, type ApiProblem } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { useNotifyActed } from '../../app/notify-done.ts';
import { useNotify } from '../../app/notifications.tsx';
import { readPlaces, withPlace } from '../../form/remembered-places.ts';
import { typedQuantity } from '../../form/typed-quantity.ts';
import { usePreference } from '../../grid/preference.ts';
import { withUnit } from './pick-words.ts';

/** A place within the warehouse of the work. */
export interface Place {
  readonly location: string;
  readonly licensePlate: string;
}

/** What the step's fields say, as they are typed. */
export interface PickDraft extends Place {
  /** The user has said that this is the place. */
  readonly confirmed: boolean;
  readonly quantity: string;
  /** Empty: the inventory unit. */
  readonly unit: string;
  readonly putLocation: string;
  readonly putLicensePlate: string;
}

/** What the step at hand is about. */
export interface PickStepInput {
  readonly work: PickWork;
  /** The place of the step before is confirmed already. */
  readonly confirmed: boolean;
  readonly entries: readonly SerialEntry[];
  /** @param left what is left of the work, in thousandths. */
  readonly onPicked: (place: Place, left: number) => void;
}

const invalid = (path: string, sentence: string): ApiProblem => ({ code: 'invalid', path, sentence });

/** The behaviour of a step: what is typed, what would be asked, and picking it. */
export function usePickStep({ work, confirmed, entries, onPicked }: PickStepInput) {
  const [kept, keep] = usePreference('pick.put-locations');
  const [draft, setDraft] = useState<PickDraft>(() => ({
    location: work.location,
    licensePlate: work.licensePlate,
    confirmed,
    quantity: writeQuantity(work.remaining),
    unit: '',
    putLocation: readPlaces(kept)[work.warehouse] ?? '',
    putLicensePlate: '',
  }));
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const notify = useNotify();
  const notifyActed = useNotifyActed();
  const { location, licensePlate } = draft;
  const asked = { workId: work.id, location, licensePlate };
  const atPlace = useQuery({
    ...trpc.pick.needs.queryOptions({ ...asked, quantity: 0 }),
    placeholderData: keepPreviousData,
  });
  const { itemNumber, inventoryUnit, remaining } = work;
  const typed = typedQuantity(
    { itemNumber, inventoryUnit, units: atPlace.data?.units ?? [], wholeUnits: false },
    draft.quantity,
    draft.unit,
  );
  const quantity = 'quantity' in typed ? typed.quantity : 0;
  const asking = useQuery({
    ...trpc.pick.needs.queryOptions({ ...asked, quantity }),
    placeholderData: keepPreviousData,
  });
  const needs = asking.data;
  // What cannot be picked as it stands asks nothing; what was entered stays.
  const takesSerials = needs !== undefined && needs.maximum > 0 && needs.problem === '';
  const refused = asking.error ?? atPlace.error;
  const said = problem ?? (refused === null ? undefined : problemOf(refused));

  const change = (changes: Partial<PickDraft>): void => {
    setDraft((now) => ({ ...now, ...changes }));
    setProblem(undefined);
  };
  /** What can be said without asking the server. */
  const missing = (): ApiProblem | undefined => {
    if (!draft.confirmed) return invalid('confirm', 'Confirm the place first: scan it, or press Confirm.');
    if ('problem' in typed) return invalid('quantity', typed.problem);
    if (quantity === 0) return invalid('quantity', 'Nothing is picked: use Short pick.');
    if (quantity > remaining)
      return invalid('quantity', `Only ${withUnit(remaining, inventoryUnit)} are left to pick here.`);
    if (needs !== undefined && needs.problem !== '') return invalid('quantity', needs.problem);
    if (cleanText(draft.putLocation) === '')
      return invalid('putLocation', 'Write the location it is put to.');
    const lacking = takesSerials ? (needs?.needed ?? 0) - entries.length : 0;
    return lacking > 0
      ? invalid(
          'entries',
          `${formatCount(lacking)} more ${lacking === 1 ? 'serial number is' : 'serial numbers are'} needed.`,
        )
      : undefined;
  };
  /** Picks; @throws what the API says. */
  const post = async (units: number, shortReason?: string): Promise<void> => {
    const { putLocation, putLicensePlate } = draft;
    const acted = await apiClient.pick.pick.mutate({
      ...asked,
      quantity: units,
      putLocation,
      putLicensePlate,
      entries: units > 0 && takesSerials ? [...entries] : [],
      ...(shortReason !== undefined && { shortReason }),
    });
    if (units > 0) keep(withPlace(readPlaces(kept), work.warehouse, cleanText(putLocation)));
    const left = shortReason === undefined ? remaining - units : 0;
    // The next step is there at once; the server's answer follows.
    client.setQueryData(trpc.pick.work.queryKey({ orderId: work.orderId }), (known) =>
      known?.flatMap((one) => (one.id !== work.id ? [one] : left === 0 ? [] : [{ ...one, remaining: left }])),
    );
    onPicked({ location, licensePlate }, left);
    const what = `${withUnit(units, inventoryUnit)} of ${itemNumber} for ${work.orderNumber}`;
    notifyActed(
      shortReason === undefined
        ? `Picked ${what}.`
        : `Short pick: ${what}. ${withUnit(remaining - units, inventoryUnit)} stay open on the order; release it again to pick them elsewhere.`,
      acted,
    );
    await client.invalidateQueries();
  };
  const pick = async (): Promise<void> => {
    const lacking = missing();
    // A new object each time, so that the field takes the focus again.
    setProblem(lacking);
    if (lacking !== undefined || busy) return;
    setBusy(true);
    try {
      await post(quantity);
    } catch (error) {
      setProblem(problemOf(error));
      await client.invalidateQueries({ queryKey: trpc.pick.pathKey() });
    }
    setBusy(false);
  };
  const swap = async ({ stockId }: SerialElsewhere): Promise<boolean> => {
    try {
      const { blankStockId } = await apiClient.pick.needs.query({ ...asked, quantity, like: stockId });
      if (blankStockId === null) {
        notify({ severity: 'warning', text: 'No blank unit of the same goods stands here to swap with.' });
        return false;
      }
      await apiClient.stock.swap.mutate({ blankStockId, serialStockId: stockId });
      await client.invalidateQueries();
      return true;
    } catch (error) {
      notify({ severity: 'error', text: problemOf(error).sentence });
      return false;
    }
  };

  return {
    draft,
    change,
    /** In thousandths of the inventory unit; undefined while it cannot be read. */
    quantity: 'quantity' in typed ? typed.quantity : undefined,
    /** What stands at the place and what the item is, whatever the quantity. */
    atPlace: atPlace.data,
    needs: refused === null ? needs : undefined,
    takesSerials,
    problem: said,
    /** What pressing **Pick** came to; a new object each time. */
    refusal: problem,
    busy,
    pick,
    /** Picks what was found and gives the rest up. @throws what the API says. */
    shortPick: post,
    swap,
  };
}

/** The behaviour of a step, for its parts. */
export type PickStepState = ReturnType<typeof usePickStep>;

/** Why **Not readable** cannot be used, or whether it can. */
export function notReadableOf({ notReadable }: PickNeeds, itemNumber: string): boolean | string {
  return (
    notReadable ||
    `Blank issue allowed is off for ${itemNumber}, so a unit without a readable label is not picked.`
  );
}
