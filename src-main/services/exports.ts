import type { ServiceContext } from './context.ts';
import { findOutgoing } from './outgoing.ts';

/** Files going out; writing them is a job. */
export interface ExportService {
  /** The file behind a download id. @throws DomainError `not-found`. */
  file(downloadId: string): {
    readonly path: string;
    readonly fileName: string;
    readonly contentType: string;
  };
}

/** Makes the service. */
export function createExportService({ dataFolder }: Pick<ServiceContext, 'dataFolder'>): ExportService {
  return { file: (downloadId) => findOutgoing(dataFolder, downloadId) };
}
