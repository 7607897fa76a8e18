/** One table for each measurement, in plain text. */
import type { Measurement, Result } from './measure.ts';

const ours = 'Four Roles';

export function report({ title, unit, aims }: Measurement, results: Result[]): string {
  const ownRate = rateOf(ours, results);
  const rows = results.map(({ name, rate, busy }) => [
    name,
    rate.toFixed(0),
    name === ours ? '' : (ownRate / rate).toFixed(2),
    busy === undefined ? '' : `${(busy * 100).toFixed(0)} %`,
    busy === undefined ? '' : ((busy * 1e6) / rate).toFixed(0),
  ]);
  const table = columns([['', `${unit}/s`, 'ours is', 'core used', 'µs each'], ...rows]);

  const verdicts = aims.map(({ contestant, beside, atLeast }) => {
    const ratio = rateOf(contestant, results) / rateOf(beside, results);
    const verdict = ratio >= atLeast ? 'met' : 'not met';
    return `  aim: at least ${atLeast} times ${beside}; it is ${ratio.toFixed(2)}: ${verdict}`;
  });
  return `${[title, ...table, ...verdicts].join('\n')}\n`;
}

function rateOf(name: string, results: Result[]): number {
  return results.find((result) => result.name === name)!.rate;
}

/** The first column to the left, the others to the right. */
export function columns(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('   ')
      .replace(/^/, '  '),
  );
}
