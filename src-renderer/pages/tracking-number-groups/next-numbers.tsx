import { Box, Typography } from '@mui/material';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { exampleSource } from '../../../src-main/domain/build-number.ts';
import { problemOf, trpc } from '../../api/client.ts';
import type { NumberGroupForm } from './use-number-group-form.ts';

/** What the group would give out next, as the fields stand now. */
export function NextNumbers({ edit }: { readonly edit: NumberGroupForm }): ReactElement {
  const { values, opened, numberProblem } = edit;
  const code = values.code.trim() === '' ? '–' : values.code.slice(0, 10);
  const input = { ...values, code, name: '', ...opened.stored };
  const { data, error } = useQuery(
    trpc.numberGroups.preview.queryOptions(numberProblem === undefined ? input : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  if (numberProblem !== undefined)
    return <Typography variant="body2">{`There are no numbers yet. ${numberProblem.sentence}`}</Typography>;
  if (error !== null) return <Typography color="error">{problemOf(error).sentence}</Typography>;
  const { numbers = [], skipped = 0, note = '' } = data ?? {};
  const { reference, lotId } = values.parts;
  const examples = [
    ...(reference ? [`reference ${exampleSource.reference}`] : []),
    ...(lotId ? [`lot ID ${exampleSource.lotId}`] : []),
  ];
  return (
    <>
      <Box component="ol" aria-label="Next numbers" sx={listStyle}>
        {numbers.map((number) => (
          <li key={number}>{number}</li>
        ))}
      </Box>
      {[
        note,
        ...(skipped > 0
          ? [
              `${skipped === 1 ? 'One number is' : `${skipped} numbers are`} passed over, being on hand already.`,
            ]
          : []),
        ...(examples.length > 0 && numbers.length > 0
          ? [`Example with ${examples.join(' and ')}; the document gives its own.`]
          : []),
      ]
        .filter((line) => line !== '')
        .map((line) => (
          <Typography key={line} variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {line}
          </Typography>
        ))}
    </>
  );
}

const listStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  m: 0,
  p: 0,
  listStyle: 'none',
  '& li': {
    px: 1,
    py: 0.25,
    border: 1,
    borderColor: 'divider',
    borderRadius: 1,
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    whiteSpace: 'pre',
  },
} as const;
