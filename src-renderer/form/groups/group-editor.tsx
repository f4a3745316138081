import { Box } from '@mui/material';
import { useEffect, useEffectEvent, useState, type ReactElement, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useNotifyDone } from '../../app/notify-done.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { useLeaveFreely, useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { Collisions } from './collisions.tsx';
import { EditorNotices } from './editor-notices.tsx';
import type { StoredGroup } from './group-kind.ts';
import { MissingGroup } from './missing-group.tsx';
import type { OpenedGroup } from './opened-group.ts';
import type { GroupForm } from './use-group-form.ts';

/** What the page gives to the editor of one group. */
export interface GroupEditorProps<Input, Stored> {
  readonly start: OpenedGroup<Input>;
  /** The groups as the list has them now. */
  readonly groups: readonly Stored[];
  /** Told whenever there begin or cease to be unsaved changes, or a save begins or ends; undefined at the end. */
  readonly onState: (state: EditorState | undefined) => void;
  /** Told after a save. Leaving the address is free of questions then. */
  readonly onSaved: (group: Stored) => void;
  /** Told when the user gives up a group that was deleted in another window. */
  readonly onGone: () => void;
}

/** What the action bar needs to know of the editor. */
export interface EditorState {
  readonly dirty: boolean;
  readonly saving: boolean;
}

/** Props of `GroupEditor`. */
export interface EditorFrameProps<
  Input extends FieldValues,
  Stored extends Input & StoredGroup,
  Saved,
> extends Omit<GroupEditorProps<Input, Stored>, 'start'> {
  readonly form: GroupForm<Input, Stored, Saved>;
  /** What the form would save now. */
  readonly mine: () => Input;
  /** What a save has to say. */
  readonly messageOf: (saved: Saved) => string;
  /** The fields. */
  readonly children: ReactNode;
}

/** The form of one group: saving, leaving, and what other windows do meanwhile. The fields are the page's own. */
export function GroupEditor<
  Input extends FieldValues,
  Stored extends Input & StoredGroup,
  Saved extends { readonly group: Stored; readonly changeId: number | null },
>(props: EditorFrameProps<Input, Stored, Saved>): ReactElement {
  const { form, groups, mine, messageOf, onState, onSaved, onGone, children } = props;
  const notifyDone = useNotifyDone();
  const { dirty, saving, opened } = form;
  const saveAndTell = async (asNew = false): Promise<Saved | undefined> => {
    const saved = await form.save(asNew);
    if (saved !== undefined) notifyDone(messageOf(saved), saved.changeId);
    return saved;
  };
  const leaveFreely = useLeaveFreely();
  useUnsavedChanges(dirty, async () => (await saveAndTell()) !== undefined);
  const saveHere = async (asNew = false): Promise<void> => {
    const saved = await saveAndTell(asNew);
    if (saved === undefined) return;
    leaveFreely();
    onSaved(saved.group);
  };
  const current = groups.find(({ id }) => id === opened.stored?.id);
  const gone = useGone(opened.stored?.id, current) && !dirty && !saving;
  usePageCommand('save', () => {
    if (!gone) void saveHere();
  });
  useEffect(() => {
    onState(gone ? undefined : { dirty, saving });
    return () => onState(undefined);
  }, [onState, gone, dirty, saving]);
  useFocusOnNew(opened.stored === undefined, form.focusName);
  const newer =
    current !== undefined && opened.stored !== undefined && current.version > opened.stored.version;
  const follow = useEffectEvent(() => {
    if (newer) form.adopt(current, false);
  });
  useEffect(() => {
    // Nothing of this window is lost by following the other one.
    if (newer && !dirty && !saving) follow();
  }, [newer, dirty, saving]);
  if (gone) return <MissingGroup />;
  return (
    <Box
      component="form"
      noValidate
      aria-label={form.kind.one}
      onSubmit={(event) => {
        event.preventDefault();
        void saveHere();
      }}
      sx={{ flex: 1, minWidth: 0, overflowY: 'auto', bgcolor: 'background.paper' }}
    >
      <EditorNotices
        problem={form.problem}
        onCompare={newer && dirty ? () => form.compare(current) : undefined}
      />
      {children}
      <Collisions
        form={form}
        mine={mine}
        onSaveAsNew={() => void saveHere(true)}
        onGone={() => {
          leaveFreely();
          onGone();
        }}
      />
    </Box>
  );
}

/** Whether a group has been in the list and is no more. Right after its first save it is not there yet. */
function useGone(id: number | undefined, current: StoredGroup | undefined): boolean {
  const [seen, setSeen] = useState<number>();
  if (current !== undefined && current.id !== seen) setSeen(current.id);
  return current === undefined && id !== undefined && id === seen;
}

/** A new group begins with its name; a copy has one, selected to be typed over. */
function useFocusOnNew(isNew: boolean, focusName: () => void): void {
  const focus = useEffectEvent(() => {
    if (isNew) focusName();
  });
  useEffect(() => focus(), []);
}
