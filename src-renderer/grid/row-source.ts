import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import { fromFilterModel } from './filter-model.ts';
import type { GridPage, GridRequest } from './grid-types.ts';

/** Blocks whose rows stay known by their position. */
const KNOWN_BLOCKS = 40;

/** What a row source needs of its grid. */
export interface RowSourceOptions<Row> {
  readonly load: (request: GridRequest) => Promise<GridPage<Row>>;
  /** The number of rows, with every answer that still counts. */
  readonly onTotal: (total: number) => void;
  /** An error that still counts, or undefined once rows came again. */
  readonly onError: (error: unknown) => void;
}

/** The rows behind the grid: AG Grid's datasource, and what last stood at a position. */
export interface RowSource<Row> extends IDatasource {
  /**
   * The row that was last known at a position. It fills the place while the right one is on its way, so that nothing
   * flickers when a filter or the order changes.
   */
  rowAt(index: number): Row | undefined;
  /** Says that all answers from now on belong to other rows. */
  renew(): void;
  /** Resolves with the next answer. @throws where it is an error. */
  nextAnswer(): Promise<void>;
}

/** Makes the rows behind one grid. */
export function createRowSource<Row>({ load, onTotal, onError }: RowSourceOptions<Row>): RowSource<Row> {
  const known = new Map<number, { readonly turn: number; readonly rows: readonly Row[] }>();
  let turn = 0;
  let asked = '';
  let size = 1;
  let waiting: PromiseWithResolvers<void>[] = [];

  const learn = (offset: number, rows: readonly Row[]): void => {
    for (const [start, block] of known) if (block.turn !== turn) known.delete(start);
    known.delete(offset);
    known.set(offset, { turn, rows });
    const [oldest] = known.keys();
    if (known.size > KNOWN_BLOCKS && oldest !== undefined) known.delete(oldest);
  };

  const answer = async (params: IGetRowsParams<Row>): Promise<void> => {
    const { startRow: offset, endRow, sortModel, filterModel } = params;
    const question = JSON.stringify([filterModel, sortModel]);
    if (question !== asked) turn += 1;
    asked = question;
    size = endRow - offset;
    const own = turn;
    try {
      const { rows, total } = await load({
        offset,
        limit: size,
        filters: fromFilterModel(filterModel),
        sort: sortModel.map(({ colId, sort }) => ({ column: colId, descending: sort === 'desc' })),
      });
      if (own === turn) {
        learn(offset, rows);
        onTotal(total);
        onError(undefined);
      }
      // The grid itself ignores what comes too late; it must hear of it all the same, to ask for more.
      params.successCallback([...rows], total);
      settle((one) => one.resolve());
    } catch (error) {
      params.failCallback();
      if (own === turn) onError(error);
      settle((one) => one.reject(error));
    }
  };

  const settle = (how: (one: PromiseWithResolvers<void>) => void): void => {
    const settled = waiting;
    waiting = [];
    settled.forEach(how);
  };

  return {
    getRows: (params: IGetRowsParams<Row>) => void answer(params),
    rowAt: (index) => known.get(index - (index % size))?.rows[index % size],
    renew: () => {
      turn += 1;
    },
    nextAnswer: () => {
      const next = Promise.withResolvers<void>();
      waiting.push(next);
      return next.promise;
    },
  };
}
