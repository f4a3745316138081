import { sql, type RawBuilder } from 'kysely';
import type { GridCondition } from '../domain/grid-condition.ts';

type Fragment = RawBuilder<unknown>;

/** The pattern that finds a text anywhere. */
export function likePattern(text: string): string {
  return `%${escapeLike(text)}%`;
}

/** Whether an expression fits a pattern, in any case. */
export function like(expression: Fragment, pattern: string): Fragment {
  return sql`${expression} LIKE ${pattern} ESCAPE '\\'`;
}

/** A condition on the expression of its column. */
export function conditionTest(condition: GridCondition, expression: Fragment): Fragment {
  switch (condition.operator) {
    case 'contains':
      return like(expression, likePattern(condition.value));
    case 'notContains':
      return sql`NOT (${like(expression, likePattern(condition.value))})`;
    case 'startsWith':
      return like(expression, `${escapeLike(condition.value)}%`);
    case 'endsWith':
      return like(expression, `%${escapeLike(condition.value)}`);
    case 'equals':
      return sql`${expression} = ${condition.value} COLLATE NOCASE`;
    case 'notEqual':
      return sql`${expression} <> ${condition.value} COLLATE NOCASE`;
    case 'blank':
      return sql`${expression} = ''`;
    case 'notBlank':
      return sql`${expression} <> ''`;
    case 'oneOf':
      return condition.values.length === 0
        ? sql`0`
        : sql`${expression} COLLATE NOCASE IN (${sql.join(condition.values)})`;
    case 'between':
      return sql`${expression} BETWEEN ${condition.number} AND ${condition.numberTo}`;
    case 'eq':
      return sql`${expression} = ${condition.number}`;
    case 'ne':
      return sql`${expression} <> ${condition.number}`;
    case 'lt':
      return sql`${expression} < ${condition.number}`;
    case 'lte':
      return sql`${expression} <= ${condition.number}`;
    case 'gt':
      return sql`${expression} > ${condition.number}`;
    case 'gte':
      return sql`${expression} >= ${condition.number}`;
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
