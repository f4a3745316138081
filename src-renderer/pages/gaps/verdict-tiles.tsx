import { Box, Skeleton, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { Link as RouterLink } from 'react-router';
import type { VerdictTotal } from '../../../src-main/domain/verdict-totals.ts';
import { rowVerdictNames, type RowVerdict } from '../../../src-main/domain/verdict.ts';
import { formatQuantity } from '../../app/format.ts';
import { verdictLooks } from '../../app/verdict-looks.ts';
import { inWarehouse, onHandOf } from './gap-links.ts';
import { countWords } from './gap-words.ts';

/** Units and rows of each verdict as large figures, each of which leads to its rows. */
export function VerdictTiles(props: {
  /** Undefined until they are known. */
  readonly totals: readonly VerdictTotal[] | undefined;
  readonly warehouse: string | undefined;
}): ReactElement {
  const { totals, warehouse } = props;
  return (
    <Box
      component="ul"
      aria-label="Verdicts"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))',
        gap: 1.25,
        listStyle: 'none',
        m: 0,
        p: 0,
      }}
    >
      {rowVerdictNames.map((verdict) => (
        <Box component="li" key={verdict} sx={{ display: 'flex', minWidth: 0 }}>
          {totals === undefined ? (
            <Skeleton variant="rounded" height={TILE_HEIGHT} sx={{ flex: 1 }} />
          ) : (
            <Tile
              verdict={verdict}
              total={totals.find((one) => one.verdict === verdict)}
              to={onHandOf([verdict], ...inWarehouse(warehouse))}
            />
          )}
        </Box>
      ))}
    </Box>
  );
}

const TILE_HEIGHT = 88;

function Tile(props: {
  readonly verdict: RowVerdict;
  readonly total: VerdictTotal | undefined;
  readonly to: string;
}): ReactElement {
  const { verdict, total, to } = props;
  const { Icon, color, loud } = verdictLooks[verdict];
  const { quantity = 0, rows = 0 } = total ?? {};
  const stands = loud && rows > 0;
  return (
    <Box
      component={RouterLink}
      to={to}
      sx={{
        flex: 1,
        minWidth: 0,
        minHeight: TILE_HEIGHT,
        px: 1.5,
        py: 1,
        border: 1,
        borderLeft: stands ? 6 : 1,
        borderColor: stands ? `${color}.main` : 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        color: 'text.primary',
        textDecoration: 'none',
        '&:hover': { bgcolor: 'action.hover' },
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
      }}
    >
      <Typography
        component="span"
        variant="body2"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          fontWeight: stands ? 700 : 500,
          color: rows === 0 ? 'text.secondary' : `${color}.main`,
        }}
      >
        <Icon sx={{ fontSize: 18 }} />
        {verdict}
      </Typography>
      <Typography
        component="span"
        sx={{
          display: 'block',
          fontSize: '1.625rem',
          lineHeight: 1.3,
          fontWeight: stands ? 800 : 600,
          fontVariantNumeric: 'tabular-nums',
          letterSpacing: '-0.01em',
          color: stands ? `${color}.main` : rows === 0 ? 'text.secondary' : 'text.primary',
        }}
      >
        {formatQuantity(quantity)}
      </Typography>
      <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {`units · ${countWords(rows, 'row')}`}
      </Typography>
    </Box>
  );
}
