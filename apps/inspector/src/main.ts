/**
 * Starts the inspector: the wiretap in front of every role, and its own page.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { serve } from '@four-roles/runtime/serve';
import { portOf } from '@four-roles/runtime/settings';
import { createApp } from './app.ts';
import { isHttps, readConfig } from './config.ts';
import { keySetOf } from './endpoints/keys.ts';
import { launcherOf } from './launcher.ts';
import type { RoleName } from './recording/exchange.ts';
import { createRecording } from './recording/recording.ts';
import { readViewer } from './viewer-build.ts';
import { startWiretap } from './wiretap/start-wiretap.ts';

const { origin, port, tls, origins, ports, clockFile } = readConfig();
const viewer = readViewer();
if (!viewer) {
  console.error(
    'The viewer has not been built: run `pnpm --filter @four-roles/inspector build`, or ' +
      'start everything with `pnpm dev`, which builds it.',
  );
  process.exit(78);
}

mkdirSync(dirname(clockFile), { recursive: true, mode: 0o700 });
const recording = createRecording({ origins, clockFile });

const roles = Object.keys(origins) as RoleName[];
const wiretaps = await Promise.all(
  roles.map((to) => {
    const label = to.replace('-', ' ');
    const publicPort = portOf(origins[to]);
    const wire = { to, label, publicPort, privatePort: ports[to] };
    const secure = isHttps(origins[to]) && tls ? { tls, origin: origins[to] } : undefined;
    const { observer } = recording;
    return startWiretap({ ...wire, secure, observer }).catch((error) => {
      if (error.code !== 'EADDRINUSE') throw error;
      const setting = `${to.toUpperCase().replace('-', '_')}_ORIGIN`;
      console.error(`Port ${publicPort} is taken. Set ${setting} to move the ${label}.`);
      process.exit(1);
    });
  }),
);

// A stream of events never ends by itself, and whoever waits for a held message waits
// long. A page that has fallen asleep reads nothing, not even the end.
const stop = new AbortController();
const patience = 2000;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort();
    for (const wiretap of wiretaps) wiretap.close();
    setTimeout(() => process.exit(0), patience).unref();
  });
}

const issuer = origins['authorization-server'];
const app = createApp({
  origin,
  recording,
  viewer,
  fetchKeys: keySetOf(issuer, ports['authorization-server']),
  launcher: launcherOf(process),
  stopping: stop.signal,
});
serve(app, {
  role: 'inspector',
  origin,
  port,
  tls: isHttps(origin) ? tls : undefined,
  portSetting: 'INSPECTOR_ORIGIN',
});
