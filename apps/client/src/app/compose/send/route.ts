/**
 * POST /compose/send
 *
 * Send a message in the name of the person who is signed in.
 *
 * ```http
 * POST /compose/send HTTP/1.1
 * Host: localhost:9000
 * Origin: http://localhost:9000
 * Cookie: briefing_session=...
 * Content-Type: application/x-www-form-urlencoded
 *
 * to=grace%40acorn.example&subject=Note+G&body=...
 *
 * HTTP/1.1 303 See Other
 * Location: http://localhost:9000/inbox?sent=1
 * ```
 */
import { z } from 'zod';
import { origin } from '../../../config.ts';
import { sendMessage } from '../../../mailbox/messages.ts';
import { Refused } from '../../../oauth/send.ts';
import { orProblemPage, seeOther } from '../../../problems/or-problem-page.ts';
import { callAs } from '../../../session/call-as.ts';
import { browserIdOf, keepBrowserId } from '../../../session/cookies.ts';
import { requireSession } from '../../../session/current-session.ts';
import { checkSameSite } from '../../../session/same-site.ts';
import { keepDraft, removeDraft } from '../../../storage/drafts.ts';

const mail = z.object({
  to: z.email('To: this is not an e-mail address.').max(254, 'To: too long.'),
  subject: z
    .string()
    .trim()
    .min(1, 'Subject: please write one.')
    .max(200, 'Subject: at most 200 characters.'),
  body: z
    .string()
    .trim()
    .min(1, 'Message: please write something.')
    .max(10_000, 'Message: at most 10,000 characters.'),
});

/** Bytes. Percent-encoded, the longest message takes up to nine for each character. */
const longestBody = 128 * 1024;

export async function POST(request: Request): Promise<Response> {
  return orProblemPage(request, async () => {
    // 1. A page of this app sends it, for somebody who is signed in.
    checkSameSite(request);
    const session = await requireSession(request);

    // 2. The body is a form, of a size that is worth reading.
    const unread = refusalOfBody(request.headers);
    if (unread) return unread;

    // 3. What was written is kept, whatever happens next.
    const form = new URLSearchParams(await request.text());
    const written = {
      to: (form.get('to') ?? '').trim().slice(0, 300),
      subject: (form.get('subject') ?? '').slice(0, 400),
      body: (form.get('body') ?? '').replaceAll('\r\n', '\n').slice(0, 12_000),
    };
    const browserId = browserIdOf(request);
    await keepDraft(session.sub, browserId, { ...written, complaint: null });

    // 4. It can be sent.
    const complete = mail.safeParse(written);
    if (!complete.success) {
      const complaint = complete.error.issues[0]?.message ?? 'Something is missing.';
      await keepDraft(session.sub, browserId, { ...written, complaint });
      return seeOther(`${origin}/compose`, keepBrowserId(browserId));
    }

    // 5. The API sends it; what it has against the message is said where it is written.
    try {
      await callAs(session, (token) => sendMessage(token, complete.data));
    } catch (error) {
      if (!(error instanceof Refused) || ![400, 422].includes(error.status)) throw error;
      const complaint = error.description ?? error.error;
      await keepDraft(session.sub, browserId, { ...written, complaint });
      return seeOther(`${origin}/compose`, keepBrowserId(browserId));
    }
    await removeDraft(session.sub);
    return seeOther(`${origin}/inbox?sent=1`);
  });
}

/** By its headers: the body has not been read yet. Node.js holds it to its Content-Length. */
function refusalOfBody(headers: Headers): Response | undefined {
  const type = headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  const length = headers.get('Content-Length');
  if (type !== 'application/x-www-form-urlencoded') {
    return said(415, 'Send a form: Content-Type: application/x-www-form-urlencoded.');
  }
  if (length === null) return said(411, 'Say how long the body is: Content-Length.');
  if (!(Number(length) <= longestBody)) {
    return said(413, `The body is longer than ${longestBody} bytes.`);
  }
  return undefined;
}

function said(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status });
}
