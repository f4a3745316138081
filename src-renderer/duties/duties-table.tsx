import { Table, TableBody, TableCell, TableHead, TableRow, TextField } from '@mui/material';
import type { ReactElement } from 'react';
import { RESPONSIBLE_LENGTH, warehouseLabel } from '../../src-main/domain/warehouse-duty.ts';
import type { DutyDraft, DutyProblems } from './duty-draft.ts';

/** One warehouse of the table. */
export interface DutyRow {
  readonly warehouse: string;
  readonly draft: DutyDraft;
  readonly problems: DutyProblems;
}

/** A row a warehouse, with a field for the person and one for the days. */
export function DutiesTable(props: {
  readonly labelledBy: string;
  readonly rows: readonly DutyRow[];
  /** Before the first try to save, only what is too long or no number is said. */
  readonly showProblems: boolean;
  readonly onChange: (warehouse: string, draft: DutyDraft) => void;
}): ReactElement {
  const { labelledBy, rows, showProblems, onChange } = props;
  return (
    <Table size="small" aria-labelledby={labelledBy}>
      <TableHead>
        <TableRow>
          <TableCell>Warehouse</TableCell>
          <TableCell>Responsible</TableCell>
          <TableCell>Due days</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ warehouse, draft, problems }, index) => {
          const name = warehouseLabel(warehouse);
          const wrongDays = showProblems || draft.dueDays.trim() !== '' ? problems.dueDays : undefined;
          return (
            <TableRow key={warehouse} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row" sx={{ pt: 1.5 }}>
                {name}
              </TableCell>
              <TableCell sx={{ width: '55%' }}>
                <TextField
                  fullWidth
                  autoFocus={index === 0}
                  value={draft.responsible}
                  error={problems.responsible !== undefined}
                  helperText={problems.responsible}
                  onChange={({ target }) => onChange(warehouse, { ...draft, responsible: target.value })}
                  slotProps={{
                    htmlInput: {
                      'aria-label': `${name}: Responsible`,
                      maxLength: RESPONSIBLE_LENGTH,
                      autoComplete: 'off',
                      spellCheck: false,
                    },
                  }}
                />
              </TableCell>
              <TableCell>
                <TextField
                  value={draft.dueDays}
                  error={wrongDays !== undefined}
                  helperText={wrongDays}
                  onChange={({ target }) => onChange(warehouse, { ...draft, dueDays: target.value })}
                  sx={{ width: 130 }}
                  slotProps={{
                    htmlInput: {
                      'aria-label': `${name}: Due days`,
                      inputMode: 'numeric',
                      autoComplete: 'off',
                    },
                    formHelperText: { role: 'alert' },
                  }}
                />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
