/** A rectangle of the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest window in which every screen is usable. */
export const MIN_SIZE = { width: 1024, height: 700 } as const;

/** Size of the first window. */
export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;

/** Brings remembered bounds onto the area: not smaller than usable, not larger than the area, all of it inside. */
export function fitBounds(wanted: Bounds, area: Bounds): Bounds {
  const width = clamp(wanted.width, MIN_SIZE.width, area.width);
  const height = clamp(wanted.height, MIN_SIZE.height, area.height);
  return {
    x: clamp(wanted.x, area.x, area.x + area.width - width),
    y: clamp(wanted.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** Where the limits contradict each other (a screen smaller than the smallest window), the upper one wins. */
function clamp(value: number, lower: number, upper: number): number {
  return Math.min(Math.max(value, lower), upper);
}
