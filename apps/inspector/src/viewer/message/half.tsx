/** One half of an exchange, laid out to be read: first line, parameters, headers, body. */
import { headerOf } from '../../explain/message.ts';
import type {
  RawHeaders,
  RecordedRequest,
  RecordedResponse,
} from '../../recording/exchange.ts';
import { type Address, readAddress } from '../controls/pairs.ts';
import { BodyView } from './body-view.tsx';
import { Headers } from './headers.tsx';
import { KeySetView } from './key-set-view.tsx';
import { useOpened } from './opened.ts';
import { Parameters } from './parameters.tsx';
import { ProofKey } from './proof-key.tsx';
import { Tokens } from './tokens.tsx';
import { useMask } from './use-mask.ts';
import { WhatChanged } from './what-changed.tsx';

export function RequestHalf({ request }: { request: RecordedRequest }) {
  const mask = useMask();
  const address = readAddress(request.target);
  return (
    <>
      <p className="first-line">
        <code>
          <strong>{request.method}</strong> {mask.text(address.base)}
        </code>
      </p>
      <AddressParameters address={address} title="In the address" />
      <Rest {...request} />
    </>
  );
}

export function ResponseHalf({ response }: { response: RecordedResponse }) {
  const { status, reason, headers } = response;
  const mask = useMask();
  const location = headerOf(headers, 'location');
  const address = location === undefined ? undefined : readAddress(location);
  return (
    <>
      <p className="first-line">
        <code>
          <strong>{status}</strong> {reason}
          {address && ` → ${mask.text(address.base)}`}
        </code>
      </p>
      {address && (
        <AddressParameters
          address={address}
          title="In the address to which the browser goes"
        />
      )}
      <Rest {...response} />
    </>
  );
}

/** No answer has come, and perhaps never will. */
export function NoResponse() {
  const { failure, upgraded } = useOpened().exchange;
  if (upgraded) return <p>The connection became a WebSocket.</p>;
  return <p>{failure ?? 'Nothing has come back yet.'}</p>;
}

function AddressParameters({ address, title }: { address: Address; title: string }) {
  return <Parameters title={title} place="query" parameters={address.query} />;
}

function Rest({ headers, body }: { headers: RawHeaders; body: RecordedRequest['body'] }) {
  return (
    <>
      <BodyView headers={headers} body={body} />
      <ProofKey />
      <Tokens />
      <KeySetView />
      <WhatChanged />
      <Headers headers={headers} />
    </>
  );
}
