import { signInPath } from '../session/return-to.ts';
import { Acorn } from './icons.tsx';

/** A plain link: one that is fetched ahead of time would begin sign-ins that nobody wants. */
export function ContinueWithAcorn(props: {
  children?: string;
  scope?: string;
  returnTo?: string;
}) {
  const { children = 'Continue with Acorn', ...options } = props;
  return (
    <a className="button" href={signInPath(options)} rel="nofollow">
      <Acorn />
      {children}
    </a>
  );
}
