/** Reasons why a label is not scanned that are offered; any other can be written. */
export const usualReasons: readonly string[] = [
  'Label missing',
  'Label damaged',
  'Label cannot be scanned',
  'Label under the packaging',
];
