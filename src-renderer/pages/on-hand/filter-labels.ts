import { onHandColumns } from '../../../src-main/domain/on-hand.ts';
import type { OnHandCondition } from '../../../src-main/domain/on-hand-query.ts';
import { formatDays, formatQuantity } from '../../app/format.ts';
import { captureLabel } from './capture-label.ts';

const verbs: Readonly<Record<OnHandCondition['operator'], string>> = {
  contains: 'contains',
  notContains: 'does not contain',
  equals: 'is',
  notEqual: 'is not',
  startsWith: 'begins with',
  endsWith: 'ends with',
  blank: 'is blank',
  notBlank: 'is not blank',
  oneOf: 'is',
  eq: '=',
  ne: '≠',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  between: 'from',
};

/** A condition in words, e.g. `Item number contains D1`. */
export function conditionLabel(condition: OnHandCondition): string {
  const label = onHandColumns.find(({ key }) => key === condition.column)?.label ?? condition.column;
  return `${label} ${verbs[condition.operator]}${valueLabel(condition)}`;
}

function valueLabel(condition: OnHandCondition): string {
  const number = condition.column === 'age' ? formatDays : formatQuantity;
  if ('value' in condition) return ` ${condition.value}`;
  if ('values' in condition) return ` ${condition.values.map(captureLabel).join(' or ')}`;
  if ('numberTo' in condition) return ` ${number(condition.number)} to ${number(condition.numberTo)}`;
  return 'number' in condition ? ` ${number(condition.number)}` : '';
}
