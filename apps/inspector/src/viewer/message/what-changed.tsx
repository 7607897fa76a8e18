/** What is new here, and what was seen before: in a line for each value. */
import type { Exchange, Side } from '../../recording/exchange.ts';
import { useRecording } from '../store.ts';
import { placesOf } from '../value-places.ts';
import { type Homecoming, homecomings } from './coming-home.ts';
import { MessageLink } from './message-link.tsx';
import { useOpened } from './opened.ts';

/** They are in every message of their kind, and tell no story. */
const constant = ['client_id', 'redirect_uri', 'resource', 'aud', 'iss'];

export function WhatChanged() {
  const { exchange, side, carried } = useOpened();
  const { byId } = useRecording();
  const here = { exchange: exchange.id, side };
  const changing = carried.filter(({ kind }) => !constant.includes(kind));
  const all = homecomings(
    changing,
    here,
    (value) => placesOf(value, byId).map(({ exchange, side }) => ({ exchange, side })),
    (stop) => timeOf(byId.get(stop.exchange), stop.side),
  );
  if (all.length === 0) return null;
  return (
    <section className="what-changed">
      <h3>What changed</h3>
      <ul>
        {all.map((one) => (
          <li key={`${one.kind} ${one.value}`}>
            <Line homecoming={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ homecoming: { kind, since, next } }: { homecoming: Homecoming }) {
  const name = <code>{kind.replace(/^cookie:/, 'cookie ')}</code>;
  if (since) {
    return (
      <>
        {name}: the same as in <MessageLink id={since.exchange} side={since.side} />
      </>
    );
  }
  return (
    <>
      {name}: <strong>new here</strong>
      {next && (
        <>
          , next seen in <MessageLink id={next.exchange} side={next.side} />
        </>
      )}
    </>
  );
}

function timeOf(exchange: Exchange | undefined, side: Side): number {
  if (!exchange) return 0;
  const { startedAt, finishedAt = Number.POSITIVE_INFINITY } = exchange;
  return side === 'request' ? startedAt : finishedAt;
}
