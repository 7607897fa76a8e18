/** What a program says of itself when it registers. */
export type Application = {
  name: string;
  description: string;
  /** Its home page. */
  uri: string;
  /** Every scope that it will ever ask for, with spaces between. */
  scope: string;
};
