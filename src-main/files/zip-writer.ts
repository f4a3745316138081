import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** A file that goes into a zip file: its name, and its bytes in pieces. */
export interface FileToZip {
  readonly name: string;
  readonly pieces: Iterable<Uint8Array>;
}

/** Writes a zip file to a path, one file after the other and without holding them. */
export function writeZip(path: string, files: Iterable<FileToZip>): void {
  const target = openSync(path, 'w');
  try {
    const zip = new Zip((error, bytes) => {
      if (error !== null) throw error;
      writeSync(target, bytes);
    });
    for (const { name, pieces } of files) {
      const entry = new ZipDeflate(name, { level: 6 });
      zip.add(entry);
      for (const piece of pieces) entry.push(piece);
      entry.push(new Uint8Array(), true);
    }
    zip.end();
  } finally {
    closeSync(target);
  }
}
