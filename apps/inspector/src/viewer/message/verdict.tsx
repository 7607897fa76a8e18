/** One rule, and what it said. */
import { readableEvidence } from '../../explain/evidence.ts';
import type { RuleVerdict } from '../../recording/exchange.ts';
import { Evidence } from './evidence.tsx';
import { SectionLink } from './section-link.tsx';

export function VerdictView({ verdict }: { verdict: RuleVerdict }) {
  const { rule, passed, expected, received } = verdict;
  return (
    <details className="verdict">
      <summary>
        <span className={passed ? 'good' : 'bad'}>{passed ? '✓ held' : '✕ broken'}</span>{' '}
        <code>{rule.id}</code> <span className="soft">{rule.says}</span>
      </summary>
      <div>
        <Evidence
          expected={expected && readableEvidence(expected)}
          received={received && readableEvidence(received)}
        />
        {rule.stops && (
          <p>
            <strong>It stops:</strong> {rule.stops}
          </p>
        )}
        <p>
          <SectionLink spec={rule.spec} />
          {rule.level && `, ${rule.level}`}
        </p>
      </div>
    </details>
  );
}
