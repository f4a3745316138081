import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CloseScope, GapPlan } from '../../src-main/domain/close-gaps.ts';
import type { ListReading } from '../../src-main/domain/serial-list.ts';
import { apiClient, problemOf, type ApiProblem } from '../api/client.ts';
import { formatCount } from '../app/format.ts';
import { useNotifyActed } from '../app/notify-done.ts';
import { keptBlock, noBlock, type Block } from './kept-block.ts';
import { readBlockFile } from './read-block-file.ts';

/** Closing gaps step by step: enter, look at the plan, apply. */
export interface CloseGaps {
  readonly block: Block;
  setBlock(block: Block): void;
  readFile(file: File): Promise<void>;
  readonly reading: ListReading;
  setReading(reading: ListReading): void;
  /** Undefined while serial numbers are entered. */
  readonly plan: GapPlan | undefined;
  readonly leftOut: ReadonlySet<number>;
  leaveOut(numbers: ReadonlySet<number>): void;
  readonly working: boolean;
  /** What was refused, or happened meanwhile. */
  readonly problem: { readonly severity: 'error' | 'info'; readonly sentence: string } | undefined;
  makePlan(): Promise<void>;
  goBack(): void;
  apply(): Promise<void>;
  recordExceptions(reason: string, units: number | 'all'): Promise<void>;
}

/** The state of the dialog **Close gaps** for a scope. */
export function useCloseGaps(scope: CloseScope, onClose: () => void): CloseGaps {
  const client = useQueryClient();
  const notifyActed = useNotifyActed();
  const block = keptBlock.use();
  const [reading, setReading] = useState<ListReading>('decide');
  const [plan, setPlan] = useState<GapPlan>();
  const [leftOut, leaveOut] = useState<ReadonlySet<number>>(new Set());
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<CloseGaps['problem']>();

  const show = (next: GapPlan | undefined): void => {
    setPlan(next);
    leaveOut(new Set());
  };
  const work = async (
    doing: () => Promise<void>,
    refused: (problem: ApiProblem) => Promise<void> | void = ({ sentence }) =>
      setProblem({ severity: 'error', sentence }),
  ): Promise<void> => {
    if (working) return;
    setWorking(true);
    setProblem(undefined);
    try {
      await doing();
    } catch (error) {
      await refused(problemOf(error));
    } finally {
      setWorking(false);
    }
  };
  const done = async (text: string, actionId: number): Promise<void> => {
    await client.invalidateQueries();
    notifyActed(text, { actionId, notices: [] });
    onClose();
  };
  return {
    block,
    setBlock: keptBlock.set,
    readFile: async (file) => {
      setProblem(undefined);
      try {
        keptBlock.set(await readBlockFile(file));
      } catch (error) {
        const sentence = error instanceof Error ? error.message : `${file.name} cannot be read.`;
        setProblem({ severity: 'error', sentence });
      }
    },
    reading,
    setReading,
    plan,
    leftOut,
    leaveOut,
    working,
    problem,
    makePlan: () =>
      work(async () => show(await apiClient.closeGaps.plan.mutate({ scope, block: block.text, reading }))),
    goBack: () => {
      show(undefined);
      setProblem(undefined);
    },
    apply: () =>
      work(
        async () => {
          if (plan === undefined) return;
          const { planId } = plan;
          const applied = await apiClient.closeGaps.confirm.mutate({ planId, leaveOut: [...leftOut] });
          keptBlock.set(noBlock);
          await done(closed(applied.captured), applied.actionId);
        },
        async ({ code, sentence }) => {
          setProblem({ severity: 'error', sentence });
          if (plan === undefined || code !== 'changed-meanwhile') return;
          try {
            show(await apiClient.closeGaps.renew.mutate({ planId: plan.planId }));
            setProblem({ severity: 'info', sentence });
          } catch (error) {
            setProblem({ severity: 'error', sentence: problemOf(error).sentence });
          }
        },
      ),
    recordExceptions: (reason, units) =>
      work(async () => {
        const recorded = await apiClient.closeGaps.recordExceptions.mutate({
          scope,
          reason,
          ...(units !== 'all' && { units }),
        });
        const count = recorded.units;
        await done(
          count === 1
            ? '1 unit is recorded as not readable.'
            : `${formatCount(count)} units are recorded as not readable.`,
          recorded.actionId,
        );
      }),
  };
}

const closed = (gaps: number): string =>
  gaps === 1 ? '1 gap is closed.' : `${formatCount(gaps)} gaps are closed.`;
