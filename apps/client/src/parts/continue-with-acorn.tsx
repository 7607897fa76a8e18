import { signInPath } from '../session/return-to.ts';
import { Acorn } from './icons.tsx';

/** A plain link: one that is fetched ahead of time would begin sign-ins that nobody wants. */
export function ContinueWithAcorn(props: {
  children?: string;
  scope?: string;
  returnTo?: string;
  /** Beside a button that matters more. */
  quiet?: boolean;
}) {
  const { children = 'Continue with Acorn', quiet, ...options } = props;
  return (
    <a
      className={quiet ? 'button quiet' : 'button'}
      href={signInPath(options)}
      rel="nofollow"
    >
      <Acorn />
      {children}
    </a>
  );
}
