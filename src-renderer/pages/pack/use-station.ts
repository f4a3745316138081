import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import type { Container, PackLine } from '../../../src-main/domain/pack.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { useNotify } from '../../app/notifications.tsx';
import { counted } from './pack-words.ts';
import type { SlipEntries } from './shipment-panel.tsx';

const noEntries: readonly SerialEntry[] = [];
const noContainers: readonly Container[] = [];

/** The state of the station: the order, the container at hand, the line that is being packed, what is entered. */
export function useStation(orderId: number | undefined, setOrderId: (orderId: number) => void) {
  const enabled = orderId !== undefined;
  const station = useQuery({ ...trpc.pack.station.queryOptions({ orderId: orderId ?? 1 }), enabled });
  const found = useQuery({ ...trpc.pack.containers.queryOptions({ orderId: orderId ?? 1 }), enabled });
  const [chosen, setChosen] = useState<number>();
  const [adding, setAdding] = useState(false);
  const [line, setLine] = useState<{ readonly id: number; readonly turn: number }>();
  const [entries, setEntries] = useState(noEntries);
  const [slips, setSlips] = useState<SlipEntries>({});
  const [problem, setProblem] = useState('');
  const notify = useNotify();

  const data = enabled ? station.data : undefined;
  const containers = enabled ? (found.data ?? noContainers) : noContainers;
  const usable = containers.filter(({ shipped }) => !shipped);
  const container =
    containers.find(({ id }) => id === chosen) ??
    usable.findLast(({ closed }) => !closed) ??
    usable.at(-1) ??
    containers.at(-1);
  const packing = data?.lines.find(({ id, picked }) => id === line?.id && picked > 0);
  const slipCount = Object.values(slips).reduce((sum, one) => sum + one.length, 0);
  const entered = entries.length + slipCount;

  const say = (sentence: string): false => {
    setProblem(sentence);
    return false;
  };
  /** What is entered must not be lost by a scan of something else. */
  const busyWith = (count: number): string =>
    count === 0
      ? ''
      : `${counted(count, 'serial number is', 'serial numbers are')} entered. Pack, ship or discard them first.`;
  const chooseLine = (next: PackLine): boolean => {
    if (next.id === line?.id && entries.length > 0) return true;
    const busy = busyWith(entries.length);
    if (busy !== '') return say(busy);
    if (container === undefined || container.closed || container.shipped || adding)
      return say('Open a container first: what is packed goes into it.');
    if (container.warehouse !== next.warehouse)
      return say(
        `${next.itemNumber} is picked in warehouse ${next.warehouse}, and ${container.number} stands in ${container.warehouse}. Open a container there.`,
      );
    say('');
    setLine((last) => ({ id: next.id, turn: (last?.turn ?? 0) + 1 }));
    return true;
  };
  const chooseOrder = (next: number): boolean => {
    if (next === orderId) return true;
    const busy = busyWith(entered);
    if (busy !== '') {
      notify({ severity: 'warning', text: busy });
      return false;
    }
    say('');
    setChosen(undefined);
    setLine(undefined);
    setAdding(false);
    setSlips({});
    setOrderId(next);
    return true;
  };
  const chooseContainer = (next: number): boolean => {
    const busy = busyWith(entries.length);
    if (busy !== '' && next !== container?.id) return say(busy);
    say('');
    setAdding(false);
    setChosen(next);
    if (next !== container?.id) setLine(undefined);
    return true;
  };
  const scan = async (text: string): Promise<boolean> => {
    if (orderId === undefined || data === undefined) return false;
    if (cleanText(text) === '') {
      const next = data.lines.find(({ picked }) => picked > 0);
      return next === undefined ? say('Everything that is picked is packed.') : chooseLine(next);
    }
    try {
      const meant = await apiClient.pack.find.query({ orderId, text });
      const ofItem = data.lines.find(({ id }) => id === meant.lineIds[0]);
      if (ofItem !== undefined) return chooseLine(ofItem);
      if (meant.containerId !== null) return chooseContainer(meant.containerId);
      if (meant.orderId !== null) return chooseOrder(meant.orderId);
      return say(meant.problem);
    } catch (error) {
      return say(problemOf(error).sentence);
    }
  };
  return {
    station: data,
    containers,
    container,
    /** The order is known, and whether it has containers. */
    ready: data !== undefined && found.data !== undefined,
    refused: station.error === null || !enabled ? '' : problemOf(station.error).sentence,
    adding,
    setAdding,
    packing: packing === undefined ? undefined : { line: packing, turn: line?.turn ?? 0 },
    entries,
    setEntries,
    slips,
    setSlips,
    entered,
    problem,
    chooseLine,
    chooseOrder,
    chooseContainer,
    scan,
    /** A container was opened: it is the one at hand. A line may have been chosen for it already. */
    opened: (containerId: number): void => {
      setAdding(false);
      setChosen(containerId);
    },
    /** Ends the line: it was packed, or the user discards what is entered. */
    endLine: (): void => {
      say('');
      setEntries(noEntries);
      setLine(undefined);
    },
  };
}
