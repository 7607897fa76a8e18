/**
 * A recording with no secrets in it, to be shown to others. Each secret gives
 * way to a placeholder, the same one wherever it stands, so that what belongs
 * together still can be seen to.
 *
 * Sizes and Content-Length stay as they were recorded: they tell what crossed
 * the wire, not what stands here instead.
 */
import type {
  Body,
  Exchange,
  RawHeaders,
  RecordedRequest,
  RecordedResponse,
  Recording,
} from '../recording/exchange.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { knownSecrets } from './known-secrets.ts';

/**
 * @param known exchanges that say what is secret: more than its own, of a recording that is a part
 * @returns a copy; a recording that is masked already as it is
 */
export function maskRecording(
  recording: Recording,
  known: Exchange[] = recording.exchanges,
): Recording {
  if (recording.masked) return recording;
  const { exchange, text } = masking(known);
  return {
    ...recording,
    exchanges: recording.exchanges.map(exchange),
    // Whoever types a password where the name belongs gives its name to a flow.
    flows: recording.flows.map((flow) => ({ ...flow, name: text(flow.name) })),
    masked: true,
  };
}

/** @param exchanges those of which the secrets are known */
function masking(exchanges: Exchange[]) {
  const { placeholderOf, inText: text, inCredentials } = knownSecrets(exchanges);

  const exchange = (exchange: Exchange): Exchange => ({
    ...exchange,
    ...(exchange.agent && { agent: text(exchange.agent) }),
    request: request(exchange.request),
    ...(exchange.response && { response: response(exchange.response) }),
    ...(exchange.requestBefore && { requestBefore: request(exchange.requestBefore) }),
    ...(exchange.responseBefore && { responseBefore: response(exchange.responseBefore) }),
    ...(exchange.failure && { failure: text(exchange.failure) }),
    verdicts: exchange.verdicts.map((verdict) => ({
      ...verdict,
      ...(verdict.expected !== undefined && { expected: evidence(verdict.expected) }),
      ...(verdict.received !== undefined && { received: evidence(verdict.received) }),
    })),
  });
  return { exchange, text };

  /** A short secret that is all there is has no name beside it. */
  function evidence(json: string): string {
    const placeholder = placeholderOf(/^"(.*)"$/s.exec(json)?.[1] ?? '');
    return placeholder === undefined ? text(json) : `"${placeholder}"`;
  }

  function request({ target, headers, body, ...rest }: RecordedRequest): RecordedRequest {
    return {
      ...rest,
      target: text(target),
      headers: inHeaders(headers),
      body: inBody(body),
    };
  }

  function response(response: RecordedResponse): RecordedResponse {
    const { reason, headers, body } = response;
    return {
      ...response,
      reason: text(reason),
      headers: inHeaders(headers),
      body: inBody(body),
    };
  }

  function inHeaders(headers: RawHeaders): RawHeaders {
    return headers.map(([name, value]) => {
      const isCredentials = /^(?:proxy-)?authorization$/i.test(name);
      return [text(name), text(isCredentials ? inCredentials(value) : value)];
    });
  }

  function inBody(body: Body): Body {
    if (body.encoding === 'utf-8') return { ...body, text: text(body.text) };
    const bytes = decodeBase64(body.text) ?? '';
    const masked = text(bytes);
    return masked === bytes ? body : { ...body, text: encodeBase64(masked) };
  }
}
