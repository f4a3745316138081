import type { GridApi, IRowNode } from 'ag-grid-community';

/** Rows of one block, see `cacheBlockSize`. */
export const BLOCK_ROWS = 100;

/** Blocks the grid keeps; as many rows can be selected at once. */
export const KEPT_BLOCKS = 100;

/**
 * Selects all rows from one position to another. Those that were never on screen are loaded first.
 * @param nextAnswer resolves when a block of rows has come.
 * @returns false where that are more rows than the grid keeps; nothing is selected then.
 */
export async function selectRows(
  api: GridApi,
  from: number,
  to: number,
  nextAnswer: () => Promise<void>,
): Promise<boolean> {
  const [first, last] = from < to ? [from, to] : [to, from];
  const firstBlock = Math.floor(first / BLOCK_ROWS);
  const lastBlock = Math.floor(last / BLOCK_ROWS);
  if (lastBlock - firstBlock >= KEPT_BLOCKS) return false;
  for (let block = firstBlock; block <= lastBlock; block += 1) {
    const inBlock = Math.max(first, block * BLOCK_ROWS);
    // Asking for a row makes the grid load its block.
    while (!api.isDestroyed() && isMissing(api.getDisplayedRowAtIndex(inBlock))) await nextAnswer();
  }
  if (api.isDestroyed()) return true;
  const nodes: IRowNode[] = [];
  api.forEachNode((node) => {
    const { rowIndex, data } = node;
    if (rowIndex !== null && rowIndex >= first && rowIndex <= last && data !== undefined) nodes.push(node);
  });
  api.setNodesSelected({ nodes, newValue: true });
  return true;
}

function isMissing(node: IRowNode | undefined): boolean {
  return node !== undefined && node.data === undefined;
}
