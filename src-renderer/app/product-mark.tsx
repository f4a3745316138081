import { SvgIcon, type SvgIconProps } from '@mui/material';
import type { ReactElement } from 'react';

/** The app's sign, as its icon has it: a bar code, and the one bar that is still blank. */
export function ProductMark(props: SvgIconProps): ReactElement {
  return (
    <SvgIcon viewBox="64 64 896 896" {...props}>
      <rect x="64" y="64" width="896" height="896" rx="208" fill="#1d566b" />
      <path d="M192 256h128v512H192zM384 256h64v512h-64zM768 256h64v512h-64z" fill="#f4fafb" />
      <rect x="540" y="284" width="136" height="456" rx="28" fill="none" stroke="#ffb84d" strokeWidth="56" />
    </SvgIcon>
  );
}
