import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { Fragment, type ReactElement } from 'react';
import { pageCommandWords } from '../page-commands.ts';
import { shortcutGroups } from './shortcuts.ts';

/** The dialog **Keyboard shortcuts**. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title">Keyboard shortcuts</DialogTitle>
      {/* Reachable by keyboard, because it scrolls on a small screen. */}
      <DialogContent tabIndex={0}>
        {shortcutGroups.map(({ title, shortcuts }) => (
          <Box component="section" key={title} sx={{ mb: 2 }}>
            <Typography variant="h3" gutterBottom>
              {title}
            </Typography>
            <Box
              component="dl"
              sx={{
                display: 'grid',
                gridTemplateColumns: '210px 1fr',
                rowGap: 0.5,
                m: 0,
                fontSize: '0.8125rem',
              }}
            >
              {shortcuts.map(({ keys, does, command }) => (
                <Fragment key={keys}>
                  <Box component="dt">
                    <Box component="kbd" sx={keyStyle}>
                      {keys}
                    </Box>
                  </Box>
                  <Box component="dd" sx={{ m: 0 }}>
                    {(command && pageCommandWords(command)) ?? does}
                  </Box>
                </Fragment>
              ))}
            </Box>
          </Box>
        ))}
        <Typography variant="caption" color="textSecondary">
          On a Mac use ⌘ in place of Ctrl.
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button autoFocus variant="contained" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const keyStyle = {
  px: 0.75,
  py: 0.125,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.default',
  fontFamily: 'inherit',
  fontWeight: 600,
  fontSize: '0.75rem',
  whiteSpace: 'nowrap',
} as const;
