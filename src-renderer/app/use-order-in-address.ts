import { useSearchParams } from 'react-router';

/** The order that the address of a page names, and how to name another or, with undefined, none. */
export function useOrderInAddress(): readonly [number | undefined, (orderId: number | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.get('order') ?? '';
  const orderId = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
  return [orderId, (next) => setParams(next === undefined ? {} : { order: String(next) }, { replace: true })];
}
