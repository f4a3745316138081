import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import ImportExportOutlined from '@mui/icons-material/ImportExportOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import NumbersOutlined from '@mui/icons-material/NumbersOutlined';
import RuleFolderOutlined from '@mui/icons-material/RuleFolderOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';

/** The pages in the order of the navigation. */
export const pageLinks = [
  { to: '/on-hand', label: 'On-hand', Icon: Inventory2Outlined },
  { to: '/items', label: 'Items', Icon: CategoryOutlined },
  { to: '/tracking-dimension-groups', label: 'Tracking dimension groups', Icon: RuleFolderOutlined },
  { to: '/tracking-number-groups', label: 'Tracking number groups', Icon: NumbersOutlined },
  { to: '/import-export', label: 'Import and export', Icon: ImportExportOutlined },
  { to: '/history', label: 'History', Icon: HistoryOutlined },
  { to: '/settings', label: 'Settings', Icon: SettingsOutlined },
] as const;
