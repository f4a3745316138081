import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm, type FieldPath, type Resolver, type UseFormReturn } from 'react-hook-form';
import { orderInputSchema, type OrderInput } from '../../../src-main/domain/order.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { inputOf, type Order } from './order-values.ts';

/** The edit of one order. */
export interface OrderForm {
  readonly form: UseFormReturn<OrderInput>;
  /** The id and version that the edit started from; undefined for an order that is not stored yet. */
  readonly opened: { readonly id: number; readonly version: number } | undefined;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** A sentence about a save that failed, where no field is to blame. */
  readonly problem: string | undefined;
  /** Saves. Undefined where it was not saved; the form then shows why. */
  readonly save: () => Promise<Order | undefined>;
  /** Goes on from another version, without the changes of this window. */
  readonly adopt: (order: Order) => void;
}

/** Edits an order: react-hook-form holds what the user has chosen. */
export function useOrderForm(start: OrderInput, order: Order | undefined): OrderForm {
  const [opened, setOpened] = useState(order && { id: order.id, version: order.version });
  const [problem, setProblem] = useState<string>();
  const client = useQueryClient();
  const running = useRef(false);
  const form = useForm<OrderInput>({
    defaultValues: start,
    resolver: zodResolver(orderInputSchema) as Resolver<OrderInput>,
    mode: 'onSubmit',
  });
  const { formState, getValues, reset, setError, handleSubmit } = form;

  const adopt = (stored: Order): void => {
    setOpened({ id: stored.id, version: stored.version });
    setProblem(undefined);
    reset(inputOf(stored));
  };
  const send = async (values: OrderInput): Promise<Order | undefined> => {
    const before = JSON.stringify(getValues());
    setProblem(undefined);
    try {
      const saved = await apiClient.orders.save.mutate({
        ...opened,
        order: { ...values, lines: [...values.lines] },
      });
      client.setQueryData(trpc.orders.get.queryKey({ id: saved.id }), saved);
      void client.invalidateQueries();
      // What was typed while the save was on its way is a new change, not to be lost.
      if (JSON.stringify(getValues()) === before) adopt(saved);
      else {
        setOpened({ id: saved.id, version: saved.version });
        reset(inputOf(saved), { keepValues: true });
      }
      return saved;
    } catch (error) {
      const { code, path, sentence } = problemOf(error);
      if (code === 'changed-meanwhile')
        void client.invalidateQueries({ queryKey: trpc.orders.get.queryKey() });
      if (isField(path)) setError(path, { type: 'server', message: sentence }, { shouldFocus: true });
      else setProblem(sentence);
      return undefined;
    }
  };
  const save = async (): Promise<Order | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    let saved: Order | undefined;
    try {
      await handleSubmit(async (values) => {
        saved = await send(values);
      })();
    } finally {
      running.current = false;
    }
    return saved;
  };

  return { form, opened, dirty: formState.isDirty, saving: formState.isSubmitting, problem, save, adopt };
}

function isField(path: string): path is FieldPath<OrderInput> {
  return path === 'kind' || path === 'number' || path === 'name' || /^lines\.\d+\.\w+$/.test(path);
}
