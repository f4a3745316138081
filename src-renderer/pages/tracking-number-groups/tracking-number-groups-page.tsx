import NumbersOutlined from '@mui/icons-material/NumbersOutlined';
import type { ReactElement } from 'react';
import { apiClient } from '../../api/client.ts';
import { GroupsPage } from '../../form/groups/groups-page.tsx';
import { NumberGroupEditor } from './number-group-editor.tsx';
import { trackingNumberGroups, useTrackingNumberGroups } from './number-group-kind.ts';

/** The page Tracking number groups: the list, the form of one group, the action bar. */
export function TrackingNumberGroupsPage(): ReactElement {
  const cache = useTrackingNumberGroups();
  return (
    <GroupsPage
      kind={trackingNumberGroups}
      cache={cache}
      icon={<NumbersOutlined />}
      explanation="A group says how serial or batch numbers are put together, and for which documents they are generated. Create one, then name its code in the items."
      remove={({ id, version }) => apiClient.numberGroups.remove.mutate({ id, version })}
      editor={NumberGroupEditor}
    />
  );
}
