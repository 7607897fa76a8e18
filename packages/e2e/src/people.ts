/** The two people of the demonstration, whom Playwright plays. */
import * as people from '@four-roles/launcher/people';

export type Person = {
  name: string;
  username: string;
  password: string;
  email: string;
};

export const ada: Person = { ...people.ada, email: 'ada@acorn.example' };
export const grace: Person = { ...people.grace, email: 'grace@acorn.example' };
