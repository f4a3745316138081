import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Backdrop, Stack, Typography } from '@mui/material';
import { useEffect, useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { offerFiles } from './incoming-files.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Takes files dropped anywhere on the window to Import and export. */
export function DropZone(): ReactElement {
  const [over, setOver] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    // Enter and leave come for every element on the way, so they are counted.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const allow = (event: DragEvent): void => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      offerFiles([...(event.dataTransfer?.files ?? [])]);
      void navigate('/import-export');
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [navigate]);
  return (
    <Backdrop open={over} sx={{ zIndex: 'tooltip', bgcolor: 'rgb(6 27 34 / 0.6)', color: '#fff' }}>
      <Stack
        spacing={1}
        sx={{
          alignItems: 'center',
          p: 6,
          border: '2px dashed currentColor',
          borderRadius: 2,
          bgcolor: '#123b4a',
          pointerEvents: 'none',
        }}
      >
        <FileDownloadOutlined sx={{ fontSize: 44 }} />
        <Typography variant="h2" component="p">
          Drop the files to import them
        </Typography>
        <Typography variant="body2">You see a preview first. Nothing changes before you apply it.</Typography>
      </Stack>
    </Backdrop>
  );
}
