import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { fileKinds } from '../../../src-main/domain/dynamics-columns.ts';
import type { FileColumn } from '../../../src-main/domain/file-column.ts';
import { importKindLabels } from '../../../src-main/domain/import-preview.ts';
import { CONFIGURATION_EXTENSION } from '../../../src-main/domain/menu-command.ts';
import { Section } from '../../form/section.tsx';

/** For newcomers: which files can be imported, and which of their columns are read. */
export function ReadableFiles(): ReactElement {
  return (
    <Section title="What can be imported" remember="readable-files">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        Lists as Dynamics 365 exports them: Excel workbooks, CSV with commas, semicolons or tabs in UTF-8 or
        UTF-16, zip files of these, and data packages. A list is recognised by its columns, in any order and
        any case; further columns are left out. Lists chosen together are applied in the order groups,
        products, orders, on-hand.
      </Typography>
      <Table>
        <TableHead>
          <TableRow>
            <TableCell>List</TableCell>
            <TableCell sx={{ width: '30%' }}>Columns it must have</TableCell>
            <TableCell>Columns it may have</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fileKinds.toReversed().map(({ kind, columns }) => (
            <TableRow key={kind} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {importKindLabels[kind]}
              </TableCell>
              <TableCell>
                <ColumnNames columns={columns.filter(({ required }) => required === true)} />
              </TableCell>
              <TableCell>
                <ColumnNames columns={columns.filter(({ required }) => required !== true)} />
              </TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row">
              {importKindLabels.configuration}
            </TableCell>
            <TableCell colSpan={2}>
              {`A JSON file (.json, .${CONFIGURATION_EXTENSION}) that this app has exported.`}
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </Section>
  );
}

function ColumnNames({ columns }: { readonly columns: readonly FileColumn[] }): ReactElement {
  return (
    <Box
      sx={{ fontSize: '0.75rem', overflowWrap: 'anywhere', columnGap: 1, display: 'flex', flexWrap: 'wrap' }}
    >
      {columns.map(({ names: [name], label }) => (
        <span key={name} title={label}>
          {name}
        </span>
      ))}
    </Box>
  );
}
