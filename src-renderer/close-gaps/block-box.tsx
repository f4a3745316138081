import { Box, Button, Typography } from '@mui/material';
import { styled } from '@mui/material/styles';
import { useId, type ReactElement } from 'react';
import { formatCount } from '../app/format.ts';
import { filledLines, noBlock, type Block } from './kept-block.ts';

/** Most characters that a box of text takes without being slow; a longer block is shown by its beginning. */
const MOST_SHOWN = 200_000;

/** Characters of the beginning. */
const BEGINNING = 4_000;

const Text = styled('textarea')(({ theme }) => ({
  flex: 1,
  minHeight: 120,
  width: '100%',
  resize: 'none',
  padding: theme.spacing(1),
  font: '0.875rem ui-monospace, Consolas, monospace',
  whiteSpace: 'pre',
  overflow: 'auto',
  color: 'inherit',
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
}));

/** The box for a block: to paste and to write, or the beginning of a block that is too long for that. */
export function BlockBox(props: {
  readonly block: Block;
  readonly onChange: (block: Block) => void;
}): ReactElement {
  const { block, onChange } = props;
  const id = useId();
  const long = block.text.length > MOST_SHOWN;
  return (
    <Box sx={{ flex: 1, minHeight: 160, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5 }}>
        <Typography component="label" htmlFor={id} variant="body2">
          Serial numbers
        </Typography>
        {block.text !== '' && (
          <>
            <Typography variant="body2" color="textSecondary" role="status" sx={{ ml: 'auto' }}>
              {block.fileName === '' ? '' : `${block.fileName}, `}
              {formatCount(filledLines(block.text))} lines
            </Typography>
            <Button onClick={() => onChange(noBlock)}>Clear</Button>
          </>
        )}
      </Box>
      <Text
        id={id}
        aria-describedby={`${id}-help`}
        spellCheck={false}
        readOnly={long}
        value={long ? `${block.text.slice(0, BEGINNING)}\n…` : block.text}
        onChange={({ target }) => onChange({ ...block, text: target.value })}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (block.text.length + pasted.length <= MOST_SHOWN && !long) return;
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          const [before, after] = long
            ? [`${block.text}\n`, '']
            : [block.text.slice(0, selectionStart), block.text.slice(selectionEnd)];
          onChange({ ...block, text: before + pasted + after });
        }}
      />
      <Typography id={`${id}-help`} variant="caption" color="textSecondary">
        Paste a list, or cells from Excel with a heading: Serial number, and any of Item number, Warehouse,
        Location, License plate, Batch number. Ranges: AB100-AB110, 100~+20, 001 × 5. A CSV or text file can
        be dropped here.
      </Typography>
    </Box>
  );
}
