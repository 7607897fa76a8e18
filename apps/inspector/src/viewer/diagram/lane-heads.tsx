/** Who stands at the head of each lane. */
import { partyNames } from '../../explain/party-names.ts';
import type { Party, RoleName } from '../../recording/exchange.ts';
import { useRecording } from '../store.ts';

export function LaneHeads({ lanes }: { lanes: readonly Party[] }) {
  const { origins } = useRecording().setup;
  return (
    <div className="lane-heads" aria-hidden="true">
      <span className="margin" />
      <span className="lanes">
        {lanes.map((party) => (
          <span key={party} className="lane-head" style={{ color: `var(--${party})` }}>
            <span className="lane-name">{partyNames[party].name}</span>
            <span className="lane-role">{partyNames[party].role}</span>
            <span className="lane-origin">{hostOf(origins[party as RoleName])}</span>
          </span>
        ))}
      </span>
    </div>
  );
}

function hostOf(origin: string | undefined): string {
  return origin?.replace(/^https?:\/\//, '') ?? '';
}
