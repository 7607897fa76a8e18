/** What a registration is judged by, besides itself. */
export type Circumstances = {
  /** The names of all clients of other people. */
  otherNames: string[];
  /** All scopes that there are. */
  scopesKnown: string[];
  /** The scopes that may be registered here. */
  scopesAllowed: string[];
  /** This server runs on this machine, so that others may too. */
  onLoopback: boolean;
};
