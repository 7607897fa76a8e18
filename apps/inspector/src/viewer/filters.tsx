/** Which messages are shown: of one flow, of one party, of one kind, with this text in them. */
import { useMemo, useState } from 'react';
import { messageKinds } from '../explain/name-message.ts';
import { partyNames } from '../explain/party-names.ts';
import type { Party } from '../recording/exchange.ts';
import { Choice } from './choice.tsx';
import { messageName } from './diagram/describe-message.ts';
import { lanesOf } from './diagram/parties.ts';
import { type Settings, useSettings } from './settings.tsx';
import { useRecording } from './store.ts';

export function Filters() {
  const [shown, show] = useState(false);
  const { settings, change } = useSettings();
  const { filter } = settings;
  const filtered =
    filter.text || filter.flow !== undefined || filter.party || filter.kind;
  return (
    <search className="filters" aria-label="Which messages are shown">
      <input
        className="field"
        type="search"
        placeholder="Search"
        aria-label="Search in the messages"
        value={filter.text}
        onChange={({ target }) => change({ filter: { ...filter, text: target.value } })}
      />
      <button
        type="button"
        className="button"
        aria-expanded={shown}
        onClick={() => show(!shown)}
      >
        Filter
      </button>
      {filtered && (
        <button
          type="button"
          className="button quiet"
          onClick={() => change({ filter: { text: '' } })}
        >
          Show all
        </button>
      )}
      {shown && <Choices {...settings} change={change} />}
    </search>
  );
}

type Props = Pick<Settings, 'filter' | 'showNoise'> & {
  change(settings: Partial<Settings>): void;
};

function Choices({ filter, showNoise, change }: Props) {
  const { exchanges, state } = useRecording();
  const kinds = useMemo(() => {
    const seen = new Set<string>();
    for (const exchange of exchanges) {
      seen.add(messageName({ exchange, side: 'request' }).kind);
      seen.add(messageName({ exchange, side: 'response' }).kind);
    }
    return messageKinds.filter(({ kind }) => seen.has(kind));
  }, [exchanges]);
  const set = (part: Partial<Settings['filter']>) =>
    change({ filter: { ...filter, ...part } });
  return (
    <div className="choices">
      <Choice
        label="Flow"
        all="All flows"
        value={String(filter.flow ?? '')}
        options={state.flows.map(({ id, name }) => [String(id), name])}
        choose={(flow) => set({ flow: flow ? Number(flow) : undefined })}
      />
      <Choice
        label="Party"
        all="Everybody"
        value={filter.party ?? ''}
        options={lanesOf(exchanges).map((party) => [party, partyNames[party].name])}
        choose={(party) => set({ party: (party || undefined) as Party | undefined })}
      />
      <Choice
        label="Kind of message"
        all="All messages"
        value={filter.kind ?? ''}
        options={kinds.map(({ kind, name }) => [kind, name])}
        choose={(kind) => set({ kind: kind || undefined })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={showNoise}
          onChange={({ target }) => change({ showNoise: target.checked })}
        />
        Assets, health checks, dev reload too
      </label>
    </div>
  );
}
