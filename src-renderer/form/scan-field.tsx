import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import { InputAdornment, TextField } from '@mui/material';
import { useId, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';

/** A scanner that ends a scan with two keys must not send the empty box with the second. */
const ONE_SCAN_MILLISECONDS = 400;

/** Props of `ScanField`. */
export interface ScanFieldProps {
  readonly label: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** What is wrong with the last scan; empty where nothing is. */
  readonly problem: string;
  /** What to do here, shown while nothing is wrong. */
  readonly hint: string;
  /** @returns whether the scan was taken; the box is emptied then. */
  readonly onScan: (text: string) => Promise<boolean>;
  /** Hears each change of the text. */
  readonly onText?: (text: string) => void;
  /** The first box of its page: it has the focus from the start, and its text is larger. */
  readonly isFirst?: boolean;
}

/** A box for scans that the page reads: Enter sends, and Tab does where something is typed. A refused scan stays, selected. */
export function ScanField(props: ScanFieldProps): ReactElement {
  const { label, inputRef, problem, hint, onScan, onText, isFirst = false } = props;
  const [text, setText] = useState('');
  const sentAt = useRef(Number.NEGATIVE_INFINITY);
  const id = useId();
  const change = (next: string): void => {
    setText(next);
    onText?.(next);
  };
  const scan = async (): Promise<void> => {
    if (await onScan(text)) {
      setText((now) => (now === text ? '' : now));
      onText?.('');
    } else inputRef.current?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, repeat, timeStamp, nativeEvent } = event;
    if (ctrlKey || altKey || metaKey || nativeEvent.isComposing) return;
    if (key !== 'Enter' && !(key === 'Tab' && !shiftKey && text !== '')) return;
    event.preventDefault();
    if (repeat || (text === '' && timeStamp - sentAt.current < ONE_SCAN_MILLISECONDS)) return;
    if (text !== '') sentAt.current = timeStamp;
    void scan();
  };
  return (
    <TextField
      id={id}
      label={label}
      value={text}
      inputRef={inputRef}
      onChange={({ target }) => change(target.value)}
      onKeyDown={onKeyDown}
      error={problem !== ''}
      helperText={problem === '' ? hint : <span role="alert">{problem}</span>}
      // The first scan must not be lost.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={isFirst}
      autoComplete="off"
      fullWidth
      slotProps={{
        inputLabel: { shrink: true },
        formHelperText: { component: 'div', sx: { mx: 0.5 } },
        htmlInput: { spellCheck: false, maxLength: 3_000 },
        input: {
          ...(isFirst && { sx: { fontSize: '1.0625rem' } }),
          startAdornment: (
            <InputAdornment position="start">
              <QrCodeScanner fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
