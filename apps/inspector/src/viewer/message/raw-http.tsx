/** Both halves as they crossed the wire; and as they were before somebody changed them. */
import { requestText, responseText } from '../../exports/http-text.ts';
import { Code } from './code.tsx';
import { useOpened } from './opened.ts';
import { useMask } from './use-mask.ts';

export function RawHttp() {
  const { request, requestBefore, response, responseBefore } = useOpened().exchange;
  return (
    <>
      <Raw title="Request" text={requestText(request)} />
      {requestBefore && (
        <Raw title="Request, before it was changed" text={requestText(requestBefore)} />
      )}
      {response && <Raw title="Answer" text={responseText(response)} />}
      {responseBefore && (
        <Raw title="Answer, before it was changed" text={responseText(responseBefore)} />
      )}
    </>
  );
}

function Raw({ title, text }: { title: string; text: string }) {
  const mask = useMask();
  return (
    <section>
      <h3>{title}</h3>
      <Code text={mask.text(text)} language="http" label={title} />
    </section>
  );
}
