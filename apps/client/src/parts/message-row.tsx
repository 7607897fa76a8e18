import type { MessageSummary } from '../mailbox/messages.ts';
import { When } from './when.tsx';

export function MessageRow({ message }: { message: MessageSummary }) {
  return (
    <li className={message.unread ? 'message-row unread' : 'message-row'}>
      <a href={`/inbox/${encodeURIComponent(message.id)}`}>
        <span className="message-from">
          {message.unread && <span className="visually-hidden">Unread: </span>}
          {message.from.name}
        </span>
        <span className="message-subject">{message.subject}</span>
        <span className="message-snippet">{message.snippet}</span>
        <When at={message.sent_at} />
      </a>
    </li>
  );
}
