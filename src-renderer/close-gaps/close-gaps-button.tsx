import PlaylistAddCheckOutlined from '@mui/icons-material/PlaylistAddCheckOutlined';
import { Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { OnHandFilter } from '../../src-main/domain/on-hand-query.ts';
import { CloseGapsDialog } from './close-gaps-dialog.tsx';

/** The button **Close gaps**: for the selected rows, or for all that match a filter. */
export function CloseGapsButton(props: {
  readonly filter: OnHandFilter;
  readonly selected?: readonly number[];
}): ReactElement {
  const { filter, selected } = props;
  const [open, setOpen] = useState<{ readonly selected: readonly number[] }>();
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PlaylistAddCheckOutlined />}
        onClick={() => setOpen({ selected: selected ?? [] })}
      >
        Close gaps
      </Button>
      {open !== undefined && (
        <CloseGapsDialog filter={filter} selected={open.selected} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
