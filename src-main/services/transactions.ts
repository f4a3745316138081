import type { EventLine, TransactionEvent } from '../domain/inventory-event.ts';
import { DomainError } from '../domain/problem.ts';
import { eventById } from '../store/event-queries.ts';
import { post, type Posting } from '../store/ledger.ts';
import { reverseEach } from '../store/reverse-each.ts';
import { linesOfEvent, listEvents, type EventFilter } from '../store/transaction-queries.ts';
import type { ServiceContext } from './context.ts';
import { reverseAction, reverseEvent, type AfterReversal } from './reverse-event.ts';

/** Lines of an event that are shown with it in the list. */
const FIRST_LINES = 4;

/** A stretch of the events of a filter, newest first. */
export interface EventPage {
  readonly events: readonly TransactionEvent[];
  /** There are older ones. */
  readonly more: boolean;
}

/** Use cases of the page Transactions: what happened to the stock, and taking it back. */
export interface TransactionService {
  list(filter: EventFilter, offset: number, limit: number): EventPage;
  /** What an event did, row by row. @throws DomainError `not-found`. */
  lines(eventId: number, offset: number, limit: number): readonly EventLine[];
  /** Takes one event back. */
  reverse(eventId: number): Promise<{ readonly actionId: number }>;
  /** Takes all events of an action back, the last one first. */
  reverseAction(actionId: number): Promise<{ readonly actionId: number }>;
}

/**
 * Makes the service.
 * @param after what else must be put right when an event is taken back.
 * @param atOnce events from which an action that only captured, or recorded exceptions, is taken back in one go.
 */
export function createTransactionService(
  context: ServiceContext,
  after: readonly AfterReversal[],
  atOnce?: number,
): TransactionService {
  const { store, write } = context;
  /** Posts reversals; what must be looked at when they are posted is looked at before anything is kept. */
  const reversing = (
    work: (posting: Posting, afterEach: AfterReversal) => void,
  ): { readonly actionId: number } => {
    const last: (() => void)[] = [];
    const actionId = post(store, context, (posting) => {
      work(posting, (event, moved) => {
        for (const one of after) last.push(one(event, moved) ?? (() => undefined));
      });
      return posting.actionId();
    });
    for (const one of last) one();
    return { actionId };
  };
  return {
    list: (filter, offset, limit) => {
      const found = listEvents(store, filter, offset, limit + 1);
      const events = found.slice(0, limit).map((event) => {
        const lines = linesOfEvent(store, event.id, 0, FIRST_LINES + 1);
        return {
          ...event,
          lines: lines.slice(0, FIRST_LINES),
          moreLines: lines.length > FIRST_LINES,
        };
      });
      return { events, more: found.length > limit };
    },
    lines: (eventId, offset, limit) => {
      if (eventById(store, eventId) === undefined)
        throw new DomainError('not-found', 'This event does not exist.', 'eventId');
      return linesOfEvent(store, eventId, offset, limit);
    },
    reverse: (eventId) =>
      write(() => reversing((posting, afterEach) => reverseEvent(store, posting, eventId, afterEach))),
    reverseAction: (actionId) =>
      write(() => {
        const each = reverseEach(store, context, actionId, atOnce);
        if (each.kind === 'reversed') return { actionId: each.actionId };
        return reversing((posting, afterEach) => {
          // It says why it is refused at once, and not after all the events that can be taken back.
          if (each.kind === 'blocked') reverseEvent(store, posting, each.eventId, afterEach);
          reverseAction(store, posting, actionId, afterEach);
        });
      }),
  };
}
