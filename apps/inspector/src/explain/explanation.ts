/** What is said of one name that stands in a message. Each member is a sentence. */
export type Explanation = {
  /** What it is. */
  what: string;
  /** Why it is there. */
  why?: string;
  /** Which attack it stops: what would happen without it. */
  stops?: string;
  /** `RFC 6749, section 10.12`. */
  spec?: string;
};

/** By name; of headers, in lower case. */
export type Explanations = Record<string, Explanation>;
