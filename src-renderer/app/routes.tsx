import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { ExceptionsPage } from '../pages/exceptions/exceptions-page.tsx';
import { GapsPage } from '../pages/gaps/gaps-page.tsx';
import { HistoryPage } from '../pages/history/history-page.tsx';
import { ImportExportPage } from '../pages/import-export/import-export-page.tsx';
import { ItemsPage } from '../pages/items/items-page.tsx';
import { LocationStagesPage } from '../pages/location-stages/location-stages-page.tsx';
import { OnHandPage } from '../pages/on-hand/on-hand-page.tsx';
import { OrdersPage } from '../pages/orders/orders-page.tsx';
import { PackPage } from '../pages/pack/pack-page.tsx';
import { PickPage } from '../pages/pick/pick-page.tsx';
import { ReceivePage } from '../pages/receive/receive-page.tsx';
import { SettingsPage } from '../pages/settings/settings-page.tsx';
import { TrackingDimensionGroupsPage } from '../pages/tracking-dimension-groups/tracking-dimension-groups-page.tsx';
import { TrackingNumberGroupsPage } from '../pages/tracking-number-groups/tracking-number-groups-page.tsx';
import { TransactionsPage } from '../pages/transactions/transactions-page.tsx';
import { BrokenPage } from './error-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';

const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/gaps" replace /> },
  { path: 'gaps', element: <GapsPage /> },
  { path: 'exceptions', element: <ExceptionsPage /> },
  { path: 'on-hand', element: <OnHandPage /> },
  { path: 'receive', element: <ReceivePage /> },
  { path: 'pick', element: <PickPage /> },
  { path: 'pack', element: <PackPage /> },
  { path: 'orders/:order?', element: <OrdersPage /> },
  { path: 'transactions', element: <TransactionsPage /> },
  { path: 'items', element: <ItemsPage /> },
  { path: 'tracking-dimension-groups/:group?', element: <TrackingDimensionGroupsPage /> },
  { path: 'tracking-number-groups/:group?', element: <TrackingNumberGroupsPage /> },
  { path: 'location-stages', element: <LocationStagesPage /> },
  { path: 'import-export', element: <ImportExportPage /> },
  { path: 'history', element: <HistoryPage /> },
  { path: 'settings', element: <SettingsPage /> },
  { path: '*', element: <NotFoundPage /> },
];

/** Every address of the app. */
export const pageRouter = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <BrokenPage />,
    // A page that breaks leaves the navigation around it standing.
    children: [{ errorElement: <BrokenPage />, children: pages }],
  },
]);
