import { isGtin } from './gtin.ts';

/** What a GS1 label says of a unit; empty where it does not say it. */
export interface Gs1Label {
  /** AI 01, 14 digits. */
  readonly gtin: string;
  /** AI 10. */
  readonly batch: string;
  /** AI 21. */
  readonly serial: string;
  /** AI 37: how many units a package holds; 0 where it is not said. */
  readonly count: number;
}

/** A text that is a GS1 label but cannot be read. */
export interface DamagedLabel {
  readonly problem: string;
}

/** The sign between two elements of a label (GS), which a scanner sends for FNC1. */
export const FNC1 = '\u001D';

/** What scanners put before a GS1 label: GS1-128, Data Matrix, QR code, DataBar, DotCode. */
const SYMBOLOGY = /^\](?:C1|d2|Q3|e0|J1)/;

/** Longest text that can be a label, in characters: a Data Matrix holds fewer. */
const LONGEST_LABEL = 3_000;

/* eslint-disable-next-line no-control-regex -- what a scanner sends around a label, all but FNC1 */
const AROUND = /^[\s\u0000-\u001c\u001e\u001f]+|[\s\u0000-\u001c\u001e\u001f]+$/g;

/** Digits of an application identifier, by its first two; those not named have two. */
const longIdentifiers: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['23', '24', '25', '40', '41', '42', '71'].map((start) => [start, 3])),
  ...Object.fromEntries(
    ['31', '32', '33', '34', '35', '36', '39', '43', '70', '72', '80', '81', '82'].map((start) => [start, 4]),
  ),
};

/** First two digits of the identifiers that have two. */
const shortIdentifiers = /^(?:0[0-4]|1[0-9]|2[0-2]|30|37|9[0-9])$/;

/** Digits of a value whose length is fixed, so that nothing ends it, by the first two of its identifier (GS1, 7.8.5). */
const fixedLengths: Readonly<Record<string, number>> = {
  '00': 18,
  '01': 14,
  '02': 14,
  '03': 14,
  '04': 16,
  '20': 2,
  '41': 13,
  ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`1${index + 1}`, 6])),
  ...Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`3${index + 1}`, 6])),
};

/** Most characters of a value that FNC1 or the end of the label ends; those not named have 90. */
const longestValues: Readonly<Record<string, number>> = { '10': 20, '21': 20, '22': 20, '30': 8, '37': 8 };

type Element = readonly [identifier: string, value: string];

/**
 * Reads a GS1 label. Only a text with a scanner's GS1 prefix, FNC1, or identifiers in parentheses is one; whatever else
 * is a plain serial, which nothing here changes.
 * @param sign what the scanner sends instead of FNC1, e.g. `~`; empty where it sends FNC1. A text with it is a label
 * only if it begins with a GTIN and can be read throughout.
 * @returns undefined for a plain text.
 */
export function readGs1(text: string, sign = ''): Gs1Label | DamagedLabel | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const scanned = text.replace(AROUND, '');
  const prefixed = SYMBOLOGY.test(scanned);
  const body = scanned.replace(SYMBOLOGY, '');
  if (prefixed || body.includes(FNC1)) {
    const label = labelOf(elementsOf(sign === '' ? body : body.replaceAll(sign, FNC1)));
    // A lone FNC1 at the end is what a scanner was set up to send, not a sign of a label.
    return 'problem' in label && !prefixed && body.indexOf(FNC1) === body.length - 1 ? undefined : label;
  }
  if (sign !== '' && body.includes(sign)) {
    const label = labelOf(elementsOf(body.replaceAll(sign, FNC1)));
    return 'problem' in label || label.gtin === '' ? undefined : label;
  }
  if (!/^\(\d{2,4}\)/.test(body)) return undefined;
  const label = labelOf(readableElementsOf(body));
  return 'problem' in label && !/^\((?:01|21)\)/.test(body) ? undefined : label;
}

function identifierAt(text: string): string | undefined {
  const start = text.slice(0, 2);
  const identifier = text.slice(0, longIdentifiers[start] ?? 2);
  const known = start in longIdentifiers || shortIdentifiers.test(start);
  return known && /^\d+$/.test(identifier) && identifier.length === (longIdentifiers[start] ?? 2)
    ? identifier
    : undefined;
}

function elementsOf(body: string): readonly Element[] | DamagedLabel {
  const elements: Element[] = [];
  let rest = body;
  for (;;) {
    while (rest.startsWith(FNC1)) rest = rest.slice(1);
    if (rest === '') return elements;
    const identifier = identifierAt(rest);
    if (identifier === undefined)
      return { problem: `at ${shown(rest)} no GS1 application identifier begins` };
    const begin = identifier.length;
    const fixed = fixedLengths[identifier.slice(0, 2)];
    const mark = rest.indexOf(FNC1);
    const end = fixed === undefined ? (mark < 0 ? rest.length : mark) : begin + fixed;
    elements.push([identifier, rest.slice(begin, end)]);
    rest = rest.slice(end);
  }
}

/** The form that people read: `(01)…(21)…`. */
function readableElementsOf(body: string): readonly Element[] | DamagedLabel {
  const elements: [identifier: string, value: string][] = [];
  for (const part of body.split(/(?=\(\d{2,4}\))/)) {
    const [, identifier = '', value = ''] = /^\((\d{2,4})\)(.*)$/s.exec(part) ?? [];
    const last = elements.at(-1);
    if (identifierAt(identifier) === identifier) elements.push([identifier, value.trim()]);
    // Parentheses belong to a value as well.
    else if (last !== undefined) last[1] += part.trimEnd();
    else return { problem: `${shown(part)} has no known GS1 application identifier` };
  }
  return elements;
}

function labelOf(elements: readonly Element[] | DamagedLabel): Gs1Label | DamagedLabel {
  if ('problem' in elements) return elements;
  const values = new Map<string, string>();
  for (const [identifier, value] of elements) {
    const problem = problemOf(identifier, value);
    if (problem !== undefined) return { problem };
    if ((values.get(identifier) ?? value) !== value) return { problem: `(${identifier}) stands in it twice` };
    values.set(identifier, value);
  }
  return {
    gtin: values.get('01') ?? '',
    batch: values.get('10') ?? '',
    serial: values.get('21') ?? '',
    count: Number(values.get('37') ?? 0),
  };
}

function problemOf(identifier: string, value: string): string | undefined {
  const fixed = fixedLengths[identifier.slice(0, 2)];
  const longest = longestValues[identifier] ?? 90;
  if (value === '') return `(${identifier}) has no value`;
  if (fixed !== undefined && !(value.length === fixed && /^\d+$/.test(value)))
    return `(${identifier}) ${shown(value)} has not ${fixed} digits`;
  if (value.length > longest) return `(${identifier}) ${shown(value)} is longer than ${longest} characters`;
  if (identifier === '37' && !/^\d+$/.test(value)) return `(37) ${shown(value)} is not a number`;
  if (identifier === '01' && !isGtin(value))
    return `the last digit of the GTIN ${value} does not fit the others`;
  return undefined;
}

function shown(text: string): string {
  const printed = text.replaceAll(FNC1, ' ').trim();
  return printed.length > 24 ? `${printed.slice(0, 23)}…` : printed;
}
