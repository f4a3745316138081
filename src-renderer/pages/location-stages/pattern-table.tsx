import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import {
  Box,
  Button,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import type { ReactElement, Ref } from 'react';
import { useFormState, type Control, type FieldArrayWithId } from 'react-hook-form';
import { MAX_LOCATION_PATTERNS } from '../../../src-main/domain/location-stage.ts';
import { PatternStage } from './pattern-stage.tsx';
import { PatternText } from './pattern-text.tsx';
import type { StagesValues } from './use-stages-form.ts';

/** Props of `PatternTable`. */
export interface PatternTableProps {
  readonly control: Control<StagesValues>;
  readonly rows: readonly FieldArrayWithId<StagesValues, 'patterns'>[];
  readonly addButton: Ref<HTMLButtonElement>;
  readonly onAdd: () => void;
  readonly onDelete: (index: number) => void;
}

/** All patterns, each a row that can be edited. */
export function PatternTable(props: PatternTableProps): ReactElement {
  const { control, rows, addButton, onAdd, onDelete } = props;
  const { errors } = useFormState({ control, name: 'patterns' });
  const problem = errors.patterns?.root?.message ?? errors.patterns?.message;
  return (
    <>
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ mb: 1 }}>
          There are no patterns yet, so every location is Storage.
        </Typography>
      ) : (
        <Table aria-label="Patterns" sx={{ tableLayout: 'fixed', '& td': { px: 0.5, verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              {headings.map(({ label, width }) => (
                <TableCell key={label} component="th" scope="col" sx={{ width, px: 1 }}>
                  {label}
                </TableCell>
              ))}
              <TableCell component="td" sx={{ width: 48 }} />
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row, index) => (
              <TableRow key={row.id}>
                <TableCell>
                  <PatternText
                    control={control}
                    name={`patterns.${index}.warehouse`}
                    label={`Row ${index + 1}: Warehouse`}
                    placeholder="Any"
                  />
                </TableCell>
                <TableCell>
                  <PatternText
                    control={control}
                    name={`patterns.${index}.pattern`}
                    label={`Row ${index + 1}: Location pattern`}
                  />
                </TableCell>
                <TableCell>
                  <PatternStage control={control} index={index} label={`Row ${index + 1}: Stage`} />
                </TableCell>
                <TableCell>
                  <Tooltip title={`Delete row ${index + 1}`}>
                    <IconButton
                      aria-label={`Delete row ${index + 1}`}
                      onClick={() => onDelete(index)}
                      sx={{ mt: 0.5 }}
                    >
                      <DeleteOutlined fontSize="small" />
                    </IconButton>
                  </Tooltip>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {problem !== undefined && (
        <Typography variant="body2" color="error" role="alert" sx={{ mt: 1 }}>
          {problem}
        </Typography>
      )}
      <Box sx={{ mt: 1 }}>
        <Button
          ref={addButton}
          startIcon={<Add />}
          title="Alt+N"
          disabled={rows.length >= MAX_LOCATION_PATTERNS}
          onClick={onAdd}
        >
          Add pattern
        </Button>
      </Box>
    </>
  );
}

const headings = [
  { label: 'Warehouse', width: '24%' },
  { label: 'Location pattern', width: undefined },
  { label: 'Stage', width: '32%' },
] as const;
