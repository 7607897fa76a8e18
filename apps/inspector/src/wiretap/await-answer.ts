/** Between the halves of an exchange: the role is asked, and has not yet answered. */
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';

export type Sent = {
  toRole: ClientRequest;
  /** With its head; rejected where there will be none. */
  answer: Promise<IncomingMessage>;
};

/**
 * Interim answers, such as 100 and 103, are passed on meanwhile: RFC 9110,
 * section 15.2.
 *
 * @param caller.gone it hung up: the request to the role ends as well
 * @param continued the caller was told to go on already
 */
export function awaitAnswer(
  toRole: ClientRequest,
  caller: { response: ServerResponse; gone: AbortSignal },
  continued = false,
): Sent {
  const { response, gone } = caller;
  gone.addEventListener('abort', () => toRole.destroy());
  toRole.on('information', ({ statusCode, rawHeaders }) => {
    if (response.destroyed || response.headersSent) return;
    if (statusCode !== 100) response.writeInformation(statusCode, rawHeaders);
    else if (!continued) response.writeContinue();
  });

  const { promise: answer, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // It may fail before anybody asks for it.
  answer.catch(() => {});
  let begun: IncomingMessage | undefined;
  toRole.once('response', (incoming) => {
    begun = incoming;
    resolve(incoming);
  });
  toRole.once('close', () => {
    if (!begun) reject(new Error('the role hung up'));
  });
  toRole.on('error', (error) => {
    reject(error);
    // A body that ends with the connection would look complete otherwise.
    if (!begun?.complete) begun?.destroy(error);
  });
  return { toRole, answer };
}
