import Bookmark from '@mui/icons-material/Bookmark';
import BookmarkBorderOutlined from '@mui/icons-material/BookmarkBorderOutlined';
import { Box, Button, Divider, Menu, MenuItem, Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useSavedViews } from './use-saved-views.ts';
import { ViewNameDialog } from './view-name-dialog.tsx';
import type { ViewKeeper } from './view-page.ts';

/** The button **Views**: what a page shows under a name, to come back to. It says which view is shown. */
export function ViewsButton({
  keeper,
  compact = false,
}: {
  readonly keeper: ViewKeeper;
  /** For a full action bar. */
  readonly compact?: boolean;
}): ReactElement {
  const saved = useSavedViews(keeper);
  const { views, applied, changed } = saved;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'save' | 'rename'>();
  const id = useId();
  const close = (): void => setAnchor(null);
  const closing = (act: () => unknown) => (): void => {
    close();
    act();
  };
  return (
    <>
      <Button
        id={id}
        startIcon={applied === undefined ? !compact && <BookmarkBorderOutlined /> : <Bookmark />}
        sx={compact ? { px: 0.75, minWidth: 0 } : undefined}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title={applied?.name}
        aria-label={applied === undefined ? 'Views' : `Views: ${applied.name}${changed ? ' (changed)' : ''}`}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {applied === undefined ? (
          'Views'
        ) : (
          <>
            <Box
              component="span"
              sx={{ maxWidth: 130, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' }}
            >
              {applied.name}
            </Box>
            {changed && (
              <Box component="span" sx={{ ml: 0.5 }}>
                (changed)
              </Box>
            )}
          </>
        )}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ list: { 'aria-labelledby': id }, paper: { sx: { maxWidth: 360 } } }}
      >
        <MenuItem
          role="menuitemradio"
          aria-checked={applied === undefined}
          selected={applied === undefined}
          onClick={closing(keeper.reset)}
        >
          Everything
        </MenuItem>
        {views.map((view) => (
          <MenuItem
            key={view.id}
            role="menuitemradio"
            aria-checked={view.id === applied?.id}
            selected={view.id === applied?.id}
            onClick={closing(() => saved.open(view.id))}
          >
            <Typography noWrap variant="inherit">
              {view.name}
            </Typography>
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={closing(() => setDialog('save'))}>Save view…</MenuItem>
        {applied !== undefined && [
          <MenuItem key="update" disabled={!changed} onClick={closing(saved.update)}>
            <Typography noWrap variant="inherit">{`Update ${applied.name}`}</Typography>
          </MenuItem>,
          <MenuItem key="rename" onClick={closing(() => setDialog('rename'))}>
            Rename…
          </MenuItem>,
          <MenuItem key="delete" onClick={closing(saved.remove)}>
            Delete
          </MenuItem>,
        ]}
      </Menu>
      {dialog === 'save' && (
        <ViewNameDialog
          title="Save view"
          action="Save"
          name=""
          onSave={saved.save}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'rename' && applied !== undefined && (
        <ViewNameDialog
          title="Rename view"
          action="Rename"
          name={applied.name}
          onSave={saved.rename}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
