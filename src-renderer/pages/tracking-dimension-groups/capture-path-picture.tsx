import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { capturePath, captureSteps } from '../../../src-main/domain/capture-path.ts';
import type { TrackingSettings } from '../../../src-main/domain/tracking-settings.ts';

const STEP = 92;
const RADIUS = 13;
const HEIGHT = 72;
const LINE_Y = 30;
const center = (index: number): number => STEP / 2 + index * STEP;

/** Draws where the serial number is asked: the way of the goods, with the asking step marked and solid from there on. */
export function CapturePathPicture({ settings }: { readonly settings: TrackingSettings }): ReactElement {
  const { step, sentence, note } = capturePath(settings);
  const asking = step === undefined ? captureSteps.length : captureSteps.indexOf(step);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
      <Box
        component="svg"
        role="img"
        aria-label={sentence}
        viewBox={`0 0 ${captureSteps.length * STEP} ${HEIGHT}`}
        sx={pictureStyle}
      >
        {captureSteps.slice(1).map((name, index) => (
          <line
            key={name}
            className={index >= asking ? 'known' : 'blank'}
            x1={center(index) + RADIUS + 4}
            x2={center(index + 1) - RADIUS - 4}
            y1={LINE_Y}
            y2={LINE_Y}
          />
        ))}
        {captureSteps.map((name, index) => (
          <g key={name} className={index === asking ? 'asking' : index > asking ? 'known' : 'blank'}>
            <circle cx={center(index)} cy={LINE_Y} r={RADIUS} />
            {index === asking && <BarCode x={center(index)} />}
            {index > asking && <path d={`m${center(index) - 5} ${LINE_Y} 3.5 3.5 6.5-7`} />}
            <text x={center(index)} y={LINE_Y + 34} textAnchor="middle">
              {name}
            </text>
          </g>
        ))}
      </Box>
      <Box sx={{ flex: '1 1 220px', maxWidth: 440 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {sentence}
        </Typography>
        {note !== '' && (
          <Typography variant="body2" color="textSecondary">
            {note}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** The sign of the asking step. */
function BarCode({ x }: { readonly x: number }): ReactElement {
  const bars = [-5.5, -2.5, 0, 3, 5.5].map((offset) => `M${x + offset} ${LINE_Y - 5}v10`);
  return <path d={bars.join('')} />;
}

const pictureStyle = {
  width: captureSteps.length * STEP,
  maxWidth: '100%',
  height: 'auto',
  flex: '0 1 auto',
  '& line': { strokeWidth: 2, strokeLinecap: 'round' },
  '& line.blank': { stroke: 'var(--mui-palette-text-disabled)', strokeDasharray: '1 6' },
  '& line.known': { stroke: 'var(--mui-palette-primary-main)' },
  '& circle': { strokeWidth: 2, fill: 'var(--mui-palette-background-paper)' },
  '& path': { fill: 'none', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' },
  '& text': { fontSize: 12.5, fontFamily: 'inherit', fill: 'var(--mui-palette-text-secondary)' },
  '& .blank circle': { stroke: 'var(--mui-palette-text-disabled)' },
  '& .known circle, & .known path': { stroke: 'var(--mui-palette-primary-main)' },
  '& .asking circle': { stroke: 'var(--mui-palette-primary-main)', fill: 'var(--mui-palette-primary-main)' },
  '& .asking path': {
    stroke: 'var(--mui-palette-primary-contrastText)',
    strokeWidth: 1.75,
    strokeLinecap: 'butt',
  },
  '& .asking text': { fill: 'var(--mui-palette-text-primary)', fontWeight: 700 },
} as const;
