import { Typography } from '@mui/material';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import type { LocationPattern } from '../../../src-main/domain/location-stage.ts';
import type { WhatIf } from '../../../src-main/domain/what-if.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';
import { transitionWords, worsens } from '../../app/transition-words.ts';
import type { StagesForm } from './use-stages-form.ts';

/** How long nothing is typed before the effect is asked for. */
const DELAY_MILLISECONDS = 300;

/** What saving the patterns would do to the stock, as they stand now. */
export function StageEffect({ edit }: { readonly edit: StagesForm }): ReactElement {
  const { complete, dirty } = edit;
  const asked = useSettled(dirty ? complete : undefined);
  const { data, error } = useQuery(
    trpc.locationStages.whatIf.queryOptions(asked === undefined ? skipToken : { patterns: [...asked] }, {
      placeholderData: keepPreviousData,
    }),
  );
  if (!dirty) return <Sentence text="Nothing is changed." />;
  if (complete === undefined) return <Sentence text="It is shown once every pattern is complete." />;
  if (error !== null) return <Sentence text={problemOf(error).sentence} />;
  return data === undefined ? <Sentence text="Adding up…" /> : <Effect preview={data} />;
}

function Effect({ preview }: { readonly preview: WhatIf }): ReactElement {
  const { items, rows, quantity, transitions } = preview;
  if (rows === 0) return <Sentence text="No serial-tracked stock comes to another stage." />;
  return (
    <>
      <Sentence
        text={
          `${formatCount(rows)} on-hand ${rows === 1 ? 'row' : 'rows'} of ${formatCount(items)} ` +
          `${items === 1 ? 'item' : 'items'} (${formatQuantity(quantity)} units) ` +
          `${rows === 1 ? 'comes' : 'come'} to another stage. ` +
          (transitions.length === 0 ? 'No unit is judged differently there.' : '')
        }
      />
      {transitions.length > 0 && (
        <ul aria-label="What becomes of the stock">
          {transitions.map((transition) => (
            <Typography
              key={transitionWords(transition)}
              component="li"
              variant="body2"
              sx={{
                fontWeight: worsens(transition) ? 700 : 400,
                color: worsens(transition) ? 'error.main' : undefined,
              }}
            >
              {transitionWords(transition)}
            </Typography>
          ))}
        </ul>
      )}
    </>
  );
}

function Sentence({ text }: { readonly text: string }): ReactElement {
  return (
    <Typography variant="body2" role="status">
      {text}
    </Typography>
  );
}

/** The patterns once they have stood still for a moment. */
function useSettled(
  patterns: readonly LocationPattern[] | undefined,
): readonly LocationPattern[] | undefined {
  const text = JSON.stringify(patterns);
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), DELAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === undefined ? undefined : (JSON.parse(settled) as readonly LocationPattern[]);
}
