import { decodeUnverified } from '@four-roles/protocol/jwt';
import { clock } from '../config.ts';
import type { Secret } from '../secret.ts';

/**
 * A token, taken apart and masked.
 *
 * @param props.expiresAt milliseconds since the epoch
 * @param props.afterwards what it means that it has expired
 */
export function HeldToken(props: {
  name: string;
  purpose: string;
  token: Secret;
  expiresAt: number;
  afterwards: string;
}) {
  const decoded = decodeUnverified(props.token.reveal());
  const left = Math.floor((props.expiresAt - clock.now()) / 1000);
  return (
    <section className="token">
      <h2>{props.name}</h2>
      <p>{props.purpose}</p>
      {left > 0 ? (
        <p>
          Expires <strong>in {duration(left)}</strong>
        </p>
      ) : (
        <p>
          Expired <strong>{duration(-left)} ago</strong>: {props.afterwards}
        </p>
      )}
      <p className="mono">{masked(props.token)}</p>
      {decoded && (
        <div className="token-parts">
          <div>
            <h3>Header</h3>
            <Json value={decoded.header} />
            <h3>Signature</h3>
            <p className="fine-print">Not shown: without it nobody can use the token.</p>
          </div>
          <div>
            <h3>Claims</h3>
            <Json value={decoded.claims} />
          </div>
        </div>
      )}
    </section>
  );
}

function Json({ value }: { value: object }) {
  return <pre>{JSON.stringify(value, null, 2)}</pre>;
}

/** Enough to recognise it by, and far too little to use it. */
export function masked(secret: Secret): string {
  const token = secret.reveal();
  return `${token.slice(0, 4)}\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022 (${token.length} characters)`;
}

/** @param seconds whole seconds */
function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
