import AddOutlined from '@mui/icons-material/AddOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import SaveOutlined from '@mui/icons-material/SaveOutlined';
import { Button, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { runPageCommand } from '../../app/page-commands.ts';
import type { EditorState } from './group-editor.tsx';

/** The action bar of the page. */
export interface GroupActionsProps {
  /** Whether a stored group is shown. */
  readonly stored: boolean;
  /** The form that is open, if any. */
  readonly editor: EditorState | undefined;
  readonly onNew: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
  /** Further buttons of the page. */
  readonly children?: ReactNode;
}

/** New, Save, Duplicate, Delete. */
export function GroupActions(props: GroupActionsProps): ReactElement {
  const { stored, editor, onNew, onDuplicate, onDelete, children } = props;
  const dirty = editor?.dirty === true;
  return (
    <>
      <Button startIcon={<AddOutlined />} title="Alt+N" onClick={onNew}>
        New
      </Button>
      <Button
        startIcon={<SaveOutlined />}
        variant={dirty ? 'contained' : 'text'}
        disabled={editor === undefined}
        loading={editor?.saving === true}
        loadingPosition="start"
        title="Ctrl+S"
        onClick={() => runPageCommand('save')}
      >
        Save
      </Button>
      <Button startIcon={<ContentCopyOutlined />} disabled={!stored} onClick={onDuplicate}>
        Duplicate
      </Button>
      <Button startIcon={<DeleteOutlined />} disabled={!stored} onClick={onDelete}>
        Delete
      </Button>
      {children}
      {dirty && (
        <Typography variant="caption" color="textSecondary" sx={{ ml: 1 }}>
          Not saved
        </Typography>
      )}
    </>
  );
}
