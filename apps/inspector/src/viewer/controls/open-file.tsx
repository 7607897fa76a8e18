/** Open a recording that was kept, as HAR or as a page; no server is needed for it. */
import { useId } from 'react';
import { attempt } from '../notice.tsx';
import { openRecording, useRecording } from '../store.ts';
import { readFile } from './read-file.ts';

export function OpenFile() {
  const id = useId();
  const { origins } = useRecording().setup;
  const open = async (file: File) => openRecording(readFile(await file.text(), origins));
  return (
    <p>
      <label htmlFor={id}>Open a file that was kept, HAR or page</label>
      <input
        id={id}
        type="file"
        accept=".har,.json,.html"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) attempt(() => open(file));
        }}
      />
    </p>
  );
}
