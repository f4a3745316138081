import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Alert, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { problemOf, trpc } from '../../api/client.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useKeptView } from '../../app/use-kept-view.ts';
import { CloseGapsButton } from '../../close-gaps/close-gaps-button.tsx';
import { DutiesButton } from '../../duties/duties-button.tsx';
import { ViewsButton } from '../../views/views-button.tsx';
import { GapBoard } from './gap-board.tsx';
import { blanksOf } from './gap-links.ts';
import { GapsEmpty } from './gaps-empty.tsx';
import { allGaps, gapsAddress, gapsContent, gapsViewOf, settleGapsView } from './gaps-view.ts';
import { WorklistButton } from './worklist-button.tsx';

/** Which serial numbers are missing, which of those are a problem, and since when: the question of every morning. */
export function GapsPage(): ReactElement {
  const { view, choose, adjust } = useKeptView(gapsAddress);
  // Those of all warehouses, from which those of one are taken: the choice of another waits for nothing.
  const { data, error, refetch } = useQuery(trpc.gaps.totals.queryOptions({}));
  const hasStock = data !== undefined && data.warehouses.length > 0;
  const closing = useMemo(() => blanksOf(view.warehouse), [view.warehouse]);
  return (
    <PageFrame
      title="Gaps"
      actions={
        <>
          {hasStock && <CloseGapsButton filter={closing} />}
          <DutiesButton />
          <WorklistButton warehouse={view.warehouse} disabled={!hasStock} />
          <Button startIcon={<PrintOutlined />} disabled={!hasStock} onClick={() => window.print()}>
            Print
          </Button>
          <ViewsButton
            keeper={{
              page: 'gaps',
              applied: view.saved,
              current: gapsContent(view),
              settle: settleGapsView,
              show: (content, saved) => choose(() => ({ ...gapsViewOf(content), saved })),
              reset: () => choose(() => allGaps),
              mark: (saved) => adjust((now) => ({ ...now, saved })),
            }}
          />
        </>
      }
    >
      {error !== null && data === undefined ? (
        <Alert severity="error" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {problemOf(error).sentence}
        </Alert>
      ) : data !== undefined && !hasStock ? (
        <GapsEmpty />
      ) : (
        <GapBoard found={data} view={view} onView={(change) => choose((now) => ({ ...now, ...change }))} />
      )}
    </PageFrame>
  );
}
