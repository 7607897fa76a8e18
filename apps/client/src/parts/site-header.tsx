import type { Session } from '../storage/sessions.ts';
import { Sunrise } from './icons.tsx';

/** The role's colour, its name and the product's: on a projector nobody asks "where am I?". */
export function SiteHeader({ session }: { session: Session | undefined }) {
  return (
    <header className="site-header">
      <div className="site-header-inside">
        <a className="brand" href="/">
          <Sunrise />
          <span>Briefing</span>
        </a>
        <span className="role-label">Client</span>
        {session && (
          <nav aria-label="Main">
            <a href="/">Morning</a>
            <a href="/inbox">Inbox</a>
            <a href="/compose">Write</a>
            <a href="/held">What this app holds</a>
            <form action="/logout" method="post">
              <button type="submit">Sign out</button>
            </form>
          </nav>
        )}
      </div>
    </header>
  );
}
