import type { TrackingSettings } from './tracking-settings.ts';

/** The steps goods take through the warehouse, as the capture path draws them. */
export const captureSteps = ['Receive', 'Put away', 'Pick', 'Pack', 'Ship'] as const;

/** One step of the capture path. */
export type CaptureStep = (typeof captureSteps)[number];

/** Where a serial number is asked, in words and on the picture. */
export interface CapturePath {
  /** The step that asks, or undefined where none does. */
  readonly step: CaptureStep | undefined;
  /** The whole sentence; also the accessible name of the picture. */
  readonly sentence: string;
  /** A second line, where there is more to say. */
  readonly note: string;
}

/** Says at which step the settings ask for a serial number (Microsoft, Serial number capturing). */
export function capturePath(settings: TrackingSettings): CapturePath {
  const { active, activeInSalesProcess } = settings.serialNumber;
  if (!active && !activeInSalesProcess)
    return { step: undefined, sentence: 'Serial number is not tracked', note: '' };
  const kept = activeInSalesProcess ? 'kept on the sales line' : '';
  switch (settings.captureSerialNumber) {
    case 'Picking':
      return {
        step: 'Pick',
        sentence: 'Serial number is asked at picking',
        note: kept || 'On-hand stays blank until then; from then on it carries the serial number.',
      };
    case 'Packing':
      return {
        step: 'Pack',
        sentence: 'Serial number is asked at packing',
        note: kept || 'On-hand stays blank until then; from then on it carries the serial number.',
      };
    case 'None':
      return activeInSalesProcess
        ? {
            step: 'Ship',
            sentence: 'Serial number is asked on the sales document',
            note: 'On-hand never carries it.',
          }
        : {
            step: 'Receive',
            sentence: 'Serial number is asked at receiving',
            note: 'Even where blank receipt is allowed, unless a tracking number group generates it. On-hand carries it from the beginning.',
          };
  }
}
