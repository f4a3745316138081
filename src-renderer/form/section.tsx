import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Typography } from '@mui/material';
import { useId, type ReactElement, type ReactNode } from 'react';
import { usePreference } from '../grid/preference.ts';

/** A section of a form. */
export interface SectionProps {
  readonly title: string;
  /** Under which name the app remembers that the section is folded. */
  readonly remember: string;
  /** The gist, shown beside the title while the section is folded. */
  readonly gist?: string;
  readonly children: ReactNode;
}

/** A section that folds like Dynamics' FastTabs, and stays as the user left it. */
export function Section({ title, remember, gist, children }: SectionProps): ReactElement {
  const [folded, keepFolded] = usePreference(`folded.${remember}`);
  const id = useId();
  const open = folded !== 'yes';
  return (
    <Accordion
      expanded={open}
      onChange={(_event, expanded) => keepFolded(expanded ? null : 'yes')}
      disableGutters
      square
      elevation={0}
      slotProps={{ heading: { component: 'h2' } }}
      sx={{ borderBottom: 1, borderColor: 'divider', '&::before': { display: 'none' } }}
    >
      <AccordionSummary
        id={`${id}-head`}
        aria-controls={`${id}-body`}
        expandIcon={<ExpandMore fontSize="small" />}
        sx={{
          flexDirection: 'row-reverse',
          gap: 1,
          minHeight: 36,
          px: 2,
          '& .MuiAccordionSummary-content': { my: 0.5, gap: 1.5, alignItems: 'baseline', minWidth: 0 },
        }}
      >
        <Typography variant="h2" component="span">
          {title}
        </Typography>
        {!open && gist !== undefined && (
          <Typography variant="body2" color="textSecondary" noWrap aria-hidden>
            {gist}
          </Typography>
        )}
      </AccordionSummary>
      <AccordionDetails sx={{ px: 2, pt: 0.25, pb: 1.5 }}>{children}</AccordionDetails>
    </Accordion>
  );
}
