import { writeFileSync } from 'node:fs';
import { DomainError } from '../domain/problem.ts';
import { writeConfigurationCsv, writeConfigurationJson } from '../files/configuration-file.ts';
import { listGroups } from '../store/group-queries.ts';
import { listLocationPatterns } from '../store/location-stage-queries.ts';
import type { ServiceContext } from './context.ts';
import { createOutgoing, findOutgoing, type Download } from './outgoing.ts';

/** Formats of a configuration file. */
export type ConfigurationFormat = 'json' | 'csv';

/** Use cases of files going out; a large on-hand export is a job. */
export interface ExportService {
  /**
   * Writes the tracking dimension groups (all, or those named by id) to a file. With all of them, the location stages go
   * into the app's own format too.
   */
  configuration(format: ConfigurationFormat, ids: readonly number[] | undefined): Download;
  /** The file behind a download id. @throws DomainError `not-found`. */
  file(downloadId: string): {
    readonly path: string;
    readonly fileName: string;
    readonly contentType: string;
  };
}

const formats = {
  json: { fileName: 'configuration.scdesk', contentType: 'application/json', write: writeConfigurationJson },
  csv: {
    // The name that Dynamics' data management gives the entity's file.
    fileName: 'Tracking dimension groups.csv',
    contentType: 'text/csv; charset=utf-8',
    write: writeConfigurationCsv,
  },
} as const;

/** Makes the service. */
export function createExportService({
  store,
  dataFolder,
}: Pick<ServiceContext, 'store' | 'dataFolder'>): ExportService {
  return {
    configuration: (format, ids) => {
      const wanted = ids === undefined ? undefined : new Set(ids);
      const groups = listGroups(store).filter(({ id }) => wanted?.has(id) ?? true);
      const patterns = format === 'json' && ids === undefined ? listLocationPatterns(store) : [];
      if (groups.length + patterns.length === 0)
        throw new DomainError('not-found', 'There are no tracking dimension groups to export.');
      const { fileName, contentType, write } = formats[format];
      const { path, ...download } = createOutgoing(dataFolder, fileName, contentType);
      writeFileSync(path, write(groups, patterns));
      return download;
    },
    file: (downloadId) => findOutgoing(dataFolder, downloadId),
  };
}
