import { DomainError } from '../domain/problem.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './xml-reader.ts';
import { readZipped, type ZippedFile } from './zip-archive.ts';

/** Largest Manifest.xml, in bytes; one of a thousand entities is far below. */
const MAX_MANIFEST = 16 * 1024 * 1024;

/** An entity of a data package, with the file that holds its rows. */
export interface PackagedEntity {
  /** As Dynamics calls it on screen, e.g. `Tracking dimension groups`. */
  readonly name: string;
  readonly file: ZippedFile;
  /** Columns that the package gives another name than its file: from the file's, in capitals, to the entity's. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Whether files of a zip file are those of a data package of Dynamics 365, in whatever folder. */
export const isDataPackage = (files: readonly ZippedFile[]): boolean => files.some(isManifest);

const isManifest = ({ name }: ZippedFile): boolean => baseName(name).toLowerCase() === 'manifest.xml';

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Characters that Dynamics leaves out of the names of the files. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.[^.]*$/, '')
    .replace(/[\\/:*?"<>|]/g, '');

/**
 * Reads what a data package says it holds: its Manifest.xml, of any version, in UTF-8 or UTF-16. Elements that this app
 * does not know are passed over, as Dynamics does.
 * @throws DomainError `unreadable-file` where the manifest is damaged, or names a file that is not there.
 */
export async function readDataPackage(files: readonly ZippedFile[]): Promise<readonly PackagedEntity[]> {
  const manifest = files.find(isManifest);
  if (manifest === undefined) return [];
  const text = decode(await readZipped(manifest, MAX_MANIFEST));
  const root = readXml(manifest.name, text);
  return childrenOf(root, 'PackageEntityList').flatMap((list) =>
    childrenOf(list, 'DataManagementPackageEntityData').map((entity): PackagedEntity => {
      const name = textOf(entity, 'EntityName');
      const path = textOf(entity, 'InputFilePath');
      const wanted = [plainName(baseName(path.replaceAll('\\', '/'))), plainName(name)];
      const file = wanted
        .filter((one) => one !== '')
        .map((one) => files.find((candidate) => plainName(baseName(candidate.name)) === one))
        .find((one) => one !== undefined);
      if (file === undefined)
        throw new DomainError(
          'unreadable-file',
          `The package is not whole: the file ${path || 'with the rows'} of the entity ${name} is missing. Export it again.`,
        );
      return { name, file, columns: renamedColumns(entity) };
    }),
  );
}

function renamedColumns(entity: XmlElement): ReadonlyMap<string, string> {
  const maps = childrenOf(entity, 'EntityMapList').flatMap((list) => childrenOf(list, 'EntityMap'));
  return new Map(
    maps.flatMap((map): [string, string][] => {
      const from = textOf(map, 'XMLField').toUpperCase();
      const to = textOf(map, 'EntityField');
      return from === '' || to === '' || from === to.toUpperCase() ? [] : [[from, to]];
    }),
  );
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
