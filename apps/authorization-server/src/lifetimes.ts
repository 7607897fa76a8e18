/** How long things live, in seconds. */

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 */
export const codeLifetime = minute;

/** Short: a signed token goes on verifying after it is revoked. */
export const accessTokenLifetime = 10 * minute;

export const idTokenLifetime = hour;

/** A refresh token that is not used dies after this; rotation begins it anew. */
export const refreshTokenIdleLifetime = 7 * day;

/** What a person agreed to ends after this; rotation does not prolong it. */
export const grantLifetime = 30 * day;

/** For this long a used refresh token is answered with its successor once more. */
export const refreshTokenGrace = 10;

/**
 * For so long anybody may keep a copy of the key set; and so a new key is
 * published for as long before it signs.
 */
export const keySetLifetime = 5 * minute;

/** How long a browser stays signed in here. */
export const sessionLifetime = 12 * hour;

/** For so long the record of security events is kept; a trigger in the database sees to it. */
export const securityEventLifetime = 30 * day;

/** For this long the secret that a rotation replaces works on, unless its client says for how long. */
export const secretOverlap = day;

/** The longest that a client may say. */
export const longestSecretOverlap = 7 * day;
