import { fitsMask } from './serial-mask.ts';
import { serialKey } from './serial-number.ts';

/** A sign of masks that begin alike. */
interface Node {
  readonly next: Map<string, Node>;
  /** The masks that end here. */
  readonly masks: Set<string>;
}

const WILDCARDS = ['#', '@', '?'] as const;

/** What the masks of some items tell of a serial number. Looks at as many masks as begin like it, not at all of them. */
export interface MaskFinder {
  /** The item whose mask it fits, where it fits that of one item only. */
  only(serial: string): string | undefined;
  /** Whether it fits any mask. */
  fitsAny(serial: string): boolean;
}

/** Makes the finder. An item without a mask is not found. */
export function createMaskFinder(
  items: readonly { readonly itemNumber: string; readonly serialMask: string }[],
): MaskFinder {
  const byMask = new Map<string, string[]>();
  const root: Node = { next: new Map(), masks: new Set() };
  for (const { itemNumber, serialMask } of items) {
    const mask = serialKey(serialMask);
    if (mask === '') continue;
    const known = byMask.get(mask);
    if (known !== undefined) known.push(itemNumber);
    else {
      byMask.set(mask, [itemNumber]);
      add(root, mask);
    }
  }
  const masksOf = (serial: string): readonly string[] =>
    byMask.size === 0
      ? []
      : masksAt(root, [...serialKey(serial)], 0).filter((mask) => fitsMask(mask, serial));
  return {
    only: (serial) => {
      const fitting = masksOf(serial).flatMap((mask) => byMask.get(mask) ?? []);
      return fitting.length === 1 ? fitting[0] : undefined;
    },
    fitsAny: (serial) => masksOf(serial).length > 0,
  };
}

function add(root: Node, mask: string): void {
  let node = root;
  for (const sign of mask) {
    const next: Node = node.next.get(sign) ?? { next: new Map(), masks: new Set() };
    node.next.set(sign, next);
    node = next;
  }
  node.masks.add(mask);
}

function masksAt(node: Node, signs: readonly string[], at: number): readonly string[] {
  const sign = signs[at];
  if (sign === undefined) return [...node.masks];
  return [...new Set([sign, ...WILDCARDS])].flatMap((one) => {
    const next = node.next.get(one);
    return next === undefined ? [] : masksAt(next, signs, at + 1);
  });
}
