import { z } from 'zod';
import {
  confirmShipmentSchema,
  openContainerSchema,
  packNeedsSchema,
  packOrdersSchema,
  packScanSchema,
  packSchema,
  registerSchema,
} from '../domain/pack.ts';
import { procedure, router } from './procedure.ts';

const containerId = z.strictObject({ containerId: z.int().positive() });
const orderId = z.strictObject({ orderId: z.int().positive() });

/** The packing station: containers of an order's shipment, and the shipment's end. */
export const packRouter = router({
  orders: procedure.input(packOrdersSchema).query(({ ctx, input }) => ctx.pack.orders(input.search)),
  station: procedure.input(orderId).query(({ ctx, input }) => ctx.pack.station(input.orderId)),
  find: procedure.input(packScanSchema).query(({ ctx, input }) => ctx.pack.find(input)),
  containers: procedure.input(orderId).query(({ ctx, input }) => ctx.pack.containers(input.orderId)),
  open: procedure.input(openContainerSchema).mutation(({ ctx, input }) => ctx.pack.open(input)),
  needs: procedure.input(packNeedsSchema).query(({ ctx, input }) => ctx.pack.needs(input)),
  pack: procedure.input(packSchema).mutation(({ ctx, input }) => ctx.pack.pack(input)),
  unpackNeeds: procedure.input(packNeedsSchema).query(({ ctx, input }) => ctx.pack.unpackNeeds(input)),
  unpack: procedure.input(packSchema).mutation(({ ctx, input }) => ctx.pack.unpack(input)),
  register: procedure.input(registerSchema).mutation(({ ctx, input }) => ctx.pack.register(input)),
  close: procedure.input(containerId).mutation(({ ctx, input }) => ctx.pack.close(input.containerId)),
  reopen: procedure.input(containerId).mutation(({ ctx, input }) => ctx.pack.reopen(input.containerId)),
  remove: procedure.input(containerId).mutation(({ ctx, input }) => ctx.pack.remove(input.containerId)),
  shipment: procedure.input(orderId).query(({ ctx, input }) => ctx.ship.state(input.orderId)),
  confirmShipment: procedure
    .input(confirmShipmentSchema)
    .mutation(({ ctx, input }) => ctx.ship.confirm(input)),
});
