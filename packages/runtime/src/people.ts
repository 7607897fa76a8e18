/**
 * The people of the demonstration, as its accounts are made. Their passwords
 * are no secret.
 */
export const ada = { name: 'Ada Lovelace', username: 'ada', password: 'note-g-1843' };
export const grace = {
  name: 'Grace Hopper',
  username: 'grace',
  password: 'compiler-1952',
};
