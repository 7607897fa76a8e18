/**
 * Lines on stdout: those of one turn of the event loop in one write, since under
 * load each write costs about as much as the rest of a small request.
 */
let waiting = '';

/** It is printed before the next turn, and also where the process ends sooner by an error. */
export function printLine(line: string): void {
  if (waiting === '') setImmediate(print);
  waiting += `${line}\n`;
}

function print(): void {
  if (waiting !== '') process.stdout.write(waiting);
  waiting = '';
}

process.on('exit', print);
