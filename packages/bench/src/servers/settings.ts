/**
 * What main.ts tells a server under test, by its environment.
 */
export const settings = {
  port: Number(process.env.PORT),
  /** The issuer, where the server is one. */
  origin: `http://localhost:${process.env.PORT}`,
  dataFolder: process.env.DATA_FOLDER ?? '',
  /** One secret for every client of this run. */
  clientSecret: process.env.CLIENT_SECRET ?? '',
  /** The session that the person is signed in with. */
  sessionId: process.env.SESSION_ID ?? '',
  /** The access tokens that an API accepts: issuer, audience, and the key set in JSON. */
  issuer: process.env.ISSUER ?? '',
  audience: process.env.AUDIENCE ?? '',
  keySet: process.env.KEY_SET ?? '',
  /** What an API answers, in JSON. */
  answer: process.env.ANSWER ?? '',
};
