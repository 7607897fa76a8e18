/** The way of a value through the recording, one stop each. */
import { nameMessage } from '../../explain/name-message.ts';
import type { ValuePlace } from '../../exports/value-index.ts';
import { useRecording } from '../store.ts';
import { MessageLink } from './message-link.tsx';
import { useOpened } from './opened.ts';

/** One that is in every message, such as a cookie, has no story past these. */
const mostShown = 30;

export function Travels({ places }: { places: ValuePlace[] }) {
  const { exchange, side } = useOpened();
  const { byId } = useRecording();
  return (
    <ol className="travels">
      {places.slice(0, mostShown).map((place) => {
        const found = byId.get(place.exchange);
        const isHere = place.exchange === exchange.id && place.side === side;
        const key = `${place.exchange} ${place.side} ${place.at}`;
        return (
          <li key={key} aria-current={isHere || undefined}>
            {isHere ? 'here' : <MessageLink id={place.exchange} side={place.side} />}
            {found && ` ${nameMessage(found)[place.side]?.name ?? ''}`}, {place.at}
          </li>
        );
      })}
      {places.length > mostShown && <li>and {places.length - mostShown} more</li>}
    </ol>
  );
}
