import Clear from '@mui/icons-material/Clear';
import Search from '@mui/icons-material/Search';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { usePageCommand } from '../app/page-commands.ts';

const DELAY_MILLISECONDS = 200;
const LONGEST = 200;

/** A search box: searches while the user types, Esc clears it, Ctrl+F goes to it. */
export function SearchBox(props: {
  /** Accessible name, and what stands in the empty box. */
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}): ReactElement {
  const { label, value, onSearch } = props;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // Another search from outside (Back, a removed chip) replaces the text.
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  const search = useEffectEvent((wanted: string) => {
    setKnown(wanted);
    onSearch(wanted);
  });
  useEffect(() => {
    if (text === known) return undefined;
    const timer = setTimeout(() => search(text), DELAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, known]);
  usePageCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });
  const clear = (): void => {
    setText('');
    setKnown('');
    onSearch('');
  };
  return (
    <TextField
      value={text}
      inputRef={input}
      placeholder={label}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') {
          event.preventDefault();
          clear();
        }
      }}
      sx={{ width: 260 }}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          maxLength: LONGEST,
          spellCheck: false,
          autoComplete: 'off',
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: text !== '' && (
            <InputAdornment position="end">
              <IconButton aria-label="Clear the search" edge="end" onClick={clear}>
                <Clear fontSize="inherit" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
