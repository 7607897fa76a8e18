/** Lines on stdout: few writes, and none lost at the end of the process. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const file = new URL('../src/print-line.ts', import.meta.url).href;

function printedBy(program: string): { stdout: string; status: number | null } {
  const source = `const { printLine } = await import(${JSON.stringify(file)});\n${program}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
  });
}

test('the lines of a moment are one write, in their order', () => {
  const { stdout } = printedBy(`
    let writes = 0;
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text) => { writes++; return write(text); };
    printLine('first');
    await new Promise(setImmediate);
    printLine('second');
    process.on('exit', () => write(writes + ' write\\n'));
  `);
  assert.equal(stdout, 'first\nsecond\n1 write\n');
});

test('they are printed while the process goes on', () => {
  const { stdout } = printedBy(`
    const written = Promise.withResolvers();
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text) => { write(text); written.resolve(); };
    printLine('line');
    const alive = setInterval(() => {}, 1000);
    await written.promise;
    write('and on\\n');
    clearInterval(alive);
  `);
  assert.equal(stdout, 'line\nand on\n');
});

for (const [how, program] of [
  ['exits', 'process.exit(7)'],
  ['crashes', "throw new Error('nobody foresaw this')"],
] as const) {
  test(`what was said before the process ${how} is printed`, () => {
    const { stdout, status } = printedBy(`printLine('last words');\n${program}`);
    assert.notEqual(status, 0);
    assert.equal(stdout, 'last words\n');
  });
}
