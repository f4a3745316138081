import { useCallback } from 'react';
import type { WhatIf } from '../../src-main/domain/what-if.ts';
import { problemOf } from '../api/client.ts';
import { useWhatIf } from './what-if-dialog.tsx';

/** A change that may reach stock. */
export interface GovernedChange<Result> {
  /** What it is, as the dialog asks it, e.g. `Save SerPick?`. */
  readonly title: string;
  /** Address of the on-hand page with all rows that it reaches, where one lasting filter names them. */
  readonly all?: string;
  readonly preview: () => Promise<WhatIf>;
  /** @param confirmed the revision of the preview that the user has confirmed, or that reached no stock. */
  readonly make: (confirmed: number) => Promise<Result>;
}

/** Makes a change; undefined where the user thought better of it. Throws what the API says. */
export type MakeChange = <Result>(change: GovernedChange<Result>) => Promise<Result | undefined>;

/** How to make a change that may reach stock: previewed, confirmed, and previewed anew where the data changed meanwhile. */
export function useConfirmedChange(): MakeChange {
  const askWhatIf = useWhatIf();
  return useCallback<MakeChange>(
    async ({ title, all, preview, make }) => {
      for (let again = false; ; again = true) {
        const found = await preview();
        const rows = all ?? listAddress(found.list);
        if (found.needsConfirmation && !(await askWhatIf(found, title, rows, again))) return undefined;
        try {
          return await make(found.revision);
        } catch (error) {
          if (problemOf(error).code !== 'needs-confirmation') throw error;
        }
      }
    },
    [askWhatIf],
  );
}

/** The address of the on-hand page with the rows of a kept list of items. */
export function listAddress(list: string | null): string | undefined {
  return list === null ? undefined : `/on-hand?${new URLSearchParams({ list }).toString()}`;
}
