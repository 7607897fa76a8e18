/** Says to a screen reader what has passed; not more often than it can be listened to. */
import { useEffect, useRef, useState } from 'react';
import { useSettings } from '../settings.tsx';
import { spoken } from './describe-message.ts';
import type { MessageRow } from './flow-rows.ts';
import { isFrontChannel, unseenSentence } from './parties.ts';

/** Milliseconds. */
const pause = 4000;

type Props = { messages: readonly MessageRow[]; newest: MessageRow | undefined };

export function Announcer({ messages, newest }: Props) {
  const { lens } = useSettings().settings;
  const [sentence, setSentence] = useState('');
  const saidUpTo = useRef(messages.length);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef({ messages, newest, lens });
  now.current = { messages, newest, lens };

  // Whenever there are more of them.
  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const { messages, newest, lens } = now.current;
      const more = messages.length - saidUpTo.current;
      saidUpTo.current = messages.length;
      if (more <= 0 || !newest) return;
      const unseen = lens && !isFrontChannel(newest.exchange);
      const last = unseen ? unseenSentence : spoken(newest);
      setSentence(more === 1 ? last : `${more} messages. The last: ${last}`);
    }, pause);
  }, [messages.length]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div className="unseen" role="log" aria-live="polite">
      {sentence}
    </div>
  );
}
