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
    /^OpenID Connect RP-Initiated Logout (1\.0)/,
    () => 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html',
  ],
  [/^(Fetch Metadata)/, () => 'https://www.w3.org/TR/fetch-metadata/'],
  [/^OWASP ([A-Za-z ]+)/, (sheet) => owaspSheet(sheet)],
];

/** OpenID's documents name their sections in the address instead of numbering them. */
const openIdAnchors: Record<string, string> = {
  '2': 'IDToken',
  '3.1.2.1': 'AuthRequest',
  '3.1.2.2': 'AuthRequestValidation',
  '3.1.2.3': 'Authenticates',
  '3.1.2.4': 'Consent',
  '3.1.2.6': 'AuthError',
  '3.1.3.7': 'IDTokenValidation',
  '5.3': 'UserInfo',
  '5.3.2': 'UserInfoResponse',
  '6': 'JWTRequests',
};

/** @throws {Error} where the clause names a document that is not listed here */
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
  if (!spec.startsWith('OpenID')) return `#section-${section}`;
  const anchor = openIdAnchors[section];
  return anchor && spec.includes('Core') ? `#${anchor}` : '';
}

function owaspSheet(name: string): string {
  const file = name.trim().replaceAll(' ', '_');
  return `https://cheatsheetseries.owasp.org/cheatsheets/${file}_Cheat_Sheet.html`;
}
