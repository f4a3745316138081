import { z } from 'zod';

/** A text to look for. */
export const filterText = z.string().max(200);

/**
 * The schema of one condition on one column of a grid. Texts are compared without regard to case.
 * @param columns keys of all columns.
 * @param numbers keys of the columns that hold numbers.
 */
export function gridConditionSchema<Column extends string, NumberColumn extends string>(
  columns: z.ZodType<Column, Column>,
  numbers: z.ZodType<NumberColumn, NumberColumn>,
) {
  return z.discriminatedUnion('operator', [
    z.strictObject({
      column: columns,
      operator: z.enum(['contains', 'notContains', 'equals', 'notEqual', 'startsWith', 'endsWith']),
      value: filterText,
    }),
    z.strictObject({ column: columns, operator: z.enum(['blank', 'notBlank']) }),
    z.strictObject({ column: columns, operator: z.literal('oneOf'), values: z.array(filterText).max(200) }),
    z.strictObject({
      column: numbers,
      operator: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte']),
      number: z.int(),
    }),
    z.strictObject({
      column: numbers,
      operator: z.literal('between'),
      number: z.int(),
      numberTo: z.int(),
    }),
  ]);
}

/** One condition on one column. Numbers are whole; quantities are in thousandths. */
export type GridCondition = Readonly<z.infer<ReturnType<typeof gridConditionSchema<string, string>>>>;
