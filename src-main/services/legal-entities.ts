import { z } from 'zod';
import { cleanText } from '../domain/blank.ts';
import { DomainError } from '../domain/problem.ts';
import { shortened } from '../domain/shortened.ts';
import type { CsvRecord } from '../files/csv-reader.ts';
import type { RecognisedHeader } from '../files/recognise.ts';
import { readSetting, saveSetting } from '../store/setting-queries.ts';
import type { Store } from '../store/store.ts';

/** Watches the legal entity that the rows of all files of an import name. */
export interface LegalEntityCheck {
  /**
   * Passes records on while they name one legal entity, the one that the data has.
   * @throws DomainError `unreadable-file` at the first row of another one.
   */
  watch(header: RecognisedHeader, batches: Iterable<readonly CsvRecord[]>): Iterable<readonly CsvRecord[]>;
  /** The legal entity that the data has, or that the files name which were read to their end. */
  found(): string | undefined;
}

/** Makes the check: one data file holds the stock of one legal entity. @param stored the one that it holds already. */
export function checkLegalEntities(stored: string | undefined): LegalEntityCheck {
  let found = stored;
  const refuse = (line: number, entity: string, others: string): never => {
    const sentence =
      stored === undefined
        ? `Row ${line} belongs to the legal entity ${entity}, other rows to ${others}. Export one legal entity at a time.`
        : `Row ${line} belongs to the legal entity ${entity}, the data here to ${others}. Keep each legal entity in a data folder of its own, or start over in Settings.`;
    throw new DomainError('unreadable-file', sentence);
  };
  function* watched(
    batches: Iterable<readonly CsvRecord[]>,
    column: number,
  ): Generator<readonly CsvRecord[]> {
    let own = found;
    for (const batch of batches) {
      for (const { fields, line } of batch) {
        const entity = cleanText(fields[column] ?? '').toUpperCase();
        if (entity === '') continue;
        own ??= entity;
        if (entity !== own) refuse(line, shortened(entity), shortened(own));
      }
      yield batch;
    }
    found = own;
  }
  return {
    found: () => found,
    watch: (header, batches) => (header.legalEntity < 0 ? batches : watched(batches, header.legalEntity)),
  };
}

/** The legal entity of the data, once a file has named it. */
export function readLegalEntity(store: Store): string | undefined {
  const stored = readSetting(store, 'legal-entity');
  return stored === undefined ? undefined : z.string().parse(stored);
}

/** Remembers the legal entity of the data. */
export function saveLegalEntity(store: Store, legalEntity: string): void {
  saveSetting(store, 'legal-entity', legalEntity);
}
