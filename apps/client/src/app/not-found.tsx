export default function NotFound() {
  return (
    <article className="problem">
      <p className="eyebrow">Briefing</p>
      <h1>There is no such page</h1>
      <p className="lead">The address may be mistyped, or the page may have moved.</p>
      <p className="actions">
        <a className="button" href="/">
          To the first page
        </a>
      </p>
    </article>
  );
}
