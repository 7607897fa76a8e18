/** Somebody who watches: told of changes, sometimes away. */
import type { Change } from '../src/recording/recording.ts';
import type { World } from './recorded-world.ts';

/** A page that shows what it is told: an exchange that it knows is replaced. */
export function openViewer(world: World) {
  const shown = new Map<number, string>();
  let heard: string | undefined;
  let told = 0;
  let stop = () => {};

  function hear(change: Change): void {
    if (change.type === 'cleared') shown.clear();
    if (change.type === 'exchange') {
      told++;
      shown.set(change.exchange.id, JSON.stringify(change.exchange));
    }
    if (change.type === 'state') {
      for (const id of shown.keys()) if (id < change.state.oldest) shown.delete(id);
    }
    if (change.type !== 'state') heard = change.id;
  }

  const viewer = {
    shown: () => [...shown].sort(([one], [other]) => one - other).map(([, text]) => text),
    ids: () => [...shown.keys()],
    told: () => told,
    connect(): Change[] {
      const changes = world.recording.catchUp(heard);
      changes.forEach(hear);
      stop = world.recording.subscribe(() =>
        world.recording.catchUp(heard).forEach(hear),
      );
      return changes;
    },
    loseConnection: () => stop(),
  };
  viewer.connect();
  return viewer;
}

/** What is recorded now, for comparison. */
export const recorded = (world: World) =>
  world.recording.toRecording().exchanges.map((exchange) => JSON.stringify(exchange));
