import { z } from 'zod';
import { captureSchema } from './capture.ts';

const batchNumberSchema = z.strictObject({
  active: z.boolean(),
  primaryStocking: z.boolean(),
  blankReceiptAllowed: z.boolean(),
  blankIssueAllowed: z.boolean(),
  physicalInventory: z.boolean(),
  financialInventory: z.boolean(),
  coveragePlan: z.boolean(),
  purchasePrices: z.boolean(),
  salesPrices: z.boolean(),
});

/** All settings of a tracking dimension group that a user can have an opinion on. */
export const trackingSettingsSchema = z.strictObject({
  captureSerialNumber: captureSchema,
  serialNumberControl: z.boolean(),
  registerSerialsBeforeConsumption: z.boolean(),
  batchNumber: batchNumberSchema,
  serialNumber: batchNumberSchema.extend({ activeInSalesProcess: z.boolean() }),
  owner: z.strictObject({ active: z.boolean() }),
  inventoryProfile: z.strictObject({ active: z.boolean(), coveragePlan: z.boolean() }),
  gtdNumber: z.strictObject({ active: z.boolean() }),
});

/** See `trackingSettingsSchema`. */
export type TrackingSettings = Readonly<z.infer<typeof trackingSettingsSchema>>;

const batchNumberOff: TrackingSettings['batchNumber'] = {
  active: false,
  primaryStocking: false,
  blankReceiptAllowed: false,
  blankIssueAllowed: false,
  physicalInventory: false,
  financialInventory: false,
  coveragePlan: false,
  purchasePrices: false,
  salesPrices: false,
};

/** The settings of a new group: nothing tracked, capture None (Dynamics' defaults). */
export const defaultTrackingSettings: TrackingSettings = {
  captureSerialNumber: 'None',
  serialNumberControl: false,
  registerSerialsBeforeConsumption: false,
  batchNumber: batchNumberOff,
  serialNumber: { ...batchNumberOff, activeInSalesProcess: false },
  owner: { active: false },
  inventoryProfile: { active: false, coveragePlan: false },
  gtdNumber: { active: false },
};
