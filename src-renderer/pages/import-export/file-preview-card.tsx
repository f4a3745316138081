import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Alert,
  Box,
  Chip,
  Paper,
  Typography,
} from '@mui/material';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { useId, type ReactElement } from 'react';
import {
  importKindLabels,
  type FilePreview,
  type OnHandPreview,
} from '../../../src-main/domain/import-preview.ts';
import { Figure, Figures } from '../../app/figure.tsx';
import { formatCount } from '../../app/format.ts';
import { ProblemGrid } from './problem-grid.tsx';

/** The dry run of one file. */
export function FilePreviewCard(props: {
  readonly importId: string;
  readonly index: number;
  readonly file: FilePreview;
}): ReactElement {
  const { importId, index, file } = props;
  const { name, kind, error, rows, counts, problems, onHand } = file;
  const id = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1.5, mb: 1 }}>
        <Typography id={id} variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        {kind !== null && <Chip label={importKindLabels[kind]} variant="outlined" />}
        {error === null && (
          <Typography variant="body2" color="textSecondary">
            {[`${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`, ...onHandNotes(onHand)].join(' · ')}
          </Typography>
        )}
      </Box>
      {error !== null && <Alert severity="error">{error}</Alert>}
      {error === null && (
        <Figures>
          <Figure label="New" value={formatCount(counts.new)} />
          <Figure label="Changed" value={formatCount(counts.changed)} />
          <Figure label="Unchanged" value={formatCount(counts.unchanged)} />
          <Figure
            label="Refused"
            value={formatCount(counts.refused)}
            {...(counts.refused > 0 && { color: 'error' as const })}
          />
        </Figures>
      )}
      <ReadColumns file={file} />
      {problems > 0 && <ProblemGrid importId={importId} file={index} fileName={name} count={problems} />}
    </Paper>
  );
}

function onHandNotes(onHand: OnHandPreview | null): readonly string[] {
  if (onHand === null) return [];
  const { warehouses, merged, zero, capturedHere } = onHand;
  const { staying, confirmed } = capturedHere;
  return [
    ...(warehouses.length > 0 ? [`warehouse ${namesOf(warehouses)}`] : []),
    ...(merged > 0 ? [`${formatCount(merged)} added to a row of equal dimensions`] : []),
    ...(zero > 0 ? [`${formatCount(zero)} with quantity 0 left out`] : []),
    ...(staying > 0 ? [`${formatCount(staying)} captured here, not yet in this file, stay`] : []),
    ...(confirmed > 0 ? [`${formatCount(confirmed)} captured here confirmed by this file`] : []),
  ];
}

const NAMED_WAREHOUSES = 12;

function namesOf(warehouses: readonly string[]): string {
  const rest = warehouses.length - NAMED_WAREHOUSES;
  const named = warehouses.slice(0, NAMED_WAREHOUSES).join(', ');
  return rest > 0 ? `${named} and ${formatCount(rest)} more` : named;
}

function ReadColumns({ file: { recognised, ignored } }: { readonly file: FilePreview }): ReactElement | null {
  if (recognised.length === 0 && ignored.length === 0) return null;
  return (
    <>
      {recognised.length > 0 && (
        <Accordion
          disableGutters
          elevation={0}
          slotProps={{ heading: { component: 'h3' } }}
          sx={{ mt: 0.5, '&::before': { display: 'none' } }}
        >
          <AccordionSummary
            expandIcon={<ExpandMore fontSize="small" />}
            sx={{
              flexDirection: 'row-reverse',
              justifyContent: 'start',
              gap: 0.5,
              px: 0,
              minHeight: 32,
              '& .MuiAccordionSummary-content': { my: 0 },
            }}
          >
            <Typography variant="body2">
              {recognised.length === 1 ? '1 column recognised' : `${recognised.length} columns recognised`}
            </Typography>
          </AccordionSummary>
          <AccordionDetails sx={{ p: 0 }}>
            <Box
              component="ul"
              sx={{
                display: 'grid',
                gridTemplateColumns: 'repeat(auto-fill, minmax(360px, 1fr))',
                columnGap: 3,
                listStyle: 'none',
                m: 0,
                p: 0,
              }}
            >
              {recognised.map(({ column, field }) => (
                <Typography key={column} component="li" variant="caption" sx={{ overflowWrap: 'anywhere' }}>
                  {column} → <b>{field}</b>
                </Typography>
              ))}
            </Box>
          </AccordionDetails>
        </Accordion>
      )}
      {ignored.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          {`Left out, because no field is known for ${ignored.length === 1 ? 'it' : 'them'}: ${ignored.join(', ')}`}
        </Typography>
      )}
    </>
  );
}
