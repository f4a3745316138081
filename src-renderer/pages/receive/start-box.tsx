import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import { Box, Button, InputAdornment, Stack, TextField, Typography } from '@mui/material';
import { useId, useRef, useState, type ReactElement, type RefObject } from 'react';

/** A scanner that ends a scan with two keys must not take the next line with the second. */
const ONE_SCAN_MILLISECONDS = 400;

/** Something that a scan can mean. */
export interface Meaning {
  readonly label: string;
  readonly take: () => void;
}

/** Props of `StartBox`. */
export interface StartBoxProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** What is wrong with the last scan; empty where nothing is. */
  readonly problem: string;
  /** What the last scan can mean, where that is more than one thing. */
  readonly meanings: readonly Meaning[];
  /** What to do here. */
  readonly hint: string;
  /** @returns whether the scan was taken; the box is emptied then. */
  readonly onScan: (text: string) => Promise<boolean>;
}

/** The first box: the number of an order, an item, its barcode or a GS1 label, scanned or typed. */
export function StartBox({ inputRef, problem, meanings, hint, onScan }: StartBoxProps): ReactElement {
  const [text, setText] = useState('');
  const id = useId();
  const sentAt = useRef(Number.NEGATIVE_INFINITY);
  const scan = async (): Promise<void> => {
    if (await onScan(text)) setText((now) => (now === text ? '' : now));
    else inputRef.current?.select();
  };
  return (
    <Box>
      <TextField
        label="Order or item"
        value={text}
        inputRef={inputRef}
        error={problem !== ''}
        // The first scan must not be lost.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        autoComplete="off"
        fullWidth
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          const sends = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && text !== '');
          if (!sends || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          if (text !== '') sentAt.current = event.timeStamp;
          else if (event.repeat || event.timeStamp - sentAt.current < ONE_SCAN_MILLISECONDS) return;
          void scan();
        }}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { 'aria-describedby': id, spellCheck: false, maxLength: 3_000 },
          input: {
            sx: { fontSize: '1.0625rem' },
            startAdornment: (
              <InputAdornment position="start">
                <QrCodeScanner fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <Box id={id} sx={{ minHeight: 22, pt: 0.25, px: 0.5 }}>
        <Typography variant="body2" color="error" role="alert">
          {problem}
        </Typography>
        {problem === '' && (
          <Typography variant="body2" color="textSecondary">
            {hint}
          </Typography>
        )}
      </Box>
      {meanings.length > 0 && (
        <Stack direction="row" spacing={1} role="group" aria-label="What is meant" sx={{ pt: 0.5 }}>
          {meanings.map(({ label, take }, index) => (
            <Button
              key={label}
              variant="outlined"
              // The box has found several: the choice is what comes next.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={index === 0}
              onClick={take}
            >
              {label}
            </Button>
          ))}
        </Stack>
      )}
    </Box>
  );
}
