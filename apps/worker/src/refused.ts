import { z } from 'zod';

const errorResponse = z.object({
  error: z.string().max(80),
  error_description: z.string().max(400).optional(),
});

/** The other side understood, and said no: trying again would change nothing. */
export class Refused extends Error {
  /** The HTTP status code. */
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }

  /** @param who begins the sentence: `The token endpoint` */
  static async from(who: string, response: Response): Promise<Refused> {
    const body = errorResponse.safeParse(await response.json().catch(() => null));
    const code = body.data ? ` ${body.data.error}` : '';
    const why = body.data?.error_description ? ` (${body.data.error_description})` : '';
    return new Refused(
      `${who} answered ${response.status}${code}${why}`,
      response.status,
    );
  }
}
