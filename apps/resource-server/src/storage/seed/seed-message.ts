export type SeedMessage = {
  /** Name and email address. */
  from: readonly [name: string, email: string];
  /** The owner of the mailbox, where it is not said. */
  to?: string;
  folder?: 'inbox' | 'sent';
  subject: string;
  minutes_ago: number;
  unread?: boolean;
  body: string;
};
