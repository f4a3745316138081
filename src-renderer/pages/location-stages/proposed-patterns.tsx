import Add from '@mui/icons-material/Add';
import { Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactElement } from 'react';
import { decidePattern, type LocationPattern } from '../../../src-main/domain/location-stage.ts';
import type { ProposedPattern } from '../../../src-main/domain/proposed-pattern.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';

/** Props of `ProposedPatterns`. */
export interface ProposedPatternsProps {
  /** The patterns of the form; what they decide needs no proposal. */
  readonly draft: readonly LocationPattern[];
  readonly onAdd: (patterns: readonly LocationPattern[]) => void;
}

const headings = ['Location pattern', 'Locations', 'Warehouses', 'For example', 'Suggested stage'];

/** Patterns made from the names of the locations that hold stock. None is used before the user adds it. */
export function ProposedPatterns({ draft, onAdd }: ProposedPatternsProps): ReactElement {
  const { data, error } = useQuery(trpc.locationStages.proposals.queryOptions());
  const id = useId();
  if (error !== null) return <Typography color="error">{problemOf(error).sentence}</Typography>;
  const decide = decidePattern(draft);
  const open = (data ?? []).filter(
    ({ warehouses, examples }) =>
      !warehouses.every((warehouse) =>
        examples.every((location) => decide(warehouse, location) !== undefined),
      ),
  );
  const telling = open.filter(({ stage }) => stage !== 'Storage');
  if (open.length === 0)
    return (
      <Typography variant="body2">
        {data === undefined || data.length > 0
          ? 'Every location has a pattern.'
          : 'Patterns are proposed from the locations of the on-hand, once it has any without a pattern.'}
      </Typography>
    );
  return (
    <>
      {telling.length > 1 && (
        <Button startIcon={<Add />} onClick={() => onAdd(telling.map(patternOf))} sx={{ mb: 1 }}>
          {`Add the ${telling.length} that are not Storage`}
        </Button>
      )}
      <Table aria-label="Proposed patterns">
        <TableHead>
          <TableRow>
            {headings.map((heading) => (
              <TableCell
                key={heading}
                component="th"
                scope="col"
                align={heading === 'Locations' ? 'right' : 'left'}
              >
                {heading}
              </TableCell>
            ))}
            <TableCell component="td" />
          </TableRow>
        </TableHead>
        <TableBody>
          {open.map((proposed, index) => (
            <TableRow key={proposed.pattern}>
              <TableCell id={`${id}-${index}`} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {proposed.pattern}
              </TableCell>
              <TableCell align="right">{formatCount(proposed.locations)}</TableCell>
              <TableCell>{warehousesOf(proposed)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{proposed.examples.join(', ')}</TableCell>
              <TableCell>{proposed.stage}</TableCell>
              <TableCell align="right" sx={{ py: 0 }}>
                <Button
                  startIcon={<Add />}
                  aria-describedby={`${id}-${index}`}
                  onClick={() => onAdd([patternOf(proposed)])}
                >
                  Add
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

const patternOf = ({ pattern, stage }: ProposedPattern): LocationPattern => ({
  warehouse: '',
  pattern,
  stage,
});

/** The first warehouses by name. */
function warehousesOf({ warehouses }: ProposedPattern): string {
  const rest = warehouses.length - 3;
  return warehouses.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
