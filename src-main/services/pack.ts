import { nameKey } from '../domain/name-key.ts';
import {
  PACKED_ROWS,
  type Container,
  type OpenContainerInput,
  type PackInput,
  type PackNeeds,
  type PackNeedsInput,
  type PackOrder,
  type PackScan,
  type PackStation,
  type RegisterInput,
  type UnpackNeeds,
} from '../domain/pack.ts';
import { DomainError } from '../domain/problem.ts';
import { post, type Posting } from '../store/ledger.ts';
import { linesOfOrder } from '../store/order-queries.ts';
import {
  containerByKey,
  containersOf,
  deleteContainer,
  insertContainer,
  nextContainerNumber,
  openShipment,
  packedIn,
  packedRows,
  setClosed,
  type StoredContainer,
} from '../store/pack-queries.ts';
import type { Store } from '../store/store.ts';
import { linesOf, registersAtPack } from './closing-container.ts';
import type { ServiceContext } from './context.ts';
import { registerOnDocument, takeOffSalesLine } from './document-serials.ts';
import {
  containerOf,
  lineInContainer,
  openContainer,
  packable,
  packNeeds,
  packPolicy,
  surplusRegistered,
  unpackNeeds,
} from './pack-needs.ts';
import { ordersToPack, packStation, readPackScan } from './pack-station.ts';
import { shippable } from './ship.ts';
import type { Acted } from './stock-actions.ts';
import { takeUnits } from './take-units.ts';

/** Use cases of the packing station. */
export interface PackService {
  /** Orders whose number contains a text and of which something is picked or packed. */
  orders(search: string): readonly PackOrder[];
  /** An order with what is picked, packed and shipped of its lines. @throws DomainError `not-found`, `invalid`. */
  station(orderId: number): PackStation;
  /** What a scan means at the station of an order. @throws as `station`. */
  find(scan: { readonly orderId: number; readonly text: string }): PackScan;
  /** The containers of an order. */
  containers(orderId: number): readonly Container[];
  open(input: OpenContainerInput): Promise<Container>;
  /** What packing a quantity would ask, without packing. */
  needs(input: PackNeedsInput): PackNeeds;
  pack(input: PackInput): Promise<Acted>;
  /** What unpacking a quantity would ask, without unpacking. */
  unpackNeeds(input: PackNeedsInput): UnpackNeeds;
  /** Takes units out of an open container; they keep their serials. */
  unpack(input: PackInput): Promise<Acted>;
  /** Registers serials on the sales line of units in a container (Active in sales process with Packing). */
  register(input: RegisterInput): Promise<Acted>;
  /** @throws DomainError `invalid` with the list of what its units lack. */
  close(containerId: number): Promise<Container>;
  reopen(containerId: number): Promise<Container>;
  /** Takes away an empty container. */
  remove(containerId: number): Promise<void>;
}

/** Makes the service. */
export function createPackService(context: ServiceContext): PackService {
  const { store, write } = context;
  const act = (work: (posting: Posting) => readonly string[]): Promise<Acted> =>
    write(() =>
      post(store, context, (posting) => {
        const notices = work(posting);
        return { actionId: posting.actionId(), notices };
      }),
    );
  return {
    orders: (search) => ordersToPack(store, search),
    station: (orderId) => packStation(store, orderId),
    find: (scan) => readPackScan(store, scan),
    containers: (orderId) => containersOf(store, orderId).map((one) => shown(store, one)),
    open: (input) => write(() => open(store, input)),
    needs: (input) => packNeeds(store, input),
    pack: (input) => act((posting) => pack(store, posting, input)),
    unpackNeeds: (input) => unpackNeeds(store, input),
    unpack: (input) => act((posting) => unpack(context, posting, input)),
    register: (input) => act((posting) => register(context, posting, input)),
    close: (containerId) => write(() => close(context, containerId)),
    reopen: (containerId) => write(() => reopen(store, containerId)),
    remove: (containerId) => write(() => remove(store, containerId)),
  };
}

function shown(store: Store, container: StoredContainer): Container {
  const { id, number, orderId, orderNumber, shipmentNumber, warehouse, location, closedAt, shippedAt } =
    container;
  const { lines, rowCount, lacking } = linesOf(store, container);
  return {
    id,
    number,
    orderId,
    orderNumber,
    shipmentNumber,
    warehouse,
    location,
    closed: closedAt !== '',
    shipped: shippedAt !== '',
    lines,
    rows: packedRows(store, id, PACKED_ROWS),
    rowCount,
    lacking,
  };
}

function open(store: Store, { orderId, number, warehouse, location }: OpenContainerInput): Container {
  const order = shippable(store, orderId);
  const warehouses = [...new Set(linesOfOrder(store, orderId).map((line) => line.warehouse))];
  if (!warehouses.includes(warehouse))
    throw new DomainError(
      'invalid',
      `Nothing of ${order.number} is shipped from warehouse ${warehouse}; it is ${warehouses.join(', ')}.`,
      'warehouse',
    );
  const wanted = number === '' ? nextContainerNumber(store) : number;
  if (containerByKey(store, nameKey(wanted)) !== undefined)
    throw new DomainError('name-taken', `There is a container ${wanted} already.`, 'number');
  const id = insertContainer(store, {
    number: wanted,
    numberKey: nameKey(wanted),
    shipmentId: openShipment(store, orderId, order.number).id,
    warehouse,
    location,
  });
  return shown(store, containerOf(store, id));
}

function pack(store: Store, posting: Posting, input: PackInput): readonly string[] {
  const at = lineInContainer(store, input);
  const { container, line, item } = at;
  return takeUnits(store, posting, {
    item,
    rows: packable(store, at),
    quantity: input.quantity,
    entries: input.entries,
    ...packPolicy(item),
    kind: 'pack',
    words: { document: line.orderNumber, orderLineId: line.id, reason: container.number },
    to: (key) => ({
      ...key,
      location: container.location,
      licensePlate: container.number,
      containerId: container.id,
    }),
  }).notices;
}

function unpack(context: ServiceContext, posting: Posting, input: PackInput): readonly string[] {
  const { store } = context;
  const { quantity, entries } = input;
  const at = lineInContainer(store, input);
  const { container, line, item } = at;
  const rows = packedIn(store, container.id, line.id);
  const left = rows.reduce((sum, row) => sum + row.quantity, 0) - quantity;
  const { registered, surplus } = surplusRegistered(store, at, left);
  const { notices } = takeUnits(store, posting, {
    item,
    rows,
    quantity,
    entries: registered > 0 ? [] : entries,
    captures: false,
    // Going back is no issue: a blank unit may, whatever the policy says of leaving.
    blankMayPass: true,
    kind: 'unpack',
    words: { document: line.orderNumber, orderLineId: line.id, reason: container.number },
    to: (key) => ({ ...key, licensePlate: '', containerId: 0 }),
  });
  if (surplus > 0 || (registered > 0 && entries.length > 0))
    takeOffSalesLine(store, context, {
      item,
      line,
      entries,
      units: left === 0 ? registered : Math.max(surplus, entries.length),
      containerId: container.id,
      actionId: posting.actionId(),
    });
  return notices;
}

function register(context: ServiceContext, posting: Posting, input: RegisterInput): readonly string[] {
  const { store } = context;
  const { container, line, item } = lineInContainer(store, input);
  if (!registersAtPack(item, container.orderKind))
    throw new DomainError(
      'invalid',
      `The serial numbers of ${item.itemNumber} are not registered on the sales line at packing.`,
      'orderLineId',
    );
  const lacks =
    linesOf(store, container).lines.find(({ orderLineId }) => orderLineId === line.id)?.toRegister ?? 0;
  if (input.entries.length > lacks)
    throw new DomainError(
      'invalid',
      `${input.entries.length} serial numbers were entered; ${lacks} units of ${item.itemNumber} in ${container.number} lack one.`,
      'entries',
    );
  posting.event('registration', {
    document: line.orderNumber,
    orderLineId: line.id,
    reason: container.number,
  });
  registerOnDocument(store, context, {
    item,
    line,
    entries: input.entries,
    step: 'Pack',
    containerId: container.id,
    actionId: posting.actionId(),
  });
  return [];
}

function close({ store, now }: ServiceContext, containerId: number): Container {
  const container = openContainer(store, containerId);
  const { lines, lacking } = linesOf(store, container);
  if (lines.length === 0) throw new DomainError('invalid', `${container.number} is empty.`, 'containerId');
  if (lacking.length > 0)
    throw new DomainError(
      'invalid',
      `${container.number} cannot be closed: ${lacking.map(({ sentence }) => sentence).join(' ')}`,
      'containerId',
    );
  setClosed(store, containerId, now().toISOString());
  return shown(store, containerOf(store, containerId));
}

function reopen(store: Store, containerId: number): Container {
  const { number, shippedAt } = containerOf(store, containerId);
  if (shippedAt !== '')
    throw new DomainError('invalid', `${number} has left; reverse its shipment first.`, 'containerId');
  setClosed(store, containerId, '');
  return shown(store, containerOf(store, containerId));
}

function remove(store: Store, containerId: number): void {
  const container = openContainer(store, containerId);
  if (linesOf(store, container).lines.length > 0)
    throw new DomainError('in-use', `${container.number} is not empty. Unpack it first.`, 'containerId');
  deleteContainer(store, containerId);
}
