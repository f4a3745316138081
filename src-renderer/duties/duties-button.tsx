import PersonOutlined from '@mui/icons-material/PersonOutlined';
import { Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { DutiesDialog } from './duties-dialog.tsx';

/** The button that opens the dialog **Responsible and due days**. */
export function DutiesButton(): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<PersonOutlined />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Responsible and due days
      </Button>
      {open && <DutiesDialog onClose={() => setOpen(false)} />}
    </>
  );
}
