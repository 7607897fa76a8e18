/** A body: a form or a JSON object as parameters, a page folded, anything else as text. */
import { headerOf } from '../../explain/message.ts';
import type { Body, RawHeaders } from '../../recording/exchange.ts';
import { readBody } from '../controls/build-edit.ts';
import { Code } from './code.tsx';
import { languageOf } from './highlight.ts';
import { Parameters } from './parameters.tsx';
import { useMask } from './use-mask.ts';

export function BodyView({ headers, body }: { headers: RawHeaders; body: Body }) {
  const fields = readBody({ headers, body });
  if (body.size === 0 && body.text === '') return null;
  if (body.omitted) return <p>The body of {body.size} bytes is not in this recording.</p>;
  if (body.encoding === 'base64') return <p>A binary body of {body.size} bytes.</p>;
  return (
    <>
      {fields.kind === 'form' && (
        <Parameters title="In the body, a form" place="form" parameters={fields.pairs} />
      )}
      {fields.kind === 'json' && (
        <Parameters
          title="In the body, JSON"
          place="json"
          parameters={fields.object.members}
        />
      )}
      <BodyText body={body} contentType={headerOf(headers, 'content-type') ?? ''} />
    </>
  );
}

function BodyText({ body, contentType }: { body: Body; contentType: string }) {
  const mask = useMask();
  const isPage = /html/i.test(contentType);
  return (
    <details>
      <summary>
        {isPage ? 'The page' : 'The body'} as text, {body.size} bytes
        {body.cut && ', cut'}
      </summary>
      {body.cut && (
        <p className="soft">
          Only the beginning was kept, {body.text.length} characters of it.
        </p>
      )}
      <Code
        text={mask.text(body.text)}
        language={languageOf(contentType)}
        label={isPage ? 'The page as text' : 'The body as text'}
      />
    </details>
  );
}
