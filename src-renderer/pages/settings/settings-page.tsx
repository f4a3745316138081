import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { PageFrame } from '../../app/page-frame.tsx';
import { About } from './about.tsx';
import { Backups } from './backups/backups.tsx';
import { CheckLedger } from './check-ledger.tsx';
import { ClearWarehouse } from './clear-warehouse.tsx';
import { Looks } from './looks.tsx';
import { SerialLength } from './serial-length.tsx';
import { SerialScans } from './serial-scans.tsx';
import { SettingsSection } from './settings-section.tsx';
import { StartOver } from './start-over.tsx';

/** How the app looks, what the rules depend on, backups, and ways to take data away. */
export function SettingsPage(): ReactElement {
  return (
    <PageFrame title="Settings">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, p: 2.5, maxWidth: 760 }}>
        <SettingsSection title="Appearance">
          <Looks />
        </SettingsSection>
        <SettingsSection title="Serial numbers">
          <SerialLength />
          <SerialScans />
        </SettingsSection>
        <SettingsSection title="Ledger">
          <CheckLedger />
        </SettingsSection>
        <SettingsSection title="Backups">
          <Backups />
        </SettingsSection>
        <SettingsSection title="Clear on-hand of a warehouse">
          <ClearWarehouse />
        </SettingsSection>
        <SettingsSection title="Start over">
          <StartOver />
        </SettingsSection>
        <SettingsSection title="About">
          <About />
        </SettingsSection>
      </Box>
    </PageFrame>
  );
}
