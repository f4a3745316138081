import type { TrackingDimensionGroup } from '../../../src-main/domain/tracking-dimension-group.ts';
import type { GroupRow } from '../../form/groups/group-filter.ts';

/** A group in the list, with its capture setting and, where it holds, that it is active in sales process. */
export function groupRow({ id, name, description, settings }: TrackingDimensionGroup): GroupRow {
  const capture = settings.captureSerialNumber;
  // A serial number that is captured later than usual stands out.
  const chip = { label: capture, strong: capture !== 'None' };
  const sales = settings.serialNumber.activeInSalesProcess ? [{ label: 'Sales process', strong: false }] : [];
  return { id, name, description, chips: [chip, ...sales] };
}
