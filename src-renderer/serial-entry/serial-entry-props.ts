import type { Gs1Label } from '../../src-main/domain/gs1.ts';
import type { SerialElsewhere, SerialPlace } from '../../src-main/domain/serial-check.ts';
import type { SerialEntry } from '../../src-main/domain/serial-entry.ts';
import type { ApiProblem } from '../api/client.ts';

/** Props of `SerialEntryField`. */
export interface SerialEntryFieldProps {
  readonly itemNumber: string;
  /** Where the units are whose serials are entered. Another scope begins with an empty box; `value` stays the page's. */
  readonly scope: SerialPlace;
  /** A serial that stands nowhere is captured; otherwise it must stand in the scope. */
  readonly capturesNew: boolean;
  /** Entries that are wanted; the counter says `captured / needed`. */
  readonly needed: number;
  /** Entries that are taken at most; `needed` where it is not given. */
  readonly maximum?: number | undefined;
  /** What has been entered, in the order in which it was. The page keeps it, and sends it as `entries`. */
  readonly value: readonly SerialEntry[];
  readonly onChange: (value: readonly SerialEntry[]) => void;
  /** Name of the box; **Serial number** where it is not given. */
  readonly label?: string | undefined;
  /** Whether **Not readable** is offered; a text says why it is not, and stands there. Offered by default. */
  readonly notReadable?: boolean | string | undefined;
  /** Offers **Create serial numbers** (Receive). */
  readonly createNumbers?: boolean | undefined;
  /**
   * Offers **Swap with a blank unit here** for a serial that stands elsewhere; the page does it. True: it stands here
   * now, and is entered.
   */
  readonly onSwap?: ((refused: SerialElsewhere) => Promise<boolean>) | undefined;
  /** The user pressed Enter in the empty box while nothing is missing: the page may go on. */
  readonly onComplete?: (() => void) | undefined;
  /** A GS1 label was accepted: its batch and count may be of use to the page. */
  readonly onLabel?: ((label: Gs1Label) => void) | undefined;
  /** What the server said of the entries when the page sent them; the path `entries.3` names the fourth. */
  readonly problem?: ApiProblem | undefined;
  readonly disabled?: boolean | undefined;
  /** Whether the box takes the focus when it appears; it does by default. */
  readonly autoFocus?: boolean | undefined;
}
