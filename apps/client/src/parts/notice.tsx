import type { ReactNode } from 'react';
import { scopes } from '../registration.ts';

export function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="notice" role="status">
      {children}
    </p>
  );
}

/** After a question to Acorn that was answered with "no", whole or in part. */
export function DeclinedNotice({
  declined,
}: {
  declined: string | string[] | undefined;
}) {
  const wanted = String(declined ?? '').split(' ');
  const known = Object.entries(scopes).filter(([scope]) => wanted.includes(scope));
  if (known.length === 0) return null;
  const purposes = known.map(([, purpose]) => purpose).join(', or to ');
  return (
    <Notice>
      You did not allow Briefing to {purposes}. Everything else works as before.
    </Notice>
  );
}
