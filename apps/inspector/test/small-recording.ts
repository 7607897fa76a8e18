/** A recording made by hand: a sign-in in a few messages, with secrets that a test knows. */
import type {
  Body,
  Exchange,
  RawHeaders,
  RecordedResponse,
  Recording,
} from '../src/recording/exchange.ts';

export const origins = {
  client: 'http://localhost:9000',
  'authorization-server': 'http://localhost:9001',
  'resource-server': 'http://localhost:9002',
  worker: 'http://localhost:9003',
};

export function textBody(text: string): Body {
  return { text, encoding: 'utf-8', size: Buffer.byteLength(text) };
}

export function redirect(location: string, ...headers: RawHeaders): RecordedResponse {
  const all: RawHeaders = [['Location', location], ...headers];
  return { status: 303, reason: 'See Other', headers: all, body: textBody('') };
}

export function answer(type: string, text: string): RecordedResponse {
  const headers: RawHeaders = [['Content-Type', type]];
  return { status: 200, reason: 'OK', headers, body: textBody(text) };
}

type Parts = Partial<Omit<Exchange, 'request'>> & {
  id: number;
  /** `GET /login` */
  line?: string;
  headers?: RawHeaders;
  body?: string;
};

/** One second after the one before; it takes 100 milliseconds. */
export function exchange({
  line = 'GET /',
  headers = [],
  body,
  ...rest
}: Parts): Exchange {
  const [method = '', target = ''] = line.split(/ (.*)/s);
  const startedAt = 1_800_000_000_000 + rest.id * 1000;
  return {
    from: 'browser',
    to: 'client',
    startedAt,
    finishedAt: startedAt + 100,
    heldFor: 0,
    verdicts: [],
    flow: 1,
    request: { method, target, headers, body: textBody(body ?? '') },
    ...rest,
  };
}

export function recording(exchanges: Exchange[]): Recording {
  return {
    run: 'run-1',
    origins,
    exchanges,
    flows: [{ id: 1, kind: 'sign-in', name: "Ada's sign-in" }],
    masked: false,
  };
}

export function jwt(claims: object, signature: string): string {
  const parts = [{ alg: 'ES256', typ: 'at+jwt' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return [...parts, signature].join('.');
}

/** As random as those of the roles: 43 characters. */
const random = (name: string) => `${name}-`.padEnd(43, 'x7Q_');

export const secrets = {
  password: 'note-g & "1843" <ü>',
  code: random('code'),
  codeVerifier: random('verifier.~'),
  clientSecret: random('client-secret'),
  refreshToken: random('refresh-token'),
  signature: random('signature'),
  idSignature: random('id-signature'),
  acornSession: random('acorn-session'),
  briefingSession: random('briefing-session'),
  seal: random('seal'),
};

export const state = random('state');
export const nonce = random('nonce');
export const accessToken = jwt({ sub: 'acct_1', jti: 'jti-1' }, secrets.signature);
export const idToken = jwt({ sub: 'acct_1', nonce }, secrets.idSignature);

const request = new URLSearchParams({
  response_type: 'code',
  client_id: 'briefing',
  redirect_uri: `${origins.client}/callback`,
  state,
  nonce,
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
}).toString();
const home = `/callback?${new URLSearchParams({ code: secrets.code, state, iss: origins['authorization-server'] })}`;
const acornCookie = `acorn_session=${secrets.acornSession}`;
const form: RawHeaders = [['Content-Type', 'application/x-www-form-urlencoded']];
const as = 'authorization-server' as const;

/** Eight exchanges: from the click to the mail. */
export function signIn(): Exchange[] {
  const credentials = Buffer.from(`briefing:${secrets.clientSecret}`).toString('base64');
  return [
    exchange({
      id: 1,
      line: 'GET /login',
      response: redirect(`${origins[as]}/authorize?${request}`),
    }),
    exchange({
      id: 2,
      to: as,
      line: `GET /authorize?${request}`,
      response: redirect(`/login?${request}`),
    }),
    exchange({
      id: 3,
      to: as,
      line: 'POST /login',
      headers: form,
      body: String(
        new URLSearchParams({ request, username: 'ada', password: secrets.password }),
      ),
      response: redirect(`/authorize?${request}`, [
        'Set-Cookie',
        `${acornCookie}; HttpOnly`,
      ]),
    }),
    exchange({
      id: 4,
      to: as,
      line: `GET /authorize?${request}`,
      headers: [['Cookie', `theme=dark; ${acornCookie}`]],
      response: answer(
        'text/html; charset=utf-8',
        `<form><input type="hidden" name="request" value="${request.replaceAll('&', '&amp;')}" />
        <input type="hidden" name="seal" value="${secrets.seal}" /></form>`,
      ),
    }),
    exchange({
      id: 5,
      to: as,
      line: 'POST /consent',
      headers: [...form, ['Cookie', acornCookie]],
      body: String(
        new URLSearchParams({ request, seal: secrets.seal, decision: 'allow' }),
      ),
      response: redirect(origins.client + home),
    }),
    exchange({
      id: 6,
      line: `GET ${home}`,
      finishedAt: 1_800_000_008_500,
      response: redirect('/', [
        'Set-Cookie',
        `briefing_session=${secrets.briefingSession}`,
      ]),
    }),
    exchange({
      id: 7,
      from: 'client',
      to: as,
      cause: 6,
      line: 'POST /token',
      headers: [...form, ['Authorization', `Basic ${credentials}`]],
      body: String(
        new URLSearchParams({
          grant_type: 'authorization_code',
          code: secrets.code,
          code_verifier: secrets.codeVerifier,
        }),
      ),
      response: answer(
        'application/json',
        JSON.stringify({
          access_token: accessToken,
          refresh_token: secrets.refreshToken,
          id_token: idToken,
        }),
      ),
    }),
    exchange({
      id: 8,
      from: 'client',
      to: 'resource-server',
      cause: 6,
      line: 'GET /user/messages?limit=20',
      headers: [['Authorization', `Bearer ${accessToken}`]],
      response: answer('application/json', '{"messages":[]}'),
    }),
  ];
}
