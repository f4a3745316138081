import RuleFolderOutlined from '@mui/icons-material/RuleFolderOutlined';
import type { ReactElement } from 'react';
import type { TrackingDimensionGroup } from '../../../src-main/domain/tracking-dimension-group.ts';
import { apiClient } from '../../api/client.ts';
import { GroupsPage, type GroupsPageActionsProps } from '../../form/groups/groups-page.tsx';
import { ExportMenu } from './export-menu.tsx';
import { trackingDimensionGroups, useTrackingDimensionGroups } from './group-kind.ts';
import { TrackingGroupEditor } from './tracking-group-editor.tsx';

/** The page Tracking dimension groups: the list, the form of one group, the action bar. */
export function TrackingDimensionGroupsPage(): ReactElement {
  const cache = useTrackingDimensionGroups();
  return (
    <GroupsPage
      kind={trackingDimensionGroups}
      cache={cache}
      icon={<RuleFolderOutlined />}
      explanation="A group says which dimensions of an item are tracked, and when its serial number is captured. Create one, or import them from a file."
      remove={({ id, version }) => apiClient.groups.remove.mutate({ id, version })}
      actions={Actions}
      editor={TrackingGroupEditor}
    />
  );
}

function Actions({ group, groups }: GroupsPageActionsProps<TrackingDimensionGroup>): ReactElement {
  return <ExportMenu group={group} disabled={groups.length === 0} />;
}
