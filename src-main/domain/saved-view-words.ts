import type { GridCondition } from './grid-condition.ts';
import { NOTHING } from './group-field.ts';
import { onHandColumns } from './on-hand.ts';
import { writeQuantity } from './quantity.ts';
import type { ViewContent, ViewInput, ViewPage } from './saved-view.ts';

const pages: Readonly<Record<ViewPage, string>> = { 'on-hand': 'On-hand', gaps: 'Gaps' };

const signs: Readonly<Record<string, string>> = { eq: '=', ne: '≠', lt: '<', lte: '≤', gt: '>', gte: '≥' };

const columnOf = (key: string) => onHandColumns.find((column) => column.key === key);

const labelOf = (key: string): string => columnOf(key)?.label ?? key;

/** What a view is, field by field in words, as the history shows it. */
export function viewFields({ page, name, view }: ViewInput): ReadonlyMap<string, string> {
  const shown = view.columns.filter(({ hidden }) => !hidden);
  const choices = Object.entries(view.choices).map(([key, value]) => `${key} ${value}`);
  return new Map([
    ['Name', name],
    ['Page', pages[page]],
    ['Search', view.search === '' ? NOTHING : view.search],
    ['Choices', listed(choices)],
    ['Items', view.list === undefined ? NOTHING : 'What a change reached'],
    ['Filters', listed(view.conditions.map(conditionWords))],
    [
      'Order',
      listed(view.sort.map(({ column, descending }) => `${labelOf(column)} ${descending ? '↓' : '↑'}`)),
    ],
    [
      'Columns',
      listed(shown.map(({ key, pinned }) => (pinned === null ? labelOf(key) : `${labelOf(key)} (pinned)`))),
    ],
    ['Column widths', listed(shown.map(widthWords))],
  ]);
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? NOTHING : parts.join(', ');
}

function widthWords({ width }: ViewContent['columns'][number]): string {
  return width === null ? 'rest' : String(Math.round(width));
}

function conditionWords(condition: GridCondition): string {
  const { column, operator } = condition;
  // `notContains` reads as `not contains`.
  const verb = signs[operator] ?? operator.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const number = (value: number): string =>
    columnOf(column)?.kind === 'quantity' ? writeQuantity(value) : String(value);
  const what =
    'values' in condition
      ? condition.values.map((value) => (value === '' ? NOTHING : value)).join(' or ')
      : 'value' in condition
        ? condition.value
        : 'numberTo' in condition
          ? `${number(condition.number)} and ${number(condition.numberTo)}`
          : 'number' in condition
            ? number(condition.number)
            : '';
  return [labelOf(column), verb, what].filter((part) => part !== '').join(' ');
}
