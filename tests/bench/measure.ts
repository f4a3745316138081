import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { onHandColumns } from '../../src-main/domain/on-hand.ts';
import { measureBoard } from './board.ts';
import { commits, fillWithSerials, scans } from './commits.ts';
import { hostFile, openDesk, type Desk } from './desk.ts';
import { createFigureLog, median, p95, timed, type FigureLog } from './figures.ts';
import { endOfJob, importFiles, type ImportTimes } from './import-files.ts';
import { makeData, type BenchFiles } from './make-data.ts';
import { filteredPages, pagesAt, pagesUntil, sortedPages, totals, type Times } from './pages.ts';
import { comparison } from './targets.ts';
import { hasSqlite, yardstick } from './yardstick.ts';

/** How often what a run repeats is measured; its figure is the median. */
const ROUNDS = 3;

/** How often each group is asked for its what-if. */
const WHAT_IF_ROUNDS = 10;

const say = (text: string): void => console.error(text);

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** What is measured, and where. */
export interface Run {
  /** Rows of the on-hand file. */
  readonly rows: number;
  /** Everything once, nothing repeated. */
  readonly quick: boolean;
  /** An empty folder for the files and the data. */
  readonly folder: string;
}

/**
 * Measures everything and prints it.
 * @throws Error where the desk does something else than what is to be measured.
 */
export async function measure({ rows, quick, folder: place }: Run): Promise<void> {
  const log = createFigureLog(rows);
  const peaks: (number | undefined)[] = [];
  const close = async (desk: Desk): Promise<void> => {
    peaks.push(desk.peakMemory());
    await desk.close();
  };
  say(`Measuring ${hostFile} with ${rows.toLocaleString('en')} rows of on-hand in ${place}`);
  const [load = 0] = loadavg();
  if (load > 1) say(`The machine is busy (load ${load.toFixed(1)}): the figures will be worse for it.`);
  const files = makeData(place, rows);

  const { desk, dataFolder } = await measureImport(log, files, place, quick ? 1 : ROUNDS, close);
  await measurePages(log, desk, rows);
  await measureBoard(log, desk, files);
  await measureWhatIf(log, desk);
  await measureStages(log, desk);
  await measureExport(log, desk);
  await measureSecondDay(log, desk, files);
  await close(desk);
  await measureFlow(log, dataFolder, rows);
  await measureStart(log, dataFolder, quick ? 1 : ROUNDS, close);

  const known = peaks.filter((peak) => peak !== undefined);
  if (known.length > 0) log.add('memory.peak', Math.max(...known), 'MB');
  else say('memory.peak is left out: this system does not tell the peak memory of a process.');
  for (const line of comparison(log.figures)) say(line);
}

/** Imports the first day into one fresh desk after the other, in turns with the yardstick. The last desk stays open. */
async function measureImport(
  log: FigureLog,
  { masterData, firstDay }: BenchFiles,
  place: string,
  rounds: number,
  close: (desk: Desk) => Promise<void>,
): Promise<{ readonly desk: Desk; readonly dataFolder: string }> {
  const compares = hasSqlite();
  if (!compares)
    say('import.ratio is left out: there is no sqlite3 program. On Debian: apt-get install -y sqlite3');
  const times: number[] = [];
  const yardsticks: number[] = [];
  for (let round = 1; ; round += 1) {
    if (compares) yardsticks.push(await yardstick(firstDay.path, firstDay.rows));
    const dataFolder = join(place, `data-${round}`);
    const desk = await openDesk(dataFolder);
    await importFiles(desk, masterData);
    const time = await importFiles(desk, [firstDay.path]);
    await checkRows(desk, firstDay.rows);
    say(`import: ${inWords(time)}${compares ? `; sqlite3: ${seconds(yardsticks.at(-1) ?? 0)}` : ''}`);
    times.push(time.all);
    if (round === rounds) {
      log.add('import.seconds', median(times) / 1000, 's');
      if (compares) log.add('import.ratio', median(times) / median(yardsticks), 'ratio');
      return { desk, dataFolder };
    }
    await close(desk);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function measurePages(log: FigureLog, desk: Desk, rows: number): Promise<void> {
  addTimes(log, 'page.start', await pagesAt(desk, rows, 0));
  addTimes(log, 'page.middle', await pagesAt(desk, rows, 0.5));
  addTimes(log, 'page.end', await pagesAt(desk, rows, 1));
  addTimes(log, 'page.sorted', await sortedPages(desk));
  addTimes(log, 'page.filtered', await filteredPages(desk));
  for (const serial of ['all', 'blank', 'captured'] as const)
    log.add(`totals.${serial}`, p95(await totals(desk, serial)), 'ms');
}

/** Asks what a change of capture would do to every group that has stock. */
async function measureWhatIf(log: FigureLog, desk: Desk): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < WHAT_IF_ROUNDS; round += 1)
    for (const { id, version, name, description, settings } of await desk.api.groups.list.query()) {
      if (!settings.serialNumber.active) continue;
      const captureSerialNumber = settings.captureSerialNumber === 'None' ? 'Picking' : 'None';
      const asked = {
        id,
        version,
        name,
        description,
        settings: { ...settings, captureSerialNumber } as const,
      };
      const { value, time } = await timed(() => desk.api.groups.whatIf.query(asked));
      if (!value.needsConfirmation) throw new Error(`Group ${name} has no stock to look at.`);
      times.push(time);
    }
  log.add('whatif.preview', p95(times), 'ms');
}

/** Asks what it would do to make packing stations of a fifth of all locations, which hold a fifth of the stock. */
async function measureStages(log: FigureLog, desk: Desk): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < WHAT_IF_ROUNDS; round += 1) {
    const patterns = [{ warehouse: '', pattern: 'PACK-*', stage: 'Packing' as const }];
    const { value, time } = await timed(() => desk.api.locationStages.whatIf.query({ patterns }));
    if (!value.needsConfirmation) throw new Error('No stock stands in the packing stations.');
    times.push(time);
  }
  log.add('whatif.stages', p95(times), 'ms');
}

async function measureExport(log: FigureLog, desk: Desk): Promise<void> {
  const columns = onHandColumns.filter(({ hidden }) => !hidden).map(({ key }) => key);
  const filter = { serial: 'all', search: '', conditions: [] } as const;
  const { time } = await timed(async () => {
    const { jobId } = await desk.api.exports.onHand.mutate({
      filter: { ...filter, conditions: [] },
      sort: [],
      columns,
    });
    await endOfJob(desk, jobId);
  });
  log.add('export.csv', time / 1000, 's');
}

/** Imports the next day's file into the full desk and asks for pages all the while. */
async function measureSecondDay(
  log: FigureLog,
  desk: Desk,
  { firstDay, secondDay }: BenchFiles,
): Promise<void> {
  const importing = importFiles(desk, [secondDay.path]);
  const times = await pagesUntil(desk, Math.min(firstDay.rows, secondDay.rows), importing);
  const time = await importing;
  await checkRows(desk, secondDay.rows);
  say(`import of the next day while ${times.length} pages were asked for: ${inWords(time)}`);
  log.add('import.again.seconds', time.all / 1000, 's');
  addTimes(log, 'import.page', times);
}

/** Commits serials in a process of its own, so that its peak memory is theirs; then scans among as many serials as rows. */
async function measureFlow(log: FigureLog, dataFolder: string, rows: number): Promise<void> {
  const desk = await openDesk(dataFolder);
  for (const [name, units] of [
    ['commit.10k', 10_000],
    ['commit.100k', 100_000],
  ] as const) {
    const { receive, pick, pack } = await commits(desk, units);
    say(`${name}: receive ${seconds(receive)}, pick ${seconds(pick)}, pack ${seconds(pack)}`);
    log.add(name, Math.max(receive, pick, pack) / 1000, 's');
  }
  const peak = desk.peakMemory();
  if (peak !== undefined) log.add('commit.memory', peak, 'MB');
  await fillWithSerials(desk, rows);
  addTimes(log, 'scan', await scans(desk, 10_000));
  await desk.close();
}

/** Starts new processes on the data until each has answered with a page. */
async function measureStart(
  log: FigureLog,
  dataFolder: string,
  rounds: number,
  close: (desk: Desk) => Promise<void>,
): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { value: desk, time } = await timed(async () => {
      const started = await openDesk(dataFolder);
      await started.api.onHand.page.query({ offset: 0, limit: 100 });
      return started;
    });
    times.push(time);
    await close(desk);
  }
  log.add('start.first-answer', median(times), 'ms');
}

function addTimes(log: FigureLog, name: string, times: Times): void {
  log.add(`${name}.p95`, p95(times), 'ms');
  log.add(`${name}.max`, Math.max(...times), 'ms');
}

/** Figures of a desk that holds something else would be worth nothing. */
async function checkRows(desk: Desk, rows: number): Promise<void> {
  const found = await desk.api.onHand.totals.query({ filter: { serial: 'all', search: '', conditions: [] } });
  if (found.rows !== rows) throw new Error(`The desk holds ${found.rows} rows after an import of ${rows}.`);
}

function inWords({ upload, inspect, confirm, all }: ImportTimes): string {
  return `${seconds(all)} (upload ${seconds(upload)}, inspect ${seconds(inspect)}, confirm ${seconds(confirm)})`;
}
