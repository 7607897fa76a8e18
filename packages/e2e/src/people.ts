/** The two people of the demonstration, whom Playwright plays. */
export type Person = {
  name: string;
  username: string;
  password: string;
  email: string;
};

export const ada: Person = {
  name: 'Ada Lovelace',
  username: 'ada',
  password: 'note-g-1843',
  email: 'ada@acorn.example',
};

export const grace: Person = {
  name: 'Grace Hopper',
  username: 'grace',
  password: 'compiler-1952',
  email: 'grace@acorn.example',
};
