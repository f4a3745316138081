import FileOpenOutlined from '@mui/icons-material/FileOpenOutlined';
import { Box, Button } from '@mui/material';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { ListReading } from '../../src-main/domain/serial-list.ts';
import { LabelledToggle } from '../form/labelled-toggle.tsx';
import { ScanBox, type ScanBoxHandle } from '../serial-entry/scan-box.tsx';
import { BlockBox } from './block-box.tsx';
import { withLine, type Block } from './kept-block.ts';
import { BLOCK_FILES } from './read-block-file.ts';

const readings = [
  { value: 'decide', label: 'Lists and ranges' },
  { value: 'serials', label: 'One serial a line' },
] as const;

/** Where the serial numbers come in: scanned one after the other, pasted, written, or from a file. */
export function EnterStep(props: {
  readonly block: Block;
  readonly onBlock: (block: Block) => void;
  readonly onFile: (file: File) => void;
  readonly reading: ListReading;
  readonly onReading: (reading: ListReading) => void;
  /** Enter in the empty box: all is scanned. */
  readonly onDone: () => void;
}): ReactElement {
  const { block, onBlock, onFile, reading, onReading, onDone } = props;
  const id = useId();
  const box = useRef<ScanBoxHandle>(null);
  const files = useRef<HTMLInputElement>(null);
  const [last, setLast] = useState('');
  const add = (text: string): void => {
    onBlock(withLine(block, text));
    setLast(text.trim());
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 2 }}>
        <ScanBox
          ref={box}
          label="Scan serial numbers"
          tone="plain"
          describedBy={id}
          blocked={false}
          autoFocus
          onScan={add}
          onPasteList={(text) => onBlock(withLine(block, text.trimEnd()))}
          onEnterEmpty={onDone}
          onBlocked={() => undefined}
        />
        <LabelledToggle
          label="Read as"
          value={reading === 'serials' ? 'serials' : 'decide'}
          choices={readings}
          onChange={onReading}
        />
        <Button startIcon={<FileOpenOutlined />} onClick={() => files.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={files}
          type="file"
          hidden
          accept={BLOCK_FILES}
          aria-label="File with serial numbers"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) onFile(file);
            target.value = '';
          }}
        />
        <Box id={id} role="status" sx={{ flexBasis: '100%', fontSize: '0.8125rem', minHeight: '1.4em' }}>
          {last === '' ? 'Every scan is a line. Enter in the empty box shows the plan.' : `Scanned ${last}.`}
        </Box>
      </Box>
      <BlockBox block={block} onChange={onBlock} />
    </>
  );
}
