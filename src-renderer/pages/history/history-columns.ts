import { historyKinds, type HistoryEvent } from '../../../src-main/domain/history.ts';
import type { GridColumn } from '../../grid/grid-types.ts';
import { formatTime } from '../on-hand/format-time.ts';
import { doorLabels, eventGist } from './event-words.ts';

function column(
  key: string,
  label: string,
  width: number,
  value: (event: HistoryEvent) => string,
  grows = false,
): GridColumn<HistoryEvent> {
  return { key, label, kind: 'text', hidden: false, width, grows, value };
}

/** The columns of the grid History. */
export const historyColumns: readonly GridColumn<HistoryEvent>[] = [
  column('at', 'When', 120, ({ at }) => formatTime(at, new Date())),
  column('user', 'User', 90, ({ user }) => user),
  column('kind', 'Kind', 190, ({ kind }) => historyKinds[kind]),
  column('name', 'Name', 110, ({ name }) => name),
  column('change', 'What changed', 260, eventGist, true),
  column('door', 'Door', 110, ({ door }) => doorLabels[door]),
  column('note', 'Note', 150, ({ note }) => note),
];
