import { Stack } from '@mui/material';
import type { ReactElement } from 'react';
import { capturePath } from '../../../src-main/domain/capture-path.ts';
import {
  GROUP_DESCRIPTION_LENGTH,
  GROUP_NAME_LENGTH,
  type GroupInput,
  type TrackingDimensionGroup,
} from '../../../src-main/domain/tracking-dimension-group.ts';
import { settingLabel } from '../../../src-main/domain/tracking-fields.ts';
import { FormTextField } from '../../form/form-text-field.tsx';
import { GroupEditor, type GroupEditorProps } from '../../form/groups/group-editor.tsx';
import { joinLabels } from '../../form/held-reasons.ts';
import { Section } from '../../form/section.tsx';
import { SubjectHistory } from '../history/subject-history.tsx';
import { CapturePathPicture } from './capture-path-picture.tsx';
import { DimensionTable } from './dimension-table.tsx';
import { SerialNumbers } from './serial-numbers.tsx';
import { useTrackingGroupForm, type Saved } from './use-tracking-group-form.ts';
import { WhereUsed } from './where-used.tsx';

/** The form of one tracking dimension group. */
export function TrackingGroupEditor(
  props: GroupEditorProps<GroupInput, TrackingDimensionGroup>,
): ReactElement {
  const { start, ...frame } = props;
  const edit = useTrackingGroupForm(start);
  const { opened, settings } = edit;
  const { control } = edit.form;
  return (
    <GroupEditor {...frame} form={edit} mine={edit.mine} messageOf={messageOf}>
      <Stack direction="row" sx={{ px: 2, pt: 2, pb: 0.5, gap: 2, flexWrap: 'wrap' }}>
        <FormTextField
          control={control}
          name="name"
          label="Name"
          required
          maxLength={GROUP_NAME_LENGTH}
          width={200}
        />
        <FormTextField
          control={control}
          name="description"
          label="Description"
          maxLength={GROUP_DESCRIPTION_LENGTH}
          width={440}
        />
      </Stack>
      <Section title="Tracking dimensions" remember="tracking-dimensions">
        <DimensionTable editor={settings} />
      </Section>
      <Section
        title="Serial numbers"
        remember="serial-numbers"
        gist={`Capture ${settings.ruled.settings.captureSerialNumber}`}
      >
        <SerialNumbers editor={settings} />
      </Section>
      <Section
        title="Capture path"
        remember="capture-path"
        gist={capturePath(settings.ruled.settings).sentence}
      >
        <CapturePathPicture settings={settings.ruled.settings} />
      </Section>
      <Section title="Where used" remember="where-used">
        <WhereUsed
          group={opened.stored && { id: opened.stored.id, name: opened.start.name }}
          settings={settings.ruled.settings}
        />
      </Section>
      <Section title="History" remember="history">
        <SubjectHistory
          kind="tracking-dimension-group"
          subject={opened.stored && String(opened.stored.id)}
          dirty={edit.dirty}
        />
      </Section>
    </GroupEditor>
  );
}

/** What a save has to say: the name, what the rules made different from what was chosen, and where capture fails. */
function messageOf({ group, adjustments, deadEnds }: Saved): string {
  const labels = joinLabels([...new Set(adjustments.map(({ path }) => settingLabel(path)))]);
  return [
    `Saved ${group.name}.`,
    ...(labels === '' ? [] : [`The rules have set ${labels}.`]),
    ...deadEnds.map(({ sentence }) => sentence),
  ].join(' ');
}
