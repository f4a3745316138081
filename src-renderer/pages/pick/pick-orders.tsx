import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import { Box, InputAdornment, List, ListItem, ListItemButton, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import { PICK_ORDERS, type PickOrder, type PickWork } from '../../../src-main/domain/pick.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { placeWords, withUnit } from './pick-words.ts';

/** Props of `PickOrders`. */
export interface PickOrdersProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Id of the order whose work is shown. */
  readonly chosen: number | undefined;
  /** Its open work. */
  readonly work: readonly PickWork[];
  /** Id of the work at hand. */
  readonly atHand: number | undefined;
  readonly onOrder: (orderId: number) => void;
  readonly onWork: (workId: number) => void;
}

/** Open work by order: a box for an order number, and the steps of the order that is chosen. */
export function PickOrders(props: PickOrdersProps): ReactElement {
  const { inputRef, chosen, work, atHand, onOrder, onWork } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const { data: orders, error } = useQuery({
    ...trpc.pick.orders.queryOptions({ search: cleanText(text) }),
    placeholderData: keepPreviousData,
  });
  const take = async (): Promise<void> => {
    const wanted = cleanText(text);
    try {
      const found = await apiClient.pick.orders.query({ search: wanted });
      const exact = found.find(({ number }) => nameKey(number) === nameKey(wanted));
      const order = exact ?? (found.length === 1 || wanted === '' ? found[0] : undefined);
      if (order === undefined) {
        setProblem(
          found.length === 0
            ? wanted === ''
              ? 'There is no open work.'
              : `There is no open work for ${wanted}.`
            : `${formatCount(found.length)} orders have ${wanted} in their number: choose one.`,
        );
        inputRef.current?.select();
        return;
      }
      setText('');
      onOrder(order.id);
    } catch (failed) {
      setProblem(problemOf(failed).sentence);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event;
    if (ctrlKey || altKey || metaKey || nativeEvent.isComposing) return;
    if (key !== 'Enter' && !(key === 'Tab' && !shiftKey && text !== '')) return;
    event.preventDefault();
    void take();
  };
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        width: 320,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography id={id} variant="h2" sx={{ px: 2, pt: 1.5, pb: 1.5 }}>
        Open work
      </Typography>
      <Box sx={{ px: 2, pb: 1 }}>
        <TextField
          label="Order"
          value={text}
          inputRef={inputRef}
          onChange={({ target }) => {
            setText(target.value);
            setProblem('');
          }}
          onKeyDown={onKeyDown}
          error={problem !== ''}
          helperText={
            problem === '' ? 'Scan or type its number; Enter takes it.' : <span role="alert">{problem}</span>
          }
          autoComplete="off"
          fullWidth
          slotProps={{
            inputLabel: { shrink: true },
            formHelperText: { component: 'div', sx: { mx: 0.5 } },
            htmlInput: { spellCheck: false, maxLength: 60 },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <QrCodeScanner fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
      </Box>
      {error !== null && (
        <Typography variant="body2" color="error" role="alert" sx={{ px: 2 }}>
          {problemOf(error).sentence}
        </Typography>
      )}
      <List disablePadding aria-label="Orders with open work" sx={{ flex: 1, overflow: 'auto' }}>
        {orders?.map((order) => (
          <ListItem key={order.id} disablePadding sx={{ display: 'block' }}>
            <ListItemButton
              selected={order.id === chosen}
              aria-current={order.id === chosen}
              onClick={() => onOrder(order.id)}
              sx={{ display: 'block', px: 2, py: 0.5 }}
            >
              <Typography variant="body2" noWrap sx={{ fontWeight: 600 }}>
                {order.number}
              </Typography>
              <Typography variant="caption" color="textSecondary" noWrap component="p">
                {orderWords(order)}
              </Typography>
            </ListItemButton>
            {order.id === chosen && work.length > 0 && (
              <List disablePadding aria-label={`Work of ${order.number}`}>
                {work.map((one) => (
                  <ListItem key={one.id} disablePadding>
                    <ListItemButton
                      aria-current={one.id === atHand ? 'step' : undefined}
                      onClick={() => onWork(one.id)}
                      sx={{
                        display: 'block',
                        pl: 3,
                        pr: 2,
                        py: 0.25,
                        borderLeft: 3,
                        borderColor: one.id === atHand ? 'primary.main' : 'transparent',
                      }}
                    >
                      <Typography variant="body2" noWrap>
                        {placeWords(one)}
                      </Typography>
                      <Typography variant="caption" color="textSecondary" noWrap component="p">
                        {`${withUnit(one.remaining, one.inventoryUnit)} of ${one.itemNumber}`}
                      </Typography>
                    </ListItemButton>
                  </ListItem>
                ))}
              </List>
            )}
          </ListItem>
        ))}
      </List>
      {orders?.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 2, flex: 1 }}>
          {text === ''
            ? 'Nothing waits to be picked. Release a sales or transfer order on the page Orders.'
            : 'No order with open work has this in its number.'}
        </Typography>
      )}
      {orders !== undefined && orders.length >= PICK_ORDERS && (
        <Typography variant="caption" color="textSecondary" sx={{ px: 2, py: 0.5 }}>
          {`The first ${PICK_ORDERS} are shown; type a number for others.`}
        </Typography>
      )}
    </Box>
  );
}

function orderWords({ kind, name, steps }: PickOrder): string {
  const work = steps === 0 ? 'picked, not packed' : `${formatCount(steps)} ${steps === 1 ? 'step' : 'steps'}`;
  return [kind, name, work].filter((part) => part !== '').join(' · ');
}
