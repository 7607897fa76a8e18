/**
 * The lines of requests, those of a moment in one write: under load a write for each
 * line costs about as much as the rest of a small request.
 */
const moment = 50; // milliseconds

let waiting = '';

/**
 * It is printed within the moment, and also where the process ends sooner, by
 * itself or by an error. Who kills it (SIGKILL) loses that moment.
 */
export function printLine(line: string): void {
  if (waiting === '') setTimeout(print, moment).unref();
  waiting += `${line}\n`;
}

function print(): void {
  if (waiting !== '') process.stdout.write(waiting);
  waiting = '';
}

process.on('exit', print);
