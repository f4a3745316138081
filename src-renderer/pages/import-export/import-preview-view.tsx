import {
  Alert,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { ImportPreview, OnHandScope } from '../../../src-main/domain/import-preview.ts';
import { DisappearingStock } from './disappearing-stock.tsx';
import { FilePreviewCard } from './file-preview-card.tsx';
import { ImportWhatIf } from './import-what-if.tsx';
import { chooseScope, lookAgain, type ImportNotice } from './import-session.ts';

/** What a preview shows. */
export interface ImportPreviewViewProps {
  readonly preview: ImportPreview;
  readonly scope: OnHandScope;
  readonly seen: boolean;
  readonly notice?: ImportNotice;
}

/** What applying the chosen files would do: to the stock first, then each file with all its problems. */
export function ImportPreviewView({ preview, scope, seen, notice }: ImportPreviewViewProps): ReactElement {
  const { importId, files, applicable, whatIf } = preview;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, p: 2 }}>
      {notice !== undefined && (
        <Alert
          severity={notice.severity}
          action={
            notice.severity === 'error' && (
              <Button color="inherit" onClick={() => void lookAgain()}>
                Look again
              </Button>
            )
          }
        >
          {notice.text}
        </Alert>
      )}
      {!applicable && (
        <Alert severity="info">
          There is nothing to apply: no row of {files.length === 1 ? 'this file' : 'these files'} would change
          anything.
        </Alert>
      )}
      {whatIf !== null && <ImportWhatIf importId={importId} whatIf={whatIf} seen={seen} />}
      {files.map(
        ({ name, onHand }, index) =>
          onHand !== null && (
            <DisappearingStock key={index} fileName={name} stock={onHand.disappearing[scope]} />
          ),
      )}
      {files.some(({ onHand }) => onHand !== null) && <ScopeChoice scope={scope} />}
      {files.map((file, index) => (
        <FilePreviewCard key={index} importId={importId} index={index} file={file} />
      ))}
    </Box>
  );
}

function ScopeChoice({ scope }: { readonly scope: OnHandScope }): ReactElement {
  const id = useId();
  return (
    <FormControl>
      <FormLabel id={id} sx={{ typography: 'body2' }}>
        The on-hand file replaces
      </FormLabel>
      <RadioGroup
        row
        aria-labelledby={id}
        value={scope}
        onChange={(_event, value) => chooseScope(value === 'items' ? 'items' : 'warehouses')}
      >
        <FormControlLabel
          value="warehouses"
          control={<Radio size="small" />}
          label="All stock of the warehouses in the file"
        />
        <FormControlLabel value="items" control={<Radio size="small" />} label="Only the items in the file" />
      </RadioGroup>
    </FormControl>
  );
}
