import {
  dueDaysSchema,
  responsibleSchema,
  type WarehouseDuty,
} from '../../src-main/domain/warehouse-duty.ts';

/** What stands in the two fields of a warehouse. */
export interface DutyDraft {
  readonly responsible: string;
  readonly dueDays: string;
}

/** The fields of a warehouse as they first stand. */
export function draftOf({ responsible, dueDays }: WarehouseDuty): DutyDraft {
  return { responsible, dueDays: dueDays === null ? '' : String(dueDays) };
}

/** What is wrong with a field, as a sentence; undefined where nothing is. */
export type DutyProblems = Readonly<Partial<Record<keyof DutyDraft, string>>>;

/** What a draft says, and what is wrong with it. */
export function readDraft(
  warehouse: string,
  draft: DutyDraft,
): { readonly duty: WarehouseDuty | undefined; readonly problems: DutyProblems } {
  const days = draft.dueDays.trim();
  const responsible = responsibleSchema.safeParse(draft.responsible);
  const dueDays = dueDaysSchema.safeParse(
    days === '' ? null : /^\d+$/.test(days) ? Number(days) : Number.NaN,
  );
  if (responsible.success && dueDays.success)
    return { duty: { warehouse, responsible: responsible.data, dueDays: dueDays.data }, problems: {} };
  return {
    duty: undefined,
    problems: {
      ...(!responsible.success && { responsible: sentenceOf(responsible.error) }),
      ...(!dueDays.success && { dueDays: sentenceOf(dueDays.error) }),
    },
  };
}

function sentenceOf({ issues }: { readonly issues: readonly { readonly message: string }[] }): string {
  return issues[0]?.message ?? 'This cannot be saved.';
}
