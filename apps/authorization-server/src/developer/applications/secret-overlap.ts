/** For how long a secret that was replaced works on, as the console offers it. */
export const overlaps = [
  { value: 'at-once', words: 'It stops at once', seconds: 0 },
  { value: 'hour', words: 'It works for one more hour', seconds: 60 * 60 },
  { value: 'day', words: 'It works for one more day', seconds: 24 * 60 * 60 },
];
