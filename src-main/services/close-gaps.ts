import { randomUUID } from 'node:crypto';
import type {
  ApplyPlanInput,
  CloseScope,
  GapPlan,
  GapPlanInput,
  GapPlanLine,
  GapPlanPage,
  PlanPageInput,
  RecordExceptionsInput,
} from '../domain/close-gaps.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { blanksIn, placesOf, type PlannedPlace } from '../store/close-gap-queries.ts';
import { postEach, type EachUnit } from '../store/post-each.ts';
import type { ServiceContext } from './context.ts';
import { unreadableUnits } from './gap-exceptions.ts';
import { makePlan, type MadePlan } from './gap-plan.ts';
import type { PlannedLine } from './gap-units.ts';
import type { ItemLists } from './item-lists.ts';
import { stockedItems } from './stocked-item.ts';

/** Plans that are kept at the same time; the oldest goes first. */
const KEPT = 2;

/** Ranges that a plan names. */
const NAMED_RANGES = 5;

/** What applying a plan did. */
export interface AppliedPlan {
  /** To take it back by. */
  readonly actionId: number;
  readonly captured: number;
}

/** What recording exceptions did. */
export interface RecordedExceptions {
  readonly actionId: number;
  readonly units: number;
}

/** Closing gaps: serials for very many blank units at once, seen before they are kept. */
export interface CloseGapService {
  /** What is blank in a scope, and what is recorded as not readable, in thousandths. */
  blanks(scope: CloseScope): { readonly quantity: number; readonly exceptions: number };
  /** Plans which serial goes to which blank unit; nothing is changed. @throws DomainError `too-large`. */
  plan(input: GapPlanInput): GapPlan;
  /** A stretch of a plan's lines. @throws DomainError `not-found` where the plan is not kept any more. */
  page(input: PlanPageInput): GapPlanPage;
  /** Makes another plan of the same block, in place of the old one. @throws as `page` does. */
  renew(planId: string): GapPlan;
  /**
   * Gives the serials of a plan to its units: one transaction, one action.
   * @throws DomainError `changed-meanwhile` where the plan would be another one by now; `not-found`.
   */
  apply(input: ApplyPlanInput): Promise<AppliedPlan>;
  /** Records blank units as not readable, the oldest first: one action. @throws DomainError `invalid`. */
  recordExceptions(input: RecordExceptionsInput): Promise<RecordedExceptions>;
}

interface KeptPlan extends MadePlan {
  readonly input: GapPlanInput;
  readonly revision: number;
}

/** Makes the service. */
export function createCloseGapService(context: ServiceContext, itemLists: ItemLists): CloseGapService {
  const { store, write } = context;
  const kept = new Map<string, KeptPlan>();

  const use = (scope: CloseScope): void => {
    if ('filter' in scope) itemLists.use(scope.filter.list);
  };
  const make = (input: GapPlanInput): KeptPlan => {
    use(input.scope);
    return { ...makePlan(store, input), input, revision: store.revision() };
  };
  const keep = (planId: string, plan: KeptPlan): GapPlan => {
    kept.set(planId, plan);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return inFigures(planId, plan);
  };
  const planOf = (planId: string): KeptPlan => {
    const plan = kept.get(planId);
    if (plan === undefined)
      throw new DomainError(
        'not-found',
        'This plan is not kept any more. Paste the serial numbers again.',
        'planId',
      );
    return plan;
  };
  return {
    blanks: (scope) => {
      use(scope);
      return blanksIn(store, scope);
    },
    plan: (input) => keep(randomUUID(), make(input)),
    renew: (planId) => {
      const renewed = make(planOf(planId).input);
      kept.delete(planId);
      return keep(randomUUID(), renewed);
    },
    page: ({ planId, part, offset, limit }) => {
      const { lines } = planOf(planId);
      const shown = linesOf(lines, part);
      const page = shown.slice(offset, offset + limit).map((index) => ({ line: lines[index], index }));
      const places = placesOf(
        store,
        page.flatMap(({ line }) => (line === undefined || line.stockId === 0 ? [] : [line.stockId])),
      );
      return {
        rows: page.flatMap(({ line, index }) =>
          line === undefined ? [] : [shownLine(line, index + 1, places.get(line.stockId))],
        ),
        total: shown.length,
      };
    },
    apply: ({ planId, leaveOut }) =>
      write(() => {
        const plan = planOf(planId);
        if (plan.revision !== store.revision()) refuseOther(plan, make(plan.input));
        const out = new Set(leaveOut);
        const planned = plan.lines.filter((line, index) => line.stockId !== 0 && !out.has(index + 1));
        if (planned.length === 0)
          throw new DomainError('invalid', 'No line of this plan gives a serial number to a unit.', 'planId');
        const reasons = reasonsOf(planned);
        const each = planned.map(({ stockId, serial, itemNumber }): EachUnit => ({
          stockId,
          units: 1,
          serialNumber: serial,
          reason: reasons(itemNumber),
        }));
        return { actionId: postEach(store, context, 'capture', each), captured: each.length };
      }),
    recordExceptions: (input) =>
      write(() => {
        use(input.scope);
        const each = unreadableUnits(store, input);
        const units = each.reduce((sum, one) => sum + one.units, 0);
        return { actionId: postEach(store, context, 'exception', each), units };
      }),
  };

  /** Under None the serial was due at receiving: what is recorded now is a late receipt of it. */
  function reasonsOf(planned: readonly PlannedLine[]): (itemNumber: string) => string {
    const items = stockedItems(store, [...new Set(planned.map(({ itemNumber }) => nameKey(itemNumber)))]);
    const late = new Set(
      [...items.values()]
        .filter(({ policy }) => policy.capture === 'None')
        .map(({ itemNumber }) => itemNumber),
    );
    return (itemNumber) => (late.has(itemNumber) ? 'Late receipt of the serial number' : '');
  }
}

/** @throws DomainError `changed-meanwhile` where a plan is not what it was: the user sees the new one first. */
function refuseOther(plan: MadePlan, now: MadePlan): void {
  const same =
    plan.lines.length === now.lines.length &&
    plan.lines.every((line, index) => {
      const other = now.lines[index];
      return (
        line.serial === other?.serial &&
        line.stockId === other.stockId &&
        line.itemNumber === other.itemNumber
      );
    });
  if (!same)
    throw new DomainError(
      'changed-meanwhile',
      'The stock has changed since this plan was made. Nothing was applied; look at the new plan.',
      'planId',
    );
}

function linesOf(lines: readonly PlannedLine[], part: PlanPageInput['part']): readonly number[] {
  const of = (planned: boolean): readonly number[] =>
    lines.flatMap(({ stockId }, index) => ((stockId !== 0) === planned ? [index] : []));
  if (part === 'all') return [...of(false), ...of(true)];
  return of(part === 'planned');
}

function inFigures(planId: string, { lines, columns, ignored, ranges, blankLeft }: MadePlan): GapPlan {
  let [planned, notices] = [0, 0];
  for (const { stockId, notice } of lines)
    if (stockId !== 0) {
      planned += 1;
      if (notice !== '') notices += 1;
    }
  return {
    planId,
    lines: lines.length,
    planned,
    problems: lines.length - planned,
    notices,
    blankLeft,
    columns,
    ignored,
    ranges: { count: ranges.length, first: ranges.slice(0, NAMED_RANGES) },
  };
}

function shownLine(line: PlannedLine, number: number, place: PlannedPlace | undefined): GapPlanLine {
  const { value, serial, problem, notice, byMask, itemNumber } = line;
  return {
    number,
    line: line.line,
    value,
    serial,
    problem,
    notice,
    byMask,
    itemNumber,
    productName: place?.productName ?? '',
    warehouse: place?.warehouse ?? '',
    location: place?.location ?? '',
    licensePlate: place?.licensePlate ?? '',
    batchNumber: place?.batchNumber ?? '',
    since: place?.since ?? '',
  };
}
