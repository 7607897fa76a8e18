/**
 * A value that can be followed: point at it, or press the button behind it, and
 * every message that carries it is marked.
 */
import { useState } from 'react';
import { useFollowed } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { placesOf } from '../value-places.ts';
import { useOpened } from './opened.ts';
import { Travels } from './travels.tsx';
import { useMask } from './use-mask.ts';

export function Value({ value }: { value: string }) {
  const { exchange, side } = useOpened();
  const { byId } = useRecording();
  const { followed, follow } = useFollowed();
  // Whoever came here by following it goes on following it.
  const [pinned, setPinned] = useState(followed === value);
  const mask = useMask();
  const places = placesOf(value, byId);
  const elsewhere = new Set(places.map((one) => `${one.exchange} ${one.side}`));
  elsewhere.delete(`${exchange.id} ${side}`);
  const text = <Text text={mask.text(value)} />;
  if (elsewhere.size === 0) return text;
  const toggle = () => {
    setPinned(!pinned);
    follow(pinned ? undefined : value);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button does the same by keyboard */}
      <span
        className="value"
        data-followed={followed === value || undefined}
        onMouseEnter={() => follow(value)}
        onMouseLeave={() => !pinned && follow(undefined)}
      >
        {text}
      </span>{' '}
      <button
        type="button"
        className="button quiet follow"
        aria-expanded={pinned}
        onFocus={() => follow(value)}
        onBlur={() => !pinned && follow(undefined)}
        onClick={toggle}
      >
        also in {elsewhere.size} {elsewhere.size === 1 ? 'message' : 'messages'}
      </button>
      {pinned && <Travels places={places} />}
    </>
  );
}

/** Values longer than this, in characters, unfold. */
const longest = 240;

function Text({ text }: { text: string }) {
  if (text === '') return <span className="soft">(empty)</span>;
  if (text.length <= longest) return <code>{text}</code>;
  return (
    <details className="long-value">
      <summary>
        <code>{text.slice(0, longest / 3)}</code>… {text.length} characters
      </summary>
      <code>{text}</code>
    </details>
  );
}
