import { z } from 'zod';
import { appSettingsSchema } from '../domain/app-settings.ts';
import { MAX_DIMENSION_LENGTH } from '../domain/on-hand.ts';
import { backupsRouter } from './backups-router.ts';
import { dutiesRouter } from './duties-router.ts';
import { exceptionsRouter } from './exceptions-router.ts';
import { closeGapsRouter } from './close-gaps-router.ts';
import { exportsRouter } from './exports-router.ts';
import { gapsRouter } from './gaps-router.ts';
import { groupsRouter } from './groups-router.ts';
import { historyRouter } from './history-router.ts';
import { importsRouter } from './imports-router.ts';
import { itemsRouter } from './items-router.ts';
import { ledgerRouter } from './ledger-router.ts';
import { locationStagesRouter } from './location-stages-router.ts';
import { numberGroupsRouter } from './number-groups-router.ts';
import { onHandRouter } from './on-hand-router.ts';
import { packRouter } from './pack-router.ts';
import { pickRouter } from './pick-router.ts';
import { ordersRouter } from './orders-router.ts';
import { noInput, procedure, router } from './procedure.ts';
import { receiveRouter } from './receive-router.ts';
import { stockRouter } from './stock-router.ts';
import { serialsRouter } from './serials-router.ts';
import { storageGroupsRouter } from './storage-groups-router.ts';
import { viewsRouter } from './views-router.ts';

const jobId = z.strictObject({ id: z.uuid() });

/** Everything the page can ask. */
export const appRouter = router({
  app: procedure.input(noInput).query(({ ctx }) => ctx.app),
  groups: groupsRouter,
  history: historyRouter,
  items: itemsRouter,
  storageGroups: storageGroupsRouter,
  numberGroups: numberGroupsRouter,
  locationStages: locationStagesRouter,
  gaps: gapsRouter,
  views: viewsRouter,
  duties: dutiesRouter,
  exceptions: exceptionsRouter,
  onHand: onHandRouter,
  closeGaps: closeGapsRouter,
  ledger: ledgerRouter,
  orders: ordersRouter,
  serials: serialsRouter,
  stock: stockRouter,
  receive: receiveRouter,
  pick: pickRouter,
  pack: packRouter,
  imports: importsRouter,
  exports: exportsRouter,
  jobs: router({
    get: procedure.input(jobId).query(({ ctx, input }) => ctx.jobs.get(input.id)),
    cancel: procedure.input(jobId).mutation(({ ctx, input }) => ctx.jobs.cancel(input.id)),
  }),
  settings: router({
    get: procedure.input(noInput).query(({ ctx }) => ctx.settings.get()),
    set: procedure.input(appSettingsSchema.partial()).mutation(({ ctx, input }) => ctx.settings.set(input)),
  }),
  backups: backupsRouter,
  maintenance: router({
    warehouses: procedure.input(noInput).query(({ ctx }) => ctx.maintenance.warehouses()),
    clearWarehouse: procedure
      .input(z.strictObject({ warehouse: z.string().max(MAX_DIMENSION_LENGTH) }))
      .mutation(({ ctx, input }) => ctx.maintenance.clearWarehouse(input.warehouse)),
    // Without `noInput`: a mutation that is sent no body cannot be asked for its input.
    startOver: procedure.mutation(({ ctx }) => ctx.maintenance.startOver()),
  }),
});

/** The type of the API, all that the page imports of it. */
export type AppRouter = typeof appRouter;
