/** A link that opens another message: its number, and its flow if that is another one. */
import type { Side } from '../../recording/exchange.ts';
import { messageNumber } from '../diagram/message-number.ts';
import { formatSelection, openMessage } from '../selection.ts';
import { useRecording } from '../store.ts';
import { useOpened } from './opened.ts';

export function MessageLink({ id, side }: { id: number; side: Side }) {
  const { byId, exchanges, state } = useRecording();
  const here = useOpened().exchange;
  const exchange = byId.get(id);
  if (!exchange) return <>a message that was dropped</>;
  const number = messageNumber(exchanges, exchange, side);
  const flow = state.flows.find((one) => one.id === exchange.flow);
  return (
    <a
      href={formatSelection({ run: state.run, message: id, side })}
      onClick={(event) => {
        event.preventDefault();
        openMessage(id, side);
      }}
    >
      message {number ?? `of exchange ${id}`}
      {flow && exchange.flow !== here.flow && ` of ${flow.name}`}
    </a>
  );
}
