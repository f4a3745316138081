import AlarmOutlined from '@mui/icons-material/AlarmOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import RemoveCircleOutlineOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { RowVerdict } from '../../src-main/domain/verdict.ts';

/** How a verdict looks: never by its colour alone. */
export interface VerdictLook {
  readonly Icon: SvgIconComponent;
  /** Of the palette. */
  readonly color: 'error' | 'warning' | 'success' | 'secondary';
  /** Its chip has the colour as its ground. */
  readonly filled: boolean;
  /** Its figures want to be seen first. */
  readonly loud: boolean;
}

/** How each verdict looks. */
export const verdictLooks: Readonly<Record<RowVerdict, VerdictLook>> = {
  Invalid: { Icon: ErrorOutlined, color: 'error', filled: true, loud: true },
  Exception: { Icon: ReportProblemOutlined, color: 'warning', filled: true, loud: false },
  Overdue: { Icon: AlarmOutlined, color: 'error', filled: false, loud: true },
  Due: { Icon: HourglassEmptyOutlined, color: 'warning', filled: false, loud: false },
  Expected: { Icon: RadioButtonUncheckedOutlined, color: 'secondary', filled: false, loud: false },
  Captured: { Icon: CheckCircleOutlined, color: 'success', filled: false, loud: false },
  'Not tracked': { Icon: RemoveCircleOutlineOutlined, color: 'secondary', filled: false, loud: false },
};
