import { historyQuerySchema, type HistoryQuery } from '../../../src-main/domain/history.ts';

/** Which events are shown. */
export type HistoryFilter = Pick<HistoryQuery, 'kind' | 'subject' | 'door' | 'search'> & {
  /** Days on this machine's calendar, e.g. `2026-11-23`; '' where there is no limit. Both are included. */
  readonly from: string;
  readonly until: string;
};

/** Shows every event. */
export const everyEvent: HistoryFilter = {
  kind: undefined,
  subject: undefined,
  door: undefined,
  search: '',
  from: '',
  until: '',
};

/** The filter that an address asks for. What makes no sense there is left out. */
export function readHistoryFilter(params: URLSearchParams): HistoryFilter {
  const { shape } = historyQuerySchema;
  return {
    kind: shape.kind.safeParse(params.get('kind') ?? undefined).data,
    subject: shape.subject.safeParse(params.get('subject') ?? undefined).data,
    door: shape.door.safeParse(params.get('door') ?? undefined).data,
    search: shape.search.safeParse(params.get('search') ?? undefined).data ?? '',
    from: dayOf(params.get('from')),
    until: dayOf(params.get('until')),
  };
}

/** Writes the filter into an address, as short as it can be. */
export function writeHistoryFilter(filter: HistoryFilter): URLSearchParams {
  const said = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(said as [string, string][]);
}

/** What the API is asked for a stretch of the events that the filter lets through. */
export function historyQueryOf(
  { kind, subject, door, search, from, until }: HistoryFilter,
  offset: number,
  limit: number,
): HistoryQuery {
  return {
    search,
    offset,
    limit,
    ...(kind !== undefined && { kind }),
    ...(subject !== undefined && { subject }),
    ...(door !== undefined && { door }),
    ...(from !== '' && { from: startOf(from, 0) }),
    ...(until !== '' && { until: startOf(until, 1) }),
  };
}

/** Whether nothing is left out. */
export function showsEveryEvent(filter: HistoryFilter): boolean {
  return writeHistoryFilter(filter).size === 0;
}

function dayOf(text: string | null): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** The moment in UTC at which a day of this machine's calendar begins, `later` days on. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
