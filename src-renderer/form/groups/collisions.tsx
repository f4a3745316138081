import type { ReactElement } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useNotify } from '../../app/notifications.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DeletedDialog } from './deleted-dialog.tsx';
import { changedFields, type StoredGroup } from './group-kind.ts';
import type { GroupForm } from './use-group-form.ts';

/** Props of `Collisions`. */
export interface CollisionsProps<Input extends FieldValues, Stored extends Input & StoredGroup, Saved> {
  readonly form: GroupForm<Input, Stored, Saved>;
  /** What the form would save now. */
  readonly mine: () => Input;
  readonly onSaveAsNew: () => void;
  readonly onGone: () => void;
}

/** Asks what to do where another window was faster. */
export function Collisions<Input extends FieldValues, Stored extends Input & StoredGroup, Saved>(
  props: CollisionsProps<Input, Stored, Saved>,
): ReactElement | null {
  const { form, mine, onSaveAsNew, onGone } = props;
  const notify = useNotify();
  const { collision, opened, kind } = form;
  if (collision === undefined) return null;
  if (collision.kind === 'deleted') {
    return (
      <DeletedDialog
        name={kind.nameOf(opened.start)}
        onSaveAsNew={onSaveAsNew}
        onDiscard={onGone}
        onClose={form.dismissCollision}
      />
    );
  }
  const { theirs } = collision;
  const [base, own] = [opened.start, mine()];
  return (
    <ConflictDialog
      name={kind.nameOf(base)}
      fields={changedFields(kind.fields, base, theirs).map(({ label, show }) => ({
        label,
        before: show(base),
        theirs: show(theirs),
        mine: show(own),
      }))}
      onClose={form.dismissCollision}
      onLoadTheirs={() => form.adopt(theirs, false)}
      onKeepMine={() => {
        form.adopt(theirs, true);
        notify({
          severity: 'info',
          text: 'Your changes are on top of the newer version. Save to store them.',
        });
      }}
    />
  );
}
