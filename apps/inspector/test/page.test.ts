/** A recording as one HTML file: whole, sealed, and with nothing in it that a recording could start. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { toPage } from '../src/exports/page.ts';
import { readRecording } from '../src/exports/recording-schema.ts';
import { answer, exchange, recording, signIn } from './small-recording.ts';

const hostile = '</script><script>alert(1)</script><!--<script>\u2028\ud800"\\';

const whole = recording([
  ...signIn(),
  exchange({ id: 9, line: `GET /${hostile}`, response: answer('text/html', hostile) }),
]);
const script = `const a = "</script>", b = '<!-- <script>', c = /<\\/SCRIPT>/u;\r\nglobalThis.got = a + b;`;
const style = 'a::before { content: "</style><b>"; }\r\n';

/** The elements of one name, as an HTML parser finds their ends. */
function contents(page: string, name: string): { attributes: string; text: string }[] {
  return [...page.matchAll(new RegExp(`<${name}([^>]*)>(.*?)</${name}`, 'gis'))].map(
    ([, attributes = '', text = '']) => ({ attributes, text }),
  );
}

test('the recording in it is the recording, and a hostile one ends no element', async () => {
  const page = await toPage({ recording: whole, script, style });
  const scripts = contents(page, 'script');
  assert.equal(scripts.length, 2);
  assert.equal(scripts[0]!.attributes, ' type="application/json" id="recording"');
  assert.ok(!scripts[0]!.text.includes('<'));
  assert.deepEqual(readRecording(JSON.parse(scripts[0]!.text)), whole);
});

test('the script in it means what it meant, without ending its element', async () => {
  const page = await toPage({ recording: whole, script, style });
  const { text } = contents(page, 'script')[1]!;
  assert.ok(!/<\/script|<!--/i.test(text));
  new Function(text)();
  assert.equal((globalThis as { got?: string }).got, '</script><!-- <script>');
});

test('it may load nothing, and run nothing but the viewer (Content-Security-Policy)', async () => {
  const page = await toPage({ recording: whole, script, style });
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  const hash = (text = '') =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  assert.deepEqual(policy?.split('; '), [
    "default-src 'none'",
    `script-src ${hash(contents(page, 'script')[1]?.text)}`,
    `style-src ${hash(contents(page, 'style')[0]?.text)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  assert.ok(!page.includes('\r'), 'a parser would change line ends, and so the hashes');
  assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style'));
  assert.equal(contents(page, 'style').length, 1);
});

test('its title names the run', async () => {
  const title = async (names: string[]) => {
    const flows = names.map((name, id) => ({ id: id + 1, kind: 'other' as const, name }));
    const page = await toPage({ recording: { ...whole, flows }, script: '', style: '' });
    return contents(page, 'title')[0]?.text;
  };
  assert.equal(await title(["Ada's sign-in"]), 'Ada&#39;s sign-in: Four Roles');
  assert.equal(
    await title(['</title>', 'b', 'c', 'd']),
    '&lt;/title&gt;, b, c and more: Four Roles',
  );
  assert.equal(await title([]), 'run-1: Four Roles');
});

test('a recording that was tampered with is refused in a sentence', () => {
  const broken = { ...whole, exchanges: [{ ...whole.exchanges[0], to: 'somebody' }] };
  assert.throws(() => readRecording(broken), /damaged: exchanges\.0\.to: .*\.$/);
});
