/** What was paid before this installation began; amounts in cents or pence. */
export const demoPayments: readonly (readonly [
  creditor: string,
  reference: string,
  amount_minor: number,
  currency: string,
  days_ago: number,
])[] = [
  ['Clement Precision Tools', 'Lathe time, Difference Engine No. 2', 184_300, 'GBP', 1],
  ['Perforated Paper of Lyon', '24,000 cards, one hole each', 96_000, 'EUR', 2],
  ['Induction Ring Supply', 'Two rings, wound', 4_250, 'GBP', 3],
  ['Jacquard Looms', 'Portrait in silk, 24 rows to the inch', 230_000, 'EUR', 5],
  ['Tabulating Machine Company', 'Sorter, annual service', 119_900, 'USD', 8],
  ['Nordic Instruments', 'Slide rules for the office', 64_500, 'SEK', 12],
  ['General Register Office', 'Life table, printed by the engine', 31_200, 'GBP', 19],
  ['Arithmometer Leasing', 'Arithmometer, third quarter', 45_000, 'EUR', 27],
];
