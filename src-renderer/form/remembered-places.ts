/** Most warehouses whose location is remembered. */
const KEPT = 50;

/** Locations that were used last, by warehouse. */
export type RememberedPlaces = Readonly<Record<string, string>>;

/** Reads what was remembered; anything else is as if nothing was. */
export function readPlaces(text: string | null): RememberedPlaces {
  try {
    const known = Object(JSON.parse(text ?? 'null')) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** What to remember once a location was used in a warehouse. */
export function withPlace(places: RememberedPlaces, warehouse: string, location: string): string {
  const others = Object.entries(places).filter(([name]) => name !== warehouse);
  return JSON.stringify(Object.fromEntries([...others.slice(-KEPT + 1), [warehouse, location]]));
}
