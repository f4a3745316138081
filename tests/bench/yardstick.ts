import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { onHandFileColumns } from '../../src-main/domain/dynamics-columns.ts';
import { stockDimensions } from '../../src-main/domain/on-hand.ts';
import { onHandIndexes } from '../../src-main/store/on-hand-indexes.ts';
import { snake } from '../../src-main/store/snake.ts';
import { timed } from './figures.ts';
import { onHandHeader } from './stock-rows.ts';

/** Whether the command-line program of SQLite is there. */
export const hasSqlite = (): boolean => spawnSync('sqlite3', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * How long SQLite's own program takes for the same file, in milliseconds: its `.import`, without any check, into the
 * columns of on-hand in a new database with the program's default settings, then the indexes of on-hand.
 * @throws Error where it fails or loads another number of rows.
 */
export async function yardstick(file: string, rows: number): Promise<number> {
  const database = join(dirname(file), 'yardstick.db');
  rmSync(database, { force: true });
  const { value, time } = await timed(() => runSqlite(database, commands(basename(file))));
  const count = spawnSync('sqlite3', [database, 'SELECT count(*) FROM on_hand'], { encoding: 'utf8' });
  rmSync(database, { force: true });
  if (value !== 0 || Number(count.stdout) !== rows)
    throw new Error('sqlite3 could not load the on-hand file.');
  return time;
}

function commands(file: string): string {
  const fields = onHandHeader.map(
    (name) => onHandFileColumns.find(({ names }) => names.includes(name))?.field,
  );
  const columns = fields.map(
    (field) => `${snake(field ?? '')} ${field === 'quantity' ? 'INTEGER' : 'TEXT'} NOT NULL`,
  );
  // Dimensions that the file lacks cost .import nothing when they come afterwards: existing rows are not rewritten.
  const absent = stockDimensions.filter((dimension) => !fields.includes(dimension)).map(snake);
  return [
    '.bail on',
    `CREATE TABLE on_hand (${columns.join(', ')});`,
    `.import --csv --skip 1 ${file} on_hand`,
    ...absent.map((column) => `ALTER TABLE on_hand ADD COLUMN ${column} TEXT NOT NULL DEFAULT '';`),
    ...Object.values(onHandIndexes).map((sql) => `${sql};`),
    '',
  ].join('\n');
}

/** Runs commands beside the database, so that no path has to be quoted. Resolves with the exit code. */
function runSqlite(database: string, input: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('sqlite3', ['-batch', basename(database)], {
      cwd: dirname(database),
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', resolve);
    child.stdin.end(input);
  });
}
