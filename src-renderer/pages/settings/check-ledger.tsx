import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { apiClient, problemOf } from '../../api/client.ts';
import { cancelJob, followJob } from '../../api/jobs.ts';
import { JobProgress, type Progress } from '../../app/job-progress.tsx';
import { ledgerCheckResult, type LedgerCheckResult } from './ledger-check-words.ts';

/** Compares the on-hand with the ledger on demand. */
export function CheckLedger(): ReactElement {
  const [running, setRunning] = useState<{
    readonly jobId: string;
    readonly progress: Progress | undefined;
  }>();
  const [result, setResult] = useState<LedgerCheckResult>();
  const check = async (): Promise<void> => {
    setResult(undefined);
    try {
      const { jobId } = await apiClient.ledger.check.mutate();
      setRunning({ jobId, progress: undefined });
      const job = await followJob(jobId, (progress) => setRunning({ jobId, progress }));
      if (job.result?.kind === 'ledger-check') setResult(ledgerCheckResult(job.result.check));
      else if (job.status === 'failed') setResult({ severity: 'error', text: job.error ?? '', lines: [] });
    } catch (error) {
      setResult({ severity: 'error', text: problemOf(error).sentence, lines: [] });
    } finally {
      setRunning(undefined);
    }
  };
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        Every movement of stock is a transaction of the ledger that is never changed. The check adds all of
        them up and compares the result with the on-hand, row by row.
      </Typography>
      {running === undefined ? (
        <Box>
          <Button variant="outlined" startIcon={<VerifiedOutlined />} onClick={() => void check()}>
            Check the ledger
          </Button>
        </Box>
      ) : (
        <JobProgress
          name="Checking the ledger"
          state={running.progress}
          onCancel={() => cancelJob(running.jobId)}
          width={480}
        />
      )}
      {result !== undefined && (
        <Alert severity={result.severity} role={result.severity === 'error' ? 'alert' : 'status'}>
          {result.text}
          {result.lines.length > 0 && (
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {result.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </Box>
          )}
        </Alert>
      )}
    </>
  );
}
