import { z } from 'zod';

const errorResponse = z.object({
  error: z.string().max(80),
  error_description: z.string().max(400).optional(),
});

/** The other side understood, and said no: trying again would change nothing. */
export class Refused extends Error {
  /** The HTTP status code. */
  readonly status: number;
  /** The error code, where the answer had one: `invalid_client`. */
  readonly error: string | undefined;

  constructor(message: string, status: number, error?: string) {
    super(message);
    this.status = status;
    this.error = error;
  }

  /** @param who begins the sentence: `The token endpoint` */
  static async from(who: string, response: Response): Promise<Refused> {
    const body = errorResponse.safeParse(await response.json().catch(() => null));
    const error = body.data?.error;
    const code = error ? ` ${error}` : '';
    const description = body.data?.error_description?.replace(/\.$/, '');
    const why = description ? ` (${description})` : '';
    const { status } = response;
    return new Refused(`${who} answered ${status}${code}${why}`, status, error);
  }
}
