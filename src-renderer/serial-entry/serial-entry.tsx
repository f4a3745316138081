import { Alert, Button, Stack } from '@mui/material';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { serialOf } from '../../src-main/domain/serial-entry.ts';
import { formatCount } from '../app/format.ts';
import { CreateNumbersDialog } from './create-numbers-dialog.tsx';
import { EntryCounter } from './entry-counter.tsx';
import { EntryList } from './entry-list.tsx';
import { EntryTools, type EntryDialog } from './entry-tools.tsx';
import { NotReadableDialog } from './not-readable-dialog.tsx';
import { NotTakenActions } from './not-taken-actions.tsx';
import { NotTakenList } from './not-taken-list.tsx';
import { PasteListDialog } from './paste-list-dialog.tsx';
import { ScanBox, type ScanBoxHandle } from './scan-box.tsx';
import { ScanMessage } from './scan-message.tsx';
import type { SerialEntryFieldProps } from './serial-entry-props.ts';
import { useSerialEntry } from './use-serial-entry.ts';

/**
 * The one box for serial numbers: scan, type or paste, one after the other; the focus stays. Every entry is checked by
 * `serials.check` at once, and again by the server when the page sends them.
 */
export function SerialEntryField(props: SerialEntryFieldProps): ReactElement {
  return <Field key={JSON.stringify([props.itemNumber, props.scope])} {...props} />;
}

function Field(props: SerialEntryFieldProps): ReactElement {
  const { label = 'Serial number', needed, value, problem, disabled = false, autoFocus = true } = props;
  const box = useRef<ScanBoxHandle>(null);
  const messageId = useId();
  const [dialog, setDialog] = useState<EntryDialog>();
  const entry = useSerialEntry(props, box);
  const { feedback, room } = entry;
  const { message, refused, other, removed } = feedback;

  const opened = useRef(false);
  useEffect(() => {
    // The dialog gives the focus to nobody: the box is where the user goes on.
    if (dialog === undefined && opened.current) box.current?.focus();
    opened.current = dialog !== undefined;
  }, [dialog]);
  const close = (): void => setDialog(undefined);
  const then =
    <Value,>(work: (value: Value) => void) =>
    (taken: Value): void => {
      close();
      work(taken);
    };
  const handlers = {
    onSwap: props.onSwap && ((one: Parameters<typeof entry.swap>[0]) => void entry.swap(one)),
    onAsSerial: entry.asSerial,
    onAgain: entry.again,
  };

  return (
    <Stack spacing={1.25}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <ScanBox
          ref={box}
          label={label}
          tone={message?.tone ?? 'plain'}
          describedBy={messageId}
          blocked={disabled}
          autoFocus={autoFocus}
          onScan={(text) => entry.submit(text, 'box')}
          onPasteList={(text) => entry.submit(text, 'list')}
          onEnterEmpty={entry.enterEmpty}
          onBlocked={entry.refuseBlocked}
        />
        <EntryCounter entered={value.length} needed={needed} />
      </Stack>
      <ScanMessage
        id={messageId}
        message={message}
        actions={
          <>
            {refused && <NotTakenActions {...handlers} refused={refused} disabled={disabled} />}
            {other && (
              <Button
                variant="outlined"
                color="inherit"
                disabled={disabled}
                onClick={() => entry.readOtherwise(other)}
              >
                {other.as === 'range'
                  ? 'It is one serial number'
                  : `It is a range of ${formatCount(other.count)}`}
              </Button>
            )}
            {removed.length > 0 && (
              <Button variant="outlined" color="inherit" disabled={disabled} onClick={entry.putBack}>
                Put back
              </Button>
            )}
          </>
        }
      />
      {problem !== undefined && <CommitProblem {...props} problem={problem} onRemove={entry.remove} />}
      <EntryTools
        disabled={disabled}
        full={room === 0}
        notReadable={props.notReadable ?? true}
        createNumbers={props.createNumbers ?? false}
        lists={entry.lists}
        muted={entry.muted}
        onLists={entry.setLists}
        onMuted={entry.setMuted}
        onOpen={setDialog}
      />
      <NotTakenList
        {...handlers}
        refused={feedback.kept}
        disabled={disabled}
        onDismiss={entry.dismiss}
        onDismissAll={entry.dismissAll}
      />
      <EntryList
        entries={value}
        marked={entryOf(problem)}
        disabled={disabled}
        onRemove={entry.remove}
        onRemoveAll={entry.removeAll}
      />
      {dialog === 'paste' && (
        <PasteListDialog onClose={close} onTake={then((text: string) => entry.submit(text, 'list'))} />
      )}
      {dialog === 'not-readable' && (
        <NotReadableDialog room={room} onClose={close} onRecord={then(entry.add)} />
      )}
      {dialog === 'create' && (
        <CreateNumbersDialog
          room={room}
          onClose={close}
          onCreate={then((serials: readonly string[]) => entry.submit(serials.join('\n'), 'list', 'serials'))}
        />
      )}
    </Stack>
  );
}

/** What the server said when the page sent the entries, with a way to remove the one that it names. */
function CommitProblem(
  props: Pick<SerialEntryFieldProps, 'value' | 'disabled'> & {
    readonly problem: NonNullable<SerialEntryFieldProps['problem']>;
    readonly onRemove: (index: number) => void;
  },
): ReactElement {
  const { value, problem, disabled = false, onRemove } = props;
  const index = entryOf(problem);
  const entry = index === undefined ? undefined : value[index];
  return (
    <Alert
      severity="error"
      action={
        index !== undefined &&
        entry !== undefined && (
          <Button color="inherit" disabled={disabled} onClick={() => onRemove(index)}>
            {`Remove ${serialOf(entry) ?? 'this entry'}`}
          </Button>
        )
      }
    >
      {problem.sentence}
    </Alert>
  );
}

/** The index that a path like `entries.3` names. */
function entryOf(problem: SerialEntryFieldProps['problem']): number | undefined {
  const match = /^entries\.(\d+)/.exec(problem?.path ?? '');
  return match === null ? undefined : Number(match[1]);
}
