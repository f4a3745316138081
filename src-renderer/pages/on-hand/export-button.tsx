import type { ReactElement } from 'react';
import type { OnHandColumn } from '../../../src-main/domain/on-hand.ts';
import { apiClient } from '../../api/client.ts';
import { createFileExporter } from '../../app/file-export.ts';
import { FileExportButton } from '../../app/file-export-button.tsx';
import type { OnHandView } from './on-hand-view.ts';

/** What is exported. */
export interface ExportButtonProps {
  readonly view: OnHandView;
  /** The columns in the order in which they stand on screen. */
  readonly columns: readonly OnHandColumn['key'][];
}

const exporter = createFileExporter();

/** The button **Export**: writes the rows that the filter shows into a file, and shows how far it is. */
export function ExportButton({ view: { filter, sort }, columns }: ExportButtonProps): ReactElement {
  return (
    <FileExportButton
      exporter={exporter}
      name="Exporting on-hand"
      disabled={columns.length === 0}
      ask={() =>
        apiClient.exports.onHand.mutate({
          filter: { ...filter, conditions: [...filter.conditions] },
          sort: [...sort],
          columns: [...columns],
        })
      }
    />
  );
}
