/** One message, opened: what it is, what is in it, why it was accepted or refused. */
import './message.css';
import './parameters.css';
import './findings.css';
import { useId, useMemo, useState } from 'react';
import { refusalIn } from '../../explain/refusal.ts';
import type { Exchange, Side } from '../../recording/exchange.ts';
import { openMessage } from '../selection.ts';
import { useRecording } from '../store.ts';
import { Actions } from './actions.tsx';
import { NoResponse, RequestHalf, ResponseHalf } from './half.tsx';
import { HeldHere } from './held-here.tsx';
import { MessageHeading } from './message-heading.tsx';
import { OpenedExchange, openedOf, useOpened } from './opened.ts';
import { RawHttp } from './raw-http.tsx';
import { RefusalInShort } from './refusal-view.tsx';
import { Tabs } from './tabs.tsx';
import { useWholeExchange } from './use-whole-exchange.ts';
import { Why } from './why.tsx';

type View = Side | 'why' | 'raw';

export function OpenedMessage({ exchange, side }: { exchange: Exchange; side: Side }) {
  const { state } = useRecording();
  const whole = useWholeExchange(exchange);
  const opened = useMemo(() => openedOf(whole, side), [whole, side]);
  const heading = useId();
  const isHeld = state.held.some(
    (one) => one.exchange === exchange.id && one.side === side,
  );
  return (
    <OpenedExchange value={opened}>
      <article className="opened-message" aria-labelledby={heading}>
        <MessageHeading id={heading} />
        {isHeld && <HeldHere key={`${exchange.id} ${side}`} />}
        <Actions key={exchange.id} />
        <Views />
      </article>
    </OpenedExchange>
  );
}

/** The half that is open is in the address; the other views stay where they are. */
function Views() {
  const { exchange, side } = useOpened();
  const [other, setOther] = useState<'why' | 'raw'>();
  const view: View = other ?? side;
  const choose = (id: string) => {
    setOther(id === 'why' || id === 'raw' ? id : undefined);
    if (id === 'request' || id === 'response') openMessage(exchange.id, id);
  };
  const { request, response, verdicts } = exchange;
  const refusal = refusalIn(exchange);
  const tabs = [
    { id: 'request', label: 'Request' },
    { id: 'response', label: 'Answer' },
    { id: 'why', label: verdicts.length > 0 ? `Why (${verdicts.length})` : 'Why' },
    { id: 'raw', label: 'Raw HTTP' },
  ];
  return (
    <Tabs label="Views of the message" tabs={tabs} chosen={view} onChoose={choose}>
      {view === 'request' && <RequestHalf request={request} />}
      {view === 'response' && refusal && (
        <RefusalInShort refusal={refusal} onAsk={() => choose('why')} />
      )}
      {view === 'response' &&
        (response ? <ResponseHalf response={response} /> : <NoResponse />)}
      {view === 'why' && <Why />}
      {view === 'raw' && <RawHttp />}
    </Tabs>
  );
}
