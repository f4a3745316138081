import AllInboxOutlined from '@mui/icons-material/AllInboxOutlined';
import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import ImportExportOutlined from '@mui/icons-material/ImportExportOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import LayersOutlined from '@mui/icons-material/LayersOutlined';
import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined';
import NumbersOutlined from '@mui/icons-material/NumbersOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import RuleFolderOutlined from '@mui/icons-material/RuleFolderOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import ShoppingCartCheckoutOutlined from '@mui/icons-material/ShoppingCartCheckoutOutlined';
import TimelineOutlined from '@mui/icons-material/TimelineOutlined';
import TroubleshootOutlined from '@mui/icons-material/TroubleshootOutlined';

/** The pages in the order of the navigation. */
export const pageLinks = [
  { to: '/gaps', label: 'Gaps', Icon: TroubleshootOutlined },
  { to: '/exceptions', label: 'Exceptions', Icon: ReportProblemOutlined },
  { to: '/on-hand', label: 'On-hand', Icon: Inventory2Outlined },
  { to: '/receive', label: 'Receive', Icon: MoveToInboxOutlined },
  { to: '/pick', label: 'Pick', Icon: ShoppingCartCheckoutOutlined },
  { to: '/pack', label: 'Pack', Icon: AllInboxOutlined },
  { to: '/orders', label: 'Orders', Icon: ReceiptLongOutlined },
  { to: '/transactions', label: 'Transactions', Icon: TimelineOutlined },
  { to: '/items', label: 'Items', Icon: CategoryOutlined },
  { to: '/tracking-dimension-groups', label: 'Tracking dimension groups', Icon: RuleFolderOutlined },
  { to: '/tracking-number-groups', label: 'Tracking number groups', Icon: NumbersOutlined },
  { to: '/location-stages', label: 'Location stages', Icon: LayersOutlined },
  { to: '/import-export', label: 'Import and export', Icon: ImportExportOutlined },
  { to: '/history', label: 'History', Icon: HistoryOutlined },
  { to: '/settings', label: 'Settings', Icon: SettingsOutlined },
] as const;
