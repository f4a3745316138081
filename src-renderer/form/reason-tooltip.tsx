import { Box, Tooltip } from '@mui/material';
import type { ComponentProps, ReactElement } from 'react';

/** Shows on hover why a field is held. The field itself says so by `aria-describedby`. */
export function ReasonTooltip(props: {
  readonly reason: string | undefined;
  readonly block?: boolean;
  readonly children: ReactElement;
}): ReactElement {
  const { reason, block = false, children } = props;
  return (
    <Tooltip title={reason ?? ''} placement="top" disableFocusListener>
      <HoverArea sx={{ display: block ? 'block' : 'inline-block' }}>{children}</HoverArea>
    </Tooltip>
  );
}

/** A disabled input sends no mouse events, so something around it has to. It is no thing of its own: it has no name. */
function HoverArea({ 'aria-label': _name, ...rest }: ComponentProps<typeof Box>): ReactElement {
  return <Box {...rest} />;
}
