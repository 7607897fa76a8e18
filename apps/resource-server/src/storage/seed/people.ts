import type { Person } from '../people.ts';

/** The `sub` is the one under which the authorization server knows her. */
export const ada: Person = {
  sub: 'acct_7Q2mZk4TnW',
  name: 'Ada Lovelace',
  given_name: 'Ada',
  email: 'ada@acorn.example',
  picture_path: '/pictures/ada.svg',
};

export const grace: Person = {
  sub: 'acct_9XbR3pLsVd',
  name: 'Grace Hopper',
  given_name: 'Grace',
  email: 'grace@acorn.example',
  picture_path: '/pictures/grace.svg',
};
