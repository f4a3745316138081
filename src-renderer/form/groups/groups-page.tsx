import { Alert, Box, Button, LinearProgress } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../../api/client.ts';
import { EmptyState } from '../../app/empty-state.tsx';
import { useNotifyDone } from '../../app/notify-done.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useLeaveFreely } from '../../app/unsaved-changes.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { GroupActions } from './group-actions.tsx';
import { GroupBrowser } from './group-browser.tsx';
import type { GroupCache } from './group-cache.ts';
import type { EditorState, GroupEditorProps } from './group-editor.tsx';
import type { GroupKind, StoredGroup } from './group-kind.ts';
import { GroupPane } from './group-pane.tsx';

const NEW = 'new';

/** What the page gives to its further buttons. */
export interface GroupsPageActionsProps<Stored> {
  /** The stored group that is shown, if any. */
  readonly group: Stored | undefined;
  readonly groups: readonly Stored[];
}

/** A page of groups: what is its own. */
export interface GroupsPageProps<Input extends FieldValues, Stored extends Input & StoredGroup> {
  readonly kind: GroupKind<Input, Stored>;
  readonly cache: GroupCache<Stored>;
  readonly icon: ReactNode;
  /** What a group is, for a page that has none yet. */
  readonly explanation: string;
  /** Deletes a group and says what to undo, or throws what the API says. */
  readonly remove: (group: Stored) => Promise<{ readonly changeId: number | null }>;
  /** Further buttons of the action bar. */
  readonly actions?: ComponentType<GroupsPageActionsProps<Stored>>;
  /** The form of one group. */
  readonly editor: ComponentType<GroupEditorProps<Input, Stored>>;
}

/** A page of groups: the list, the form of one group, the action bar. */
export function GroupsPage<Input extends FieldValues, Stored extends Input & StoredGroup>(
  props: GroupsPageProps<Input, Stored>,
): ReactElement {
  const { kind, cache } = props;
  const { data, error, refetch } = useQuery({
    queryKey: cache.queryKey,
    queryFn: cache.load,
    // Another window may have changed a group a second ago.
    refetchOnWindowFocus: 'always',
  });
  if (data !== undefined) return <Loaded {...props} groups={data} />;
  return (
    <PageFrame title={kind.title}>
      {error === null ? (
        <LinearProgress aria-label="Loading the groups" />
      ) : (
        <Alert
          severity="error"
          sx={{ m: 2 }}
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {problemOf(error).sentence}
        </Alert>
      )}
    </PageFrame>
  );
}

function Loaded<Input extends FieldValues, Stored extends Input & StoredGroup>(
  props: GroupsPageProps<Input, Stored> & { readonly groups: readonly Stored[] },
): ReactElement {
  const { kind, cache, groups, icon, explanation, remove, actions: Actions, editor: Editor } = props;
  const { group: param } = useParams();
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const notifyDone = useNotifyDone();
  const leaveFreely = useLeaveFreely();
  const [editor, setEditor] = useState<EditorState>();
  const [deleting, setDeleting] = useState<Stored>();
  // A new group keeps its form when its first save gives it an address.
  const [kept, setKept] = useState<{ readonly param: string; readonly key: string }>();
  const isNew = param === NEW;
  const paneKey = kept?.param === param ? kept?.key : isNew ? location.key : param;
  const id = param === undefined || isNew ? undefined : Number(param);
  const group = groups.find((one) => one.id === id);
  const { home, title } = kind;
  const go = (to: string): void => void navigate(`${home}/${to}`);
  usePageCommand('new', () => go(NEW));
  // An edit outlives the list, so that clearing the data in another window does not take it away.
  const nothing = groups.length === 0 && !isNew && editor?.dirty !== true;
  const onState = useCallback((state: EditorState | undefined) => setEditor(state), []);
  const rows = useMemo(() => groups.map(kind.row), [groups, kind]);

  if (param === undefined && groups[0] !== undefined)
    return <Navigate to={`${home}/${groups[0].id}`} replace />;

  const onDeleted = async (deleted: Stored, changeId: number | null): Promise<void> => {
    const index = groups.indexOf(deleted);
    const next = groups[index + 1] ?? groups[index - 1];
    setDeleting(undefined);
    leaveFreely();
    await navigate(next === undefined ? home : `${home}/${next.id}`, { replace: true });
    cache.drop(deleted.id);
    notifyDone(`Deleted ${kind.nameOf(deleted)}.`, changeId);
  };
  return (
    <PageFrame
      title={title}
      actions={
        <GroupActions
          stored={group !== undefined}
          editor={editor}
          onNew={() => go(NEW)}
          onDuplicate={() => go(`${NEW}?from=${id}`)}
          onDelete={() => setDeleting(group)}
        >
          {Actions !== undefined && <Actions group={group} groups={groups} />}
        </GroupActions>
      }
    >
      {nothing ? (
        <EmptyState
          icon={icon}
          title={`No ${title.toLowerCase()} yet`}
          actions={<Button onClick={() => go(NEW)}>Create a group</Button>}
        >
          {explanation}
        </EmptyState>
      ) : (
        <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
          <GroupBrowser
            label={title}
            groups={rows}
            selected={id}
            onSelect={(selected) => go(String(selected))}
          />
          <GroupPane
            key={paneKey}
            kind={kind}
            groups={groups}
            id={id}
            copyOf={isNew && search.has('from') ? Number(search.get('from')) : undefined}
          >
            {(start) => (
              <Editor
                start={start}
                groups={groups}
                onState={onState}
                onSaved={(saved) => {
                  if (saved.id === id) return;
                  setKept({ param: String(saved.id), key: paneKey ?? '' });
                  void navigate(`${home}/${saved.id}`, { replace: true });
                }}
                onGone={() => void navigate(home, { replace: true })}
              />
            )}
          </GroupPane>
        </Box>
      )}
      {deleting !== undefined && (
        <DeleteDialog
          name={kind.nameOf(deleting)}
          remove={() => remove(deleting)}
          onDeleted={(changeId) => void onDeleted(deleting, changeId)}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </PageFrame>
  );
}
