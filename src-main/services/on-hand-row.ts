import { isBlank } from '../domain/blank.ts';
import { invalidReasons } from '../domain/invalid-reasons.ts';
import type { OnHandRow } from '../domain/on-hand.ts';
import type { TrackingDimensionGroup } from '../domain/tracking-dimension-group.ts';
import { NOT_TRACKED, rowVerdicts, stageOfUnit } from '../domain/verdict.ts';
import type { StoredOnHandRow } from '../store/on-hand-queries.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How a stored row is shown: what its blank or its serial number means under its item's group. */
export function createRowView(
  groups: readonly TrackingDimensionGroup[],
  serialLength: number,
  now: Date,
): (row: StoredOnHandRow) => OnHandRow {
  const byId = new Map(groups.map((group) => [group.id, group.settings]));
  return ({
    groupId,
    duplicate,
    serialMask,
    orderLineId,
    containerId,
    inTransit,
    notReadable,
    notReadableAt,
    capturedHere,
    heldDuring,
    placeStage,
    awaited,
    awaitedSince,
    ...row
  }) => {
    const settings = groupId === null ? undefined : byId.get(groupId);
    const {
      active = false,
      activeInSalesProcess = false,
      blankReceiptAllowed = false,
    } = settings?.serialNumber ?? {};
    const invalid = invalidReasons(
      { ...row, duplicate: duplicate === 1 },
      settings,
      serialLength,
      serialMask,
    );
    const warehouseProcesses = row.warehouseProcesses === 1;
    const [heldFrom = '', heldUntil = ''] = heldDuring?.split(' ') ?? [];
    const capture = settings?.captureSerialNumber ?? null;
    const stage = stageOfUnit({ orderLineId, containerId, inTransit }, placeStage);
    const verdicts = rowVerdicts({
      policy: active && capture !== null ? { capture, blankReceiptAllowed, warehouseProcesses } : undefined,
      invalid: invalid.length > 0,
      exception: notReadable !== null,
      blank: isBlank(row.serialNumber),
      stage,
      quantity: row.quantity,
      awaited,
    });
    const verdict = verdicts[0]?.verdict ?? NOT_TRACKED;
    // Elsewhere it is Due by where it stands, whether work holds it or not.
    const isDueByWork = verdict === 'Due' && stage === 'Storage' && awaitedSince !== '';
    const since = isDueByWork ? awaitedSince : row.since;
    return {
      ...row,
      capture: active || activeInSalesProcess ? capture : null,
      blank: active && isBlank(row.serialNumber) && notReadable === null,
      notReadable: notReadable ?? '',
      notReadableAt: notReadableAt ?? '',
      notInDynamics: capturedHere === 1,
      holding:
        inTransit === 1 ? 'In transit' : containerId !== 0 ? 'Packed' : orderLineId !== 0 ? 'Picked' : '',
      heldFrom,
      heldUntil,
      invalid,
      verdicts,
      verdict,
      since,
      age:
        verdict === NOT_TRACKED
          ? null
          : Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / DAY_MS)),
      stage,
      warehouseProcesses,
    };
  };
}
