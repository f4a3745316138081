import type { ContainerLine, PackLine } from '../../../src-main/domain/pack.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';
import { withUnit } from '../pick/pick-words.ts';

/** An item with its name, e.g. `A-100 Camera`. */
export function itemWords({
  itemNumber,
  itemName,
}: {
  readonly itemNumber: string;
  readonly itemName: string;
}): string {
  return itemName === '' ? itemNumber : `${itemNumber} ${itemName}`;
}

/** Where the units of a line are besides the picked ones, e.g. `2 ea packed · 3 ea to pick`. */
export function lineWords({ inventoryUnit, packed, openWork, shipped }: PackLine): string {
  const part = (thousandths: number, what: string): readonly string[] =>
    thousandths === 0 ? [] : [`${withUnit(thousandths, inventoryUnit)} ${what}`];
  return [...part(packed, 'packed'), ...part(shipped, 'shipped'), ...part(openWork, 'not picked yet')].join(
    ' · ',
  );
}

/** What is known of the serials of a container's line. */
export function packedWords({
  withSerial,
  blank,
  exceptions,
  registered,
  toRegister,
}: ContainerLine): string {
  const part = (thousandths: number, what: string): readonly string[] =>
    thousandths === 0 ? [] : [`${formatQuantity(thousandths)} ${what}`];
  return [
    ...part(withSerial, 'with a serial number'),
    ...(withSerial + exceptions > 0 ? part(blank, 'blank') : []),
    ...part(exceptions, 'not readable'),
    ...(registered + toRegister > 0
      ? [`${formatCount(registered)} of ${formatCount(registered + toRegister)} registered on the sales line`]
      : []),
  ].join(' · ');
}

/** A count with its noun, e.g. `2 units`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
