'use client';

/** A mistake of our own: what happened is in the log of the server, never on the page. */
export default function ErrorPage() {
  return (
    <article className="problem">
      <p className="eyebrow">Briefing made a mistake</p>
      <h1>Something went wrong in Briefing</h1>
      <p className="lead">
        No other party refused anything. The details are in the log of the server.
      </p>
      <p className="actions">
        <a className="button" href="/">
          To the first page
        </a>
      </p>
    </article>
  );
}
