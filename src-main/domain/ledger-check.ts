/** What comparing the ledger with the on-hand found. */
export interface LedgerCheck {
  /** Rows of on-hand. */
  readonly rows: number;
  /** Inventory transactions. */
  readonly transactions: number;
  /** Stock rows and kept sums that are not what the ledger says. */
  readonly differences: number;
  /** The first of them, described for the user. */
  readonly first: readonly string[];
}
