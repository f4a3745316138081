import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import { Alert, Box, Button, InputAdornment, TextField, Typography } from '@mui/material';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import type { PickWork } from '../../../src-main/domain/pick.ts';
import { enterGoesOn } from '../../form/enter-goes-on.ts';
import { StepField } from '../../form/step-field.tsx';
import { placeWords } from './pick-words.ts';
import type { PickDraft } from './use-pick-step.ts';

/** Props of `ConfirmPlace`. */
export interface ConfirmPlaceProps {
  readonly work: PickWork;
  readonly draft: PickDraft;
  /** What the page says is wrong with it; undefined where nothing is. */
  readonly problem: string | undefined;
  readonly onChange: (changes: Partial<PickDraft>) => void;
  readonly onConfirmed: () => void;
}

/** Where the step is picked. The user says that they stand there: by scanning the location or the plate, or by a button. */
export function ConfirmPlace(props: ConfirmPlaceProps): ReactElement {
  const { work, draft, problem, onChange, onConfirmed } = props;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const [elsewhere, setElsewhere] = useState(false);
  const confirm = (): void => {
    setWrong('');
    onChange({ confirmed: true });
    onConfirmed();
  };
  const scan = (): void => {
    const scanned = nameKey(cleanText(text));
    const known = [draft.location, draft.licensePlate].filter((name) => name !== '').map(nameKey);
    if (scanned === '') setWrong('Scan the location or the license plate, or press Confirm.');
    else if (known.includes(scanned)) confirm();
    else setWrong(`${cleanText(text)} is not the place: it is ${placeWords(draft)}.`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event;
    if (ctrlKey || altKey || metaKey || nativeEvent.isComposing) return;
    if (key !== 'Enter' && !(key === 'Tab' && !shiftKey && text !== '')) return;
    event.preventDefault();
    scan();
    input.current?.select();
  };
  const said = wrong === '' ? (draft.confirmed ? undefined : problem) : wrong;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 0.5, m: 0 }}>
        <PlacePart label="Location" value={draft.location} />
        <PlacePart label="License plate" value={draft.licensePlate} />
        <PlacePart label="Warehouse" value={work.warehouse} />
      </Box>
      {elsewhere ? (
        <Box
          onKeyDown={(event) => enterGoesOn(event, confirm)}
          sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 1.5, alignItems: 'start' }}
        >
          <StepField
            label="Pick from location"
            name="location"
            value={draft.location}
            autoFocus
            onText={(location) => onChange({ location, confirmed: false })}
          />
          <StepField
            label="Pick from license plate"
            name="licensePlate"
            value={draft.licensePlate}
            onText={(licensePlate) => onChange({ licensePlate, confirmed: false })}
          />
          <Button variant="outlined" onClick={confirm} sx={{ minHeight: 37 }}>
            Confirm
          </Button>
        </Box>
      ) : (
        !draft.confirmed && (
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', flexWrap: 'wrap' }}>
            <TextField
              label="Confirm location or license plate"
              value={text}
              inputRef={input}
              onChange={({ target }) => {
                setText(target.value);
                setWrong('');
              }}
              onKeyDown={onKeyDown}
              error={said !== undefined}
              helperText={said === undefined ? ' ' : <span role="alert">{said}</span>}
              // The place is what comes first; the first scan must not be lost.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              autoComplete="off"
              sx={{ flex: '1 1 260px', maxWidth: 420 }}
              slotProps={{
                inputLabel: { shrink: true },
                formHelperText: { component: 'div', sx: { mx: 0.5 } },
                htmlInput: { spellCheck: false, 'data-field': 'confirm', maxLength: 250 },
                input: {
                  startAdornment: (
                    <InputAdornment position="start">
                      <QrCodeScanner fontSize="small" />
                    </InputAdornment>
                  ),
                },
              }}
            />
            <Button variant="outlined" onClick={confirm} sx={{ minHeight: 37 }}>
              Confirm
            </Button>
            <Button color="inherit" onClick={() => setElsewhere(true)} sx={{ minHeight: 37 }}>
              Another place
            </Button>
          </Box>
        )
      )}
      {draft.confirmed && (
        <Alert
          severity="success"
          icon={<CheckCircleOutlined fontSize="small" />}
          role="status"
          sx={{ py: 0, alignItems: 'center' }}
          action={
            !elsewhere && (
              <Button
                color="inherit"
                onClick={() => {
                  onChange({ confirmed: false });
                  setText('');
                }}
              >
                Change
              </Button>
            )
          }
        >
          {`${placeWords(draft)} is confirmed.`}
        </Alert>
      )}
    </Box>
  );
}

function PlacePart({
  label,
  value,
}: {
  readonly label: string;
  readonly value: string;
}): ReactElement | null {
  if (value === '') return null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
      <Typography component="dd" sx={{ m: 0, fontSize: '1.125rem', fontWeight: 700, lineHeight: 1.25 }}>
        {value}
      </Typography>
      <Typography component="dt" variant="caption" color="textSecondary">
        {label}
      </Typography>
    </Box>
  );
}
