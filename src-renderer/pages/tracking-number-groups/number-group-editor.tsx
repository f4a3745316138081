import { Box, Stack, Tab, Tabs } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import {
  NUMBER_GROUP_CODE_LENGTH,
  NUMBER_GROUP_NAME_LENGTH,
  type NumberGroupInput,
  type TrackingNumberGroup,
} from '../../../src-main/domain/tracking-number-group.ts';
import { FormTextField } from '../../form/form-text-field.tsx';
import { GroupEditor, type GroupEditorProps } from '../../form/groups/group-editor.tsx';
import { Section } from '../../form/section.tsx';
import { SubjectHistory } from '../history/subject-history.tsx';
import { ActivationTab } from './activation-tab.tsx';
import { GeneralTab } from './general-tab.tsx';
import { NextNumbers } from './next-numbers.tsx';
import { trackingNumberGroups } from './number-group-kind.ts';
import { NumberWhereUsed } from './number-where-used.tsx';
import { useNumberGroupForm } from './use-number-group-form.ts';

const tabs = ['General', 'Activation'] as const;

/** The form of one tracking number group. */
export function NumberGroupEditor(
  props: GroupEditorProps<NumberGroupInput, TrackingNumberGroup>,
): ReactElement {
  const { start, ...frame } = props;
  const edit = useNumberGroupForm(start);
  const { control, getValues, formState } = edit.form;
  const { stored } = edit.opened;
  const id = useId();
  const [tab, setTab] = useState(0);
  const { submitCount, isSubmitSuccessful } = formState;
  const [seen, setSeen] = useState(submitCount);
  if (submitCount !== seen) {
    setSeen(submitCount);
    // Everything that can be refused stands under General or above the tabs.
    if (submitCount > 0 && !isSubmitSuccessful) setTab(0);
  }
  return (
    <GroupEditor
      {...frame}
      form={edit}
      mine={() => trackingNumberGroups.inputOf(getValues())}
      messageOf={({ group }) => `Saved ${group.code}.`}
    >
      <Stack direction="row" sx={{ px: 2, pt: 2, pb: 0.5, gap: 2, flexWrap: 'wrap' }}>
        <FormTextField
          control={control}
          name="code"
          label="Code"
          required
          maxLength={NUMBER_GROUP_CODE_LENGTH}
          width={200}
        />
        <FormTextField
          control={control}
          name="name"
          label="Name"
          maxLength={NUMBER_GROUP_NAME_LENGTH}
          width={440}
        />
      </Stack>
      <Box sx={{ borderBottom: 1, borderColor: 'divider' }}>
        <Tabs
          value={tab}
          aria-label="Settings"
          onChange={(_event, chosen: number) => setTab(chosen)}
          sx={{ px: 1 }}
        >
          {tabs.map((label, index) => (
            <Tab key={label} label={label} id={`${id}-tab-${index}`} aria-controls={`${id}-panel-${index}`} />
          ))}
        </Tabs>
        {[<GeneralTab key="general" edit={edit} />, <ActivationTab key="activation" edit={edit} />].map(
          (panel, index) => (
            <Box
              key={panel.key}
              role="tabpanel"
              id={`${id}-panel-${index}`}
              aria-labelledby={`${id}-tab-${index}`}
              hidden={tab !== index}
              sx={{ px: 2, py: 1.5 }}
            >
              {panel}
            </Box>
          ),
        )}
      </Box>
      <Section title="Next numbers" remember="next-numbers">
        <NextNumbers edit={edit} />
      </Section>
      <Section title="Where used" remember="number-where-used">
        <NumberWhereUsed id={stored?.id} />
      </Section>
      <Section title="History" remember="number-history">
        <SubjectHistory
          kind="tracking-number-group"
          subject={stored && String(stored.id)}
          dirty={edit.dirty}
        />
      </Section>
    </GroupEditor>
  );
}
