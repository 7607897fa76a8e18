/**
 * Is a port free? A browser takes `localhost` for 127.0.0.1 or for ::1, so it
 * has to be free on both.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { PlainError } from './plain-error.ts';
import type { Role, RoleName } from './role.ts';

export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('no port was given');
  return address.port;
}

/**
 * @throws {PlainError} naming the port, the role and the setting that moves it
 */
export async function checkPort(role: Role, port: number): Promise<void> {
  if (await isPortFree(port)) return;
  const elsewhere = `http://localhost:${port + 100}`;
  throw new PlainError(
    `Port ${port} is taken. To move the ${role.label}, put ` +
      `${role.originSetting}=${elsewhere} before the command.`,
  );
}

/** @throws {PlainError} where two roles are to listen on one port */
export function checkPortsDiffer(roles: Role[], ports: Record<RoleName, number>): void {
  for (const [index, role] of roles.entries()) {
    const other = roles
      .slice(0, index)
      .find(({ name }) => ports[name] === ports[role.name]);
    if (!other) continue;
    throw new PlainError(
      `The ${role.label} and the ${other.label} are both to listen on port ` +
        `${ports[role.name]}. Give ${role.originSetting} another one.`,
    );
  }
}

async function canListen(port: number, host: string): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EADDRINUSE';
  }
  server.close();
  await once(server, 'close');
  return true;
}
