import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import { Box, InputAdornment, OutlinedInput, Typography } from '@mui/material';
import {
  useId,
  useImperativeHandle,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import { FNC1 } from '../../src-main/domain/gs1.ts';

/** A scanner that ends a scan with two keys must not confirm the page with the second. */
const ONE_SCAN_MILLISECONDS = 400;

/** What the field can do with its box. */
export interface ScanBoxHandle {
  focus(): void;
  /** Gives a refused text back, selected, so that the next scan replaces it. @returns false where another one stands there. */
  giveBack(text: string): boolean;
  clear(): void;
}

/** Props of `ScanBox`. */
export interface ScanBoxProps {
  readonly ref: Ref<ScanBoxHandle>;
  readonly label: string;
  /** What the last scan was. */
  readonly tone: 'plain' | 'accepted' | 'refused';
  /** Id of the element that says so. */
  readonly describedBy: string;
  /** Nothing is taken now; the box keeps the focus. */
  readonly blocked: boolean;
  readonly autoFocus: boolean;
  readonly onScan: (text: string) => void;
  readonly onPasteList: (text: string) => void;
  /** Enter in the empty box. */
  readonly onEnterEmpty: () => void;
  /** A scan came while the box takes none. */
  readonly onBlocked: () => void;
}

/**
 * The box that scans go to: Enter and Tab send what stands there and leave it empty, with the focus. React does not
 * hold its text, and it stands in no MUI form control: a scanner types faster than either draws.
 */
export function ScanBox(props: ScanBoxProps): ReactElement {
  const { ref, label, tone, describedBy, blocked, autoFocus } = props;
  const { onScan, onPasteList, onEnterEmpty, onBlocked } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const sentAt = useRef(Number.NEGATIVE_INFINITY);

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    giveBack: (refused) => {
      const element = input.current;
      if (element === null || element.value !== '') return false;
      element.value = refused;
      element.select();
      return true;
    },
    clear: () => {
      if (input.current !== null) input.current.value = '';
    },
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const element = input.current;
    if (element === null) return;
    if (blocked) {
      if (event.key === 'Enter') {
        event.preventDefault();
        onBlocked();
      }
      return;
    }
    // Many scanners send the FNC1 of a GS1 label as Ctrl+].
    if (event.ctrlKey && !event.altKey && event.key === ']') {
      event.preventDefault();
      element.setRangeText(FNC1, element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end');
      return;
    }
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const text = element.value;
    const filled = text.trim() !== '';
    if (event.key !== 'Enter' && !(event.key === 'Tab' && filled && !event.shiftKey)) return;
    event.preventDefault();
    if (filled) {
      sentAt.current = event.timeStamp;
      element.value = '';
      onScan(text);
    } else if (!event.repeat && event.timeStamp - sentAt.current > ONE_SCAN_MILLISECONDS) {
      onEnterEmpty();
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text');
    if (!/[\n\r\t]/.test(pasted.trim())) return;
    event.preventDefault();
    if (blocked) onBlocked();
    else onPasteList(pasted);
  };

  return (
    <Box sx={{ flex: '1 1 260px', maxWidth: 460 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ display: 'block', mb: 0.5 }}>
        {label}
      </Typography>
      <OutlinedInput
        id={id}
        inputRef={input}
        fullWidth
        size="small"
        readOnly={blocked}
        error={tone === 'refused'}
        color={tone === 'accepted' ? 'success' : 'primary'}
        // The box is what the page was opened for: the first scan must not be lost.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        startAdornment={
          <InputAdornment position="start">
            <QrCodeScanner fontSize="small" />
          </InputAdornment>
        }
        slotProps={{
          input: {
            'aria-describedby': describedBy,
            spellCheck: false,
            autoCapitalize: 'off',
            autoCorrect: 'off',
          },
        }}
        sx={{
          bgcolor: 'background.paper',
          '& input': { fontSize: '1.0625rem', fontFamily: 'ui-monospace, Consolas, monospace' },
        }}
      />
    </Box>
  );
}
