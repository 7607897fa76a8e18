/** One rule, and what it said. */
import type { RuleVerdict } from '../../recording/exchange.ts';
import { Evidence, readable } from './evidence.tsx';
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
        <Evidence expected={readable(expected)} received={readable(received)} />
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
