/** Which messages are shown: of one flow, of one party, of one kind, with this text in them. */
import { useMemo } from 'react';
import { messageKinds } from '../../explain/name-message.ts';
import type { Party } from '../../recording/exchange.ts';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { messageName } from './describe-message.ts';
import { lanesOf, partyNames } from './parties.ts';
import type { Filter } from './rows.ts';

type Chosen = Omit<Filter, 'noise'>;
type Props = { filter: Chosen; change(filter: Chosen): void; shown: number };

export function Filters({ filter, change, shown }: Props) {
  const { exchanges, state } = useRecording();
  const { settings, change: changeSettings } = useSettings();
  const kinds = useMemo(() => {
    const sides = ['request', 'response'] as const;
    const seen = new Set(
      exchanges.flatMap((exchange) =>
        sides.map((side) => messageName({ exchange, side }).kind),
      ),
    );
    return messageKinds.filter(({ kind }) => seen.has(kind));
  }, [exchanges]);
  const filtered =
    filter.text || filter.flow !== undefined || filter.party || filter.kind;
  return (
    <search className="filters" aria-label="Which messages are shown">
      <Choice
        label="Flow"
        all="All flows"
        value={String(filter.flow ?? '')}
        options={state.flows.map(({ id, name }) => [String(id), name])}
        choose={(flow) => change({ ...filter, flow: flow ? Number(flow) : undefined })}
      />
      <Choice
        label="Party"
        all="Everybody"
        value={filter.party ?? ''}
        options={lanesOf(exchanges).map((party) => [party, partyNames[party].name])}
        choose={(party) => change({ ...filter, party: (party || undefined) as Party })}
      />
      <Choice
        label="Kind of message"
        all="All messages"
        value={filter.kind ?? ''}
        options={kinds.map(({ kind, name }) => [kind, name])}
        choose={(kind) => change({ ...filter, kind: kind || undefined })}
      />
      <input
        className="field"
        type="search"
        placeholder="Search in the messages"
        aria-label="Search in the messages"
        value={filter.text}
        onChange={({ target }) => change({ ...filter, text: target.value })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={settings.showNoise}
          onChange={({ target }) => changeSettings({ showNoise: target.checked })}
        />
        Noise too
        <span className="unseen">: assets, health checks, dev reload</span>
      </label>
      <span className="shown">
        {shown} {shown === 1 ? 'message' : 'messages'}
      </span>
      {filtered && (
        <button
          type="button"
          className="button quiet"
          onClick={() => change({ text: '' })}
        >
          Show all
        </button>
      )}
    </search>
  );
}

type ChoiceProps = {
  label: string;
  all: string;
  value: string;
  options: [value: string, name: string][];
  choose(value: string): void;
};

function Choice({ label, all, value, options, choose }: ChoiceProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{all}</option>
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
