import SaveOutlined from '@mui/icons-material/SaveOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useEffect, useEffectEvent, useRef, type ReactElement } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { LocationPattern } from '../../../src-main/domain/location-stage.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { runPageCommand, usePageCommand } from '../../app/page-commands.ts';
import { useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { Section } from '../../form/section.tsx';
import { SubjectHistory } from '../history/subject-history.tsx';
import { PatternTable } from './pattern-table.tsx';
import { ProposedPatterns } from './proposed-patterns.tsx';
import { StageEffect } from './stage-effect.tsx';
import { TestLocation } from './test-location.tsx';
import { useStagesForm, type StoredStages } from './use-stages-form.ts';

/** Props of `StagesEditor`. */
export interface StagesEditorProps {
  readonly stored: StoredStages;
  /** Names of the groups with items that capture at packing. */
  readonly packingGroups: readonly string[];
}

/** The patterns, what is proposed, what saving would do, and a box to test a location. */
export function StagesEditor({ stored, packingGroups }: StagesEditorProps): ReactElement {
  const edit = useStagesForm(stored);
  const { control, draft, dirty, saving, problem, behind, save, reload } = edit;
  const { fields, append, remove } = useFieldArray({ control, name: 'patterns' });
  const addButton = useRef<HTMLButtonElement>(null);
  useUnsavedChanges(dirty, save);
  usePageCommand('save', () => void save());
  const addRow = (): void =>
    append(
      { warehouse: '', pattern: '', stage: 'Packing' },
      { focusName: `patterns.${fields.length}.pattern` },
    );
  usePageCommand('new', addRow);
  const addProposed = (patterns: readonly LocationPattern[]): void =>
    append([...patterns], { shouldFocus: false });
  const follow = useEffectEvent(reload);
  useEffect(() => {
    // Nothing of this window is lost by following the other one.
    if (behind && !dirty && !saving) follow();
  }, [behind, dirty, saving]);
  const packs = draft.some(({ stage }) => stage === 'Packing');
  return (
    <PageFrame title="Location stages" actions={<Actions dirty={dirty} saving={saving} />}>
      <Box
        component="form"
        noValidate
        aria-label="Location stages"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        sx={{ flex: 1, bgcolor: 'background.paper' }}
      >
        {problem !== undefined && <Alert severity="error">{problem}</Alert>}
        {behind && dirty && !saving && (
          <Alert severity="warning" action={<Button onClick={reload}>Load the present ones</Button>}>
            The location stages were changed in another window. Your changes cannot be saved on top of them.
          </Alert>
        )}
        {packingGroups.length > 0 && !packs && (
          <Alert severity="warning">
            {`No location has the stage Packing, so Pack will never ask for a serial number of ${packingGroups.join(', ')}.`}
          </Alert>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'stretch' }}>
          <Box sx={{ flex: '3 1 520px', minWidth: 0 }}>
            <Section title="Patterns" remember="stage-patterns" gist={`${fields.length}`}>
              <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
                * stands for any characters. A pattern for a named warehouse goes before one for any, then the
                one with the longest part without a star decides.
              </Typography>
              <PatternTable
                control={control}
                rows={fields}
                addButton={addButton}
                onAdd={addRow}
                onDelete={(index) => {
                  remove(index);
                  addButton.current?.focus();
                }}
              />
            </Section>
          </Box>
          <Box sx={{ flex: '2 1 340px', minWidth: 0, borderLeft: 1, borderColor: 'divider' }}>
            <Section title="Effect of saving" remember="stage-effect">
              <StageEffect edit={edit} />
            </Section>
            <Section title="Test a location" remember="stage-test">
              <TestLocation patterns={draft} />
            </Section>
          </Box>
        </Box>
        <Section title="Proposed patterns" remember="stage-proposals">
          <ProposedPatterns draft={draft} onAdd={addProposed} />
        </Section>
        <Section title="History" remember="stage-history">
          {stored.version === 0 ? (
            <Typography variant="body2">It begins when patterns are saved.</Typography>
          ) : (
            <SubjectHistory kind="location-stages" subject="location-stages" dirty={dirty} />
          )}
        </Section>
      </Box>
    </PageFrame>
  );
}

function Actions({ dirty, saving }: { readonly dirty: boolean; readonly saving: boolean }): ReactElement {
  return (
    <>
      <Button
        startIcon={<SaveOutlined />}
        variant={dirty ? 'contained' : 'text'}
        loading={saving}
        loadingPosition="start"
        title="Ctrl+S"
        onClick={() => runPageCommand('save')}
      >
        Save
      </Button>
      {dirty && (
        <Typography variant="caption" color="textSecondary" sx={{ ml: 1 }}>
          Not saved
        </Typography>
      )}
    </>
  );
}
