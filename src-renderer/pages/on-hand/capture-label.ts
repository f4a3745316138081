/** How the column Capture writes a value; items that do not track serial numbers have none. */
export function captureLabel(value: string): string {
  return value === '' ? 'Not tracked' : value;
}
