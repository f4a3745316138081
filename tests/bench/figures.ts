/** What a figure is measured in. */
export type Unit = 's' | 'ms' | 'MB' | 'ratio';

/** One result of a run. */
export interface Figure {
  readonly name: string;
  /** Rows of the on-hand file it was measured with. */
  readonly rows: number;
  readonly value: number;
  readonly unit: Unit;
}

/** Collects figures and prints each as one JSON line on standard output as soon as it is known. */
export interface FigureLog {
  readonly figures: readonly Figure[];
  add(name: string, value: number, unit: Unit): void;
}

/** Makes the log of a run over so many rows. */
export function createFigureLog(rows: number, print: (line: string) => void = console.log): FigureLog {
  const figures: Figure[] = [];
  return {
    figures,
    add: (name, value, unit) => {
      const figure = { name, rows, value: Math.round(value * 1000) / 1000, unit };
      figures.push(figure);
      print(JSON.stringify(figure));
    },
  };
}

/** The value that 95 of 100 do not exceed (nearest rank). */
export const p95 = (values: readonly number[]): number => rank(values, 0.95);

/** The middle value. */
export const median = (values: readonly number[]): number => rank(values, 0.5);

function rank(values: readonly number[], share: number): number {
  const value = values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** Runs work and says how long it took, in milliseconds. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly time: number }> {
  const start = performance.now();
  const value = await work();
  return { value, time: performance.now() - start };
}
