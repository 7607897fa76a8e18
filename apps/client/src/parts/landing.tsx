import { ContinueWithAcorn } from './continue-with-acorn.tsx';

export function Landing() {
  return (
    <>
      <section className="hero">
        <div>
          <p className="eyebrow">Good morning</p>
          <h1>Your morning, in one page.</h1>
          <p className="lead">
            Briefing reads the mail that came in overnight and lays it out like a front
            page: what is new at the top, the rest below the fold. Ready before your
            coffee is.
          </p>
          <p className="actions">
            <ContinueWithAcorn />
          </p>
          <p className="fine-print">
            You sign in at Acorn, with a password that Briefing never sees.
          </p>
        </div>
        <FrontPage />
      </section>
      <section className="asks" aria-labelledby="asks-title">
        <h2 id="asks-title">What Briefing will ask Acorn for</h2>
        <ul>
          <li>
            <h3>Your name, picture and e-mail</h3>
            <p>To greet you, and to show whose page this is.</p>
          </li>
          <li>
            <h3>To read your mail</h3>
            <p>To lay out your morning. Untick it and Briefing lives without.</p>
          </li>
          <li>
            <h3>To send mail: only when you write</h3>
            <p>Asked for then and there, and not before.</p>
          </li>
        </ul>
      </section>
    </>
  );
}

/** What the product looks like, for those who have not signed in: decoration only. */
function FrontPage() {
  return (
    <div className="front-page" aria-hidden="true">
      <p className="front-page-title">The Morning</p>
      <p className="front-page-date">Vol. I · 07:00</p>
      <p className="front-page-headline">The loom arrives on Thursday</p>
      <p className="front-page-line" />
      <p className="front-page-line" />
      <p className="front-page-line short" />
      <div className="front-page-columns">
        <div>
          <p className="front-page-small">Dinner at eight?</p>
          <p className="front-page-line" />
          <p className="front-page-line short" />
        </div>
        <div>
          <p className="front-page-small">Minutes of the meeting</p>
          <p className="front-page-line" />
          <p className="front-page-line short" />
        </div>
      </div>
    </div>
  );
}
