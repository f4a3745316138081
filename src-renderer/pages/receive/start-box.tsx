import { Box, Button, Stack } from '@mui/material';
import type { ReactElement, RefObject } from 'react';
import { ScanField } from '../../form/scan-field.tsx';

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
export function StartBox({ meanings, ...box }: StartBoxProps): ReactElement {
  return (
    <Box>
      <ScanField label="Order or item" isFirst {...box} />
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
