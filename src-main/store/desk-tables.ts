import type { Generated } from 'kysely';
import type { ViewPage } from '../domain/saved-view.ts';

/** Who is responsible for a warehouse, and how many days a blank may be Overdue there. */
export interface WarehouseDutyTable {
  /** See `nameKey`. */
  warehouse_key: string;
  warehouse: string;
  responsible: string;
  /** Null for no limit. */
  due_days: number | null;
}

/** A named view of a page. What it shows is one JSON text. */
export interface SavedViewTable {
  id: Generated<number>;
  version: Generated<number>;
  page: ViewPage;
  name: string;
  /** See `nameKey`; unique on its page. */
  name_key: string;
  view: string;
}
