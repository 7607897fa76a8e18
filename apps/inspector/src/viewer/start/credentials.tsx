/** What a person of the demonstration types into Acorn's login page. */
import type { Person } from '../api.ts';
import { CopyButton } from './copy-button.tsx';

export function Credentials({ person }: { person: Person }) {
  const { name, username, password } = person;
  return (
    <dl className="credentials">
      <div>
        <dt>Username</dt>
        <dd>
          <code>{username}</code>
          <CopyButton text={username} what={`username of ${name}`} />
        </dd>
      </div>
      <div>
        <dt>Password</dt>
        <dd>
          <code>{password}</code>
          <CopyButton text={password} what={`password of ${name}`} />
        </dd>
      </div>
    </dl>
  );
}
