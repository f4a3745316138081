/** The key under which two spellings of a name are the same: neither case nor the way accents are encoded counts. */
export function nameKey(name: string): string {
  return name.toUpperCase().normalize('NFC');
}
