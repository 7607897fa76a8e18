/**
 * One token, judged side by side: by its signature alone, by introspection at
 * this server, and by the resource server in each of its ways. A signature
 * tells who issued a token and until when; it cannot tell that it was taken
 * back.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662#section-1
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-3
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { html } from 'hono/html';
import type { DescribeActiveToken } from '../../active-token.ts';
import type { Html } from '../../resource-owner/page.ts';
import { minute, span } from '../time.ts';
import type { ResourceServerVerdicts } from './ask-resource-server.ts';
import type { OwnToken } from './own-token.ts';

export type Verdict = {
  judge: string;
  /** In which the resource server judges the requests that it really gets. */
  inForce?: boolean;
  /** Null where it could not be found out. */
  accepts: boolean | null;
  refusesAtTheLatest: Html | string;
  why: Html | string;
};

export function bySignature({ claims }: OwnToken, clock: Clock): Verdict {
  const left = claims.exp - seconds(clock);
  const accepts = left > 0;
  return {
    judge: 'Its signature, alone',
    accepts,
    refusesAtTheLatest: accepts ? whenItExpires(claims.exp, left) : 'now',
    why: accepts
      ? 'This server signed it, and it has not expired. Whoever asks nobody cannot know more: revoked or not, it stays good until it expires.'
      : 'This server signed it, but it has expired.',
  };
}

export async function byIntrospection(
  { token, client }: OwnToken,
  describeToken: DescribeActiveToken,
): Promise<Verdict> {
  const verdict = {
    judge: 'Introspection, at this server',
    refusesAtTheLatest: 'at once',
  };
  try {
    await describeToken(token, client);
    const why = 'It is active: neither expired nor taken back.';
    return { ...verdict, accepts: true, why };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const { rule, message } = error;
    const why = rule ? html`<code>${rule.id}</code> demands: ${rule.says}` : message;
    return { ...verdict, accepts: false, why };
  }
}

export function byResourceServer(
  { claims }: OwnToken,
  answer: ResourceServerVerdicts | undefined,
  clock: Clock,
): Verdict[] {
  if (!answer) return [noAnswer];
  const left = claims.exp - seconds(clock);
  return answer.verdicts.map(
    ({ mode, active, error_description, refuses_at_the_latest }) => ({
      judge: `The resource server, ${waysToJudge[mode] ?? mode}`,
      inForce: mode === answer.mode_in_force,
      accepts: active,
      refusesAtTheLatest:
        active === false
          ? 'now'
          : mode === 'local'
            ? whenItExpires(claims.exp, left)
            : (refuses_at_the_latest ?? ''),
      why: error_description ?? foundGood[mode] ?? '',
    }),
  );
}

const waysToJudge: Record<string, string> = {
  local: 'which asks nobody',
  introspection: 'which asks about each token',
  list: 'which fetches what was revoked',
};

const foundGood: Record<string, string> = {
  local: 'As above: its signature is good, and nobody was asked whether it was revoked.',
  introspection: 'This server said, at most five seconds ago, that it is active.',
  list: 'It is not on the list that was fetched at most five seconds ago.',
};

const noAnswer: Verdict = {
  judge: 'The resource server',
  accepts: null,
  refusesAtTheLatest: '',
  why: 'It did not answer within three seconds, or not as it should: is it running?',
};

function whenItExpires(exp: number, left: number): Html {
  return html`when it expires, in ${span(left)}: ${minute(exp)}`;
}
