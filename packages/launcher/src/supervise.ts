/**
 * Parts, each a process of its own: started until healthy, stopped, and
 * reported when one ends by itself.
 */
import type { Mode, Part, PartName } from './part.ts';
import { type PartProcess, type Stream, startProcess } from './part-process.ts';
import { untilHealthy } from './until-healthy.ts';

export type Supervision = {
  mode: Mode;
  /** Where others reach each part, and where each listens. */
  origins: Record<PartName, string>;
  ports: Record<PartName, number>;
  environmentOf(part: Part): NodeJS.ProcessEnv;
  /** Of who issued the certificate with which parts speak TLS, if that is not known anyway. */
  authorityFile: string | undefined;
  /** How long a part may take to become healthy. */
  patienceSeconds: number;
  /** When it is aborted, nothing is started any more. */
  stopping: AbortSignal;
  /** Called for each line that a part prints. */
  onLine: ((part: Part, line: string, stream: Stream) => void) | undefined;
  /** Called when a part ends that nobody stopped. */
  onDeath: ((part: Part, output: string) => void) | undefined;
  /** Called for each message that a part sends to the launcher. */
  onMessage(part: Part, message: unknown): void;
};

export function supervise(options: Supervision) {
  const { mode, origins, ports, authorityFile, stopping } = options;
  const running = new Map<PartName, PartProcess>();
  const lastOutput = new Map<PartName, PartProcess>();

  /** Resolves when it is healthy; a part that does not come up is not left running. */
  async function start(part: Part): Promise<void> {
    const { name, folder } = part;
    stopping.throwIfAborted();
    if (running.has(name)) throw new Error(`the ${name} is running already`);
    const child = startProcess({
      folder,
      arguments: part.program(mode, ports[name]),
      environment: options.environmentOf(part),
      onLine: (line, stream) => options.onLine?.(part, line, stream),
      onMessage: (message) => options.onMessage(part, message),
    });
    running.set(name, child);
    lastOutput.set(name, child);
    let healthy = false;
    child.ended.then(() => {
      if (running.get(name) !== child) return;
      running.delete(name);
      if (healthy) options.onDeath?.(part, child.output());
    });
    await untilHealthy(part, child, {
      port: ports[name],
      origin: origins[name],
      authorityFile,
      patienceSeconds: options.patienceSeconds,
      stopping,
    });
    healthy = true;
  }

  async function end(name: PartName, how: 'stop' | 'kill'): Promise<void> {
    const child = running.get(name);
    running.delete(name);
    await child?.[how]();
  }

  return {
    start,
    stop: (name: PartName) => end(name, 'stop'),
    /** Ends it at once, as a crash would. */
    kill: (name: PartName) => end(name, 'kill'),
    /** Stops those that run, or those of them that are named. */
    async stopAll(names: PartName[] = [...running.keys()]): Promise<void> {
      await Promise.all(names.map((name) => end(name, 'stop')));
    },
    /** The last lines that a part printed. */
    output: (name: PartName) => lastOutput.get(name)?.output() ?? '',
    send: (name: PartName, message: object) => running.get(name)?.send(message),
  };
}
