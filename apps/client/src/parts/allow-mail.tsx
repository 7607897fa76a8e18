import { ContinueWithAcorn } from './continue-with-acorn.tsx';

/** Without `mail.read` the app lives on, and offers to ask. */
export function AllowMail({ returnTo }: { returnTo: string }) {
  return (
    <section className="ask-panel">
      <h2>Your mail stays closed</h2>
      <p>
        You have not allowed Briefing to read your mail, so there is no front page to lay
        out. Your name is here, and nothing else is missing. If you change your mind,
        Acorn asks you again, with this permission added.
      </p>
      <p className="actions">
        <ContinueWithAcorn scope="mail.read" returnTo={returnTo}>
          Let Briefing read my mail
        </ContinueWithAcorn>
      </p>
    </section>
  );
}
