import type { Place } from '../domain/proposed-pattern.ts';
import { stageUnder } from '../domain/location-stage.ts';
import type { LocationStage } from '../domain/verdict.ts';
import { listLocationPatterns } from './location-stage-queries.ts';
import { moveStages, type StageMove } from './stage-moves.ts';
import type { Store } from './store.ts';

/** A place that has held stock, with the stage that the patterns give it. */
export interface StagedPlace extends Place {
  readonly stage: LocationStage;
}

/** Every place that holds stock or has held it, by warehouse and location. */
export function listPlaces(store: Store): readonly StagedPlace[] {
  return store.allSql('SELECT warehouse, location, stage FROM main.places');
}

/**
 * The stage of a place. A place that has not held stock before is remembered, so this is called, in the transaction
 * that changes the on-hand, for every place that stock comes to or leaves.
 */
export function stageAt(store: Store, warehouse: string, location: string): LocationStage {
  const [known] = store.allSql<{ stage: LocationStage }>(
    'SELECT stage FROM main.places WHERE warehouse = ? AND location = ?',
    [warehouse, location],
  );
  if (known !== undefined) return known.stage;
  const stage = stageUnder(listLocationPatterns(store))(warehouse, location);
  addPlaces(store, [{ warehouse, location, stage }]);
  return stage;
}

/** Remembers the places of staged rows that have not held stock before. */
export function addStagedPlaces(store: Store): void {
  const fresh = store.allSql<Place>(
    `SELECT warehouse, location FROM staging.places
     EXCEPT SELECT warehouse, location FROM main.places`,
  );
  if (fresh.length === 0) return;
  const stageOf = stageUnder(listLocationPatterns(store));
  addPlaces(
    store,
    fresh.map(({ warehouse, location }) => ({ warehouse, location, stage: stageOf(warehouse, location) })),
  );
}

function addPlaces(store: Store, places: readonly StagedPlace[]): void {
  store.runSql(
    `INSERT INTO main.places (warehouse, location, stage)
     SELECT value ->> 'warehouse', value ->> 'location', value ->> 'stage' FROM json_each(?)`,
    [JSON.stringify(places)],
  );
}

/**
 * Brings the places, and the sums by stage, up to date with the patterns, in the transaction that changed these.
 * @returns the stock that came to another stage.
 */
export function settleStages(store: Store): readonly StageMove[] {
  const stageOf = stageUnder(listLocationPatterns(store));
  const moves = listPlaces(store)
    .map(({ stage, ...place }) => ({ ...place, from: stage, to: stageOf(place.warehouse, place.location) }))
    .filter(({ from, to }) => from !== to);
  const moved = moveStages(store, moves);
  store.runSql(
    `UPDATE main.places AS p SET stage = m.value ->> 'to' FROM json_each(?) m
     WHERE p.warehouse = m.value ->> 'warehouse' AND p.location = m.value ->> 'location'`,
    [JSON.stringify(moves)],
  );
  return moved;
}
