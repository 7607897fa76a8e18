/**
 * From the name of a clause to its address: `RFC 7636, section 4.6` becomes
 * https://www.rfc-editor.org/rfc/rfc7636#section-4.6
 */
const documents: [prefix: RegExp, address: (number: string) => string][] = [
  [/^RFC (\d+)/, (number) => `https://www.rfc-editor.org/rfc/rfc${number}`],
  [/^(draft-[a-z0-9-]+)/, (name) => `https://datatracker.ietf.org/doc/html/${name}`],
  [
    /^OpenID Connect Core (1\.0)/,
    () => 'https://openid.net/specs/openid-connect-core-1_0.html',
  ],
  [
    /^OpenID Connect Discovery (1\.0)/,
    () => 'https://openid.net/specs/openid-connect-discovery-1_0.html',
  ],
  [
    /^OpenID Connect Dynamic Client Registration (1\.0)/,
    () => 'https://openid.net/specs/openid-connect-registration-1_0.html',
  ],
  [
    /^Unicode Technical Standard #(\d+)/,
    (n) => `https://www.unicode.org/reports/tr${n}/`,
  ],
  [
    /^OpenID Connect RP-Initiated Logout (1\.0)/,
    () => 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html',
  ],
  [
    /^Fetch Metadata Request Headers, (Sec-Fetch-[A-Z][a-z]+)/,
    (name) => `https://www.w3.org/TR/fetch-metadata/#${name.toLowerCase()}-header`,
  ],
  [
    /^W3C Trace Context, (.+)/,
    (heading) =>
      `https://www.w3.org/TR/trace-context/#${heading.toLowerCase().replaceAll(' ', '-')}`,
  ],
  [/^OWASP ([A-Za-z ]+)/, (sheet) => owaspSheet(sheet)],
];

/** OpenID's documents name their sections in the address instead of numbering them. */
const openIdAnchors: Record<string, string> = {
  'Core 2': 'IDToken',
  'Core 3.1.2.1': 'AuthRequest',
  'Core 3.1.2.2': 'AuthRequestValidation',
  'Core 3.1.2.3': 'Authenticates',
  'Core 3.1.2.4': 'Consent',
  'Core 3.1.2.6': 'AuthError',
  'Core 3.1.3.3': 'TokenResponse',
  'Core 3.1.3.6': 'CodeIDToken',
  'Core 3.1.3.7': 'IDTokenValidation',
  'Core 3.1.3.8': 'CodeFlowTokenValidation',
  'Core 5.1': 'StandardClaims',
  'Core 5.3': 'UserInfo',
  'Core 5.3.2': 'UserInfoResponse',
  'Core 5.4': 'ScopeClaims',
  'Core 6': 'JWTRequests',
  'Core 9': 'ClientAuthentication',
  'Core 10.1.1': 'RotateSigKeys',
  'Discovery 3': 'ProviderMetadata',
  'Dynamic Client Registration 2': 'ClientMetadata',
  'RP-Initiated Logout 2': 'RPLogout',
  'RP-Initiated Logout 3': 'RedirectionAfterLogout',
};

/** @throws {Error} where the clause names a document, or a section of OpenID's, that is not listed here */
export function specificationLink(spec: string): string {
  for (const [prefix, address] of documents) {
    const document = prefix.exec(spec);
    if (!document) continue;
    return address(document[1]!) + fragment(spec);
  }
  throw new Error(`No address is known for ${spec}`);
}

function fragment(spec: string): string {
  const section = /section ([\d.A-Z]+)$/.exec(spec)?.[1];
  if (!section) return '';
  const openIdDocument = /^OpenID Connect (.+) 1\.0/.exec(spec)?.[1];
  if (!openIdDocument) return `#section-${section}`;
  const anchor = openIdAnchors[`${openIdDocument} ${section}`];
  if (!anchor) throw new Error(`No address is known for ${spec}`);
  return `#${anchor}`;
}

function owaspSheet(name: string): string {
  const file = name.trim().replaceAll(' ', '_');
  return `https://cheatsheetseries.owasp.org/cheatsheets/${file}_Cheat_Sheet.html`;
}
