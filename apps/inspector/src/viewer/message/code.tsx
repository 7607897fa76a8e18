/** Text in a box that scrolls, highlighted where its language is known. */
import { useMemo } from 'react';
import { highlight, type Language } from './highlight.ts';

type Props = { text: string; language?: Language | undefined; label: string };

export function Code({ text, language, label }: Props) {
  const html = useMemo(
    () => (language ? highlight(text, language) : undefined),
    [text, language],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled by keyboard too
    <section className="code" aria-label={label} tabIndex={0}>
      {html === undefined ? (
        <pre>{text}</pre>
      ) : (
        <pre dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </section>
  );
}
