import { locationStages } from '../domain/verdict.ts';
import { blankState, type ItemPolicy } from '../domain/what-if.ts';
import type { TurnedItems } from '../store/restart-ages.ts';

type PolicyOf = (itemNumber: string) => ItemPolicy;

/**
 * Of some items those whose blank units come to another verdict, by what they were and are governed by.
 * @param stagesMoved otherwise every unit stands at the stage where it stood.
 */
export function turnedItems(
  itemNumbers: readonly string[],
  before: PolicyOf,
  after: PolicyOf,
  stagesMoved: boolean,
): readonly TurnedItems[] {
  const alike = new Map<ItemPolicy, Map<ItemPolicy, string[]>>();
  for (const itemNumber of itemNumbers) {
    const [was, is] = [before(itemNumber), after(itemNumber)];
    const of = alike.get(was) ?? new Map<ItemPolicy, string[]>();
    alike.set(was, of);
    const known = of.get(is);
    if (known === undefined) of.set(is, [itemNumber]);
    else known.push(itemNumber);
  }
  return [...alike]
    .flatMap(([was, of]) =>
      [...of].map(([is, items]) => ({ itemNumbers: items, stages: turnedStages(was, is, stagesMoved) })),
    )
    .filter(({ stages }) => stages.length > 0);
}

function turnedStages(was: ItemPolicy, is: ItemPolicy, stagesMoved: boolean): TurnedItems['stages'] {
  return locationStages.flatMap((from) =>
    locationStages
      .filter((to) => (stagesMoved || from === to) && blankState(was, from) !== blankState(is, to))
      .map((to) => ({ from, to })),
  );
}

/** Whether the serial numbers of an item are judged by other rules than before. */
export function judgesSerialsAnew(before: PolicyOf, after: PolicyOf): (itemNumber: string) => boolean {
  const rules = ({ settings }: ItemPolicy): string =>
    `${settings?.serialNumber.active ?? false} ${settings?.serialNumberControl ?? false}`;
  return (itemNumber) => rules(before(itemNumber)) !== rules(after(itemNumber));
}
