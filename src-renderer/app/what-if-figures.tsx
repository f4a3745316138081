import { Alert, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { Transition, WhatIf, WhatIfExample } from '../../src-main/domain/what-if.ts';
import { formatCount, formatQuantity } from './format.ts';
import { transitionWords, worsens } from './transition-words.ts';

/** What a change would do to the stock, in figures and examples. */
export function WhatIfFigures({ preview }: { readonly preview: Omit<WhatIf, 'list'> }): ReactElement {
  const { items, rows, quantity, transitions, examples, stopped } = preview;
  return (
    <>
      <Typography gutterBottom>
        It reaches {formatCount(items)} {items === 1 ? 'item' : 'items'} with {formatCount(rows)} on-hand{' '}
        {rows === 1 ? 'row' : 'rows'} and {formatQuantity(quantity)} units.
      </Typography>
      {transitions.length === 0 ? (
        <Typography>No unit becomes expected or overdue by it.</Typography>
      ) : (
        <ul aria-label="What becomes of the stock">
          {transitions.map((transition) => (
            <TransitionLine key={transitionWords(transition)} transition={transition} />
          ))}
        </ul>
      )}
      {stopped.length > 0 && <StoppedOrders stopped={stopped} />}
      {examples.length > 0 && <Examples examples={examples} />}
    </>
  );
}

function TransitionLine({ transition }: { readonly transition: Transition }): ReactElement {
  const worse = worsens(transition);
  return (
    <Typography
      component="li"
      sx={{ fontWeight: worse ? 700 : 400, color: worse ? 'error.main' : undefined }}
    >
      {transitionWords(transition)}
      {worse && ' – needs attention'}
    </Typography>
  );
}

/** Order lines that are named; the others are counted. */
const NAMED_ORDERS = 10;

function StoppedOrders({ stopped }: Pick<WhatIf, 'stopped'>): ReactElement {
  const more = stopped.length - NAMED_ORDERS;
  return (
    <Alert severity="warning" sx={{ my: 1 }}>
      It stops {formatCount(stopped.length)} order {stopped.length === 1 ? 'line' : 'lines'}: what is picked
      or packed for {stopped.length === 1 ? 'it' : 'them'} has no serial number, and no later step would ask
      for it.
      <ul aria-label="Orders that it stops">
        {stopped.slice(0, NAMED_ORDERS).map(({ orderNumber, lineNumber, itemNumber, units }) => (
          <li key={`${orderNumber} ${lineNumber}`}>
            {orderNumber}, line {lineNumber}: {formatCount(units)} of {itemNumber}
          </li>
        ))}
        {more > 0 && <li>and {formatCount(more)} more</li>}
      </ul>
    </Alert>
  );
}

function Examples({ examples }: { readonly examples: readonly WhatIfExample[] }): ReactElement {
  return (
    <Table size="small" aria-label="Examples">
      <TableHead>
        <TableRow>
          {['Item number', 'Product name', 'Warehouse', 'Location'].map((label) => (
            <TableCell key={label} component="th" scope="col">
              {label}
            </TableCell>
          ))}
          <TableCell component="th" scope="col" align="right">
            Quantity
          </TableCell>
          {['Now', 'Then'].map((label) => (
            <TableCell key={label} component="th" scope="col">
              {label}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {examples.map((row, index) => (
          // Two rows may differ in dimensions that are not shown.
          <TableRow key={`${index} ${row.itemNumber}`}>
            <TableCell>{row.itemNumber}</TableCell>
            <TableCell>{row.productName}</TableCell>
            <TableCell>{row.warehouse}</TableCell>
            <TableCell>{row.location}</TableCell>
            <TableCell align="right">{formatQuantity(row.quantity)}</TableCell>
            <TableCell>{row.from}</TableCell>
            <TableCell sx={{ fontWeight: worsens(row) ? 700 : 400 }}>{row.to}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
