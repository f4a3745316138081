import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import { Alert, Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { apiClient, problemOf } from '../../api/client.ts';
import { checkResult, type CheckResult } from './check-result.ts';

/** The button **Check the history**. */
export function CheckHistoryButton(props: {
  readonly onResult: (result: CheckResult) => void;
}): ReactElement {
  const [checking, setChecking] = useState(false);
  const check = async (): Promise<void> => {
    setChecking(true);
    try {
      props.onResult(checkResult(await apiClient.history.check.query()));
    } catch (error) {
      props.onResult({ severity: 'error', text: problemOf(error).sentence });
    } finally {
      setChecking(false);
    }
  };
  return (
    <Button
      startIcon={<VerifiedOutlined />}
      loading={checking}
      loadingPosition="start"
      onClick={() => void check()}
    >
      Check the history
    </Button>
  );
}

/** Says what a check found, until it is closed. */
export function CheckResultAlert(props: {
  readonly result: CheckResult;
  readonly onClose: () => void;
}): ReactElement {
  const { severity, text } = props.result;
  return (
    <Alert
      severity={severity}
      role={severity === 'error' ? 'alert' : 'status'}
      onClose={props.onClose}
      sx={{ mx: 2.5, mt: 1 }}
    >
      {text}
    </Alert>
  );
}
