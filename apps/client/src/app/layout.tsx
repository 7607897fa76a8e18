import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SiteHeader } from '../parts/site-header.tsx';
import { visitor } from '../session/visitor.ts';
import '../styles/colours.css';
import '../styles/base.css';
import '../styles/parts.css';
import '../styles/pages.css';

export const metadata: Metadata = {
  title: { default: 'Briefing', template: '%s · Briefing' },
  description: 'Your morning, in one page.',
};

/** Every page is for one person at one moment: none is made ahead of time. */
export const dynamic = 'force-dynamic';

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await visitor();
  const signedIn = typeof session === 'object' && session.endedAt === null;
  return (
    <html lang="en">
      <body>
        <a className="skip-link" href="#content">
          Skip to the content
        </a>
        <SiteHeader session={signedIn ? session : undefined} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer className="site-footer">
          <p>
            Briefing is a <strong>client</strong> in the sense of OAuth 2.0. It reads what
            Acorn holds for you, as far as you allow it, and never sees your password.
          </p>
        </footer>
      </body>
    </html>
  );
}
