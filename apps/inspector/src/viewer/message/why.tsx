/** Why the role said yes, or no: every rule that it tried for this message, in its order. */
import { partyNames } from '../../explain/party-names.ts';
import { refusalIn } from '../../explain/refusal.ts';
import type { Exchange, RuleVerdict } from '../../recording/exchange.ts';
import { useOpened } from './opened.ts';
import { RefusalView } from './refusal-view.tsx';
import { VerdictView } from './verdict.tsx';

export function Why() {
  const { exchange } = useOpened();
  const { verdicts, verdictsCut } = exchange;
  const refusal = refusalIn(exchange);
  return (
    <>
      {refusal && <RefusalView refusal={refusal} />}
      {verdicts.length === 0 ? (
        <p>{whyNoVerdicts(exchange)}</p>
      ) : (
        <>
          <h3>{summary(verdicts)}</h3>
          <ol className="verdicts">
            {verdicts.map((verdict, index) => (
              <li key={index} data-passed={verdict.passed}>
                <VerdictView verdict={verdict} />
              </li>
            ))}
          </ol>
          {verdictsCut && <p>More rules were tried than the trace has room for.</p>}
        </>
      )}
    </>
  );
}

function summary(verdicts: RuleVerdict[]): string {
  const broken = verdicts.filter(({ passed }) => !passed).length;
  const tried = `${verdicts.length} ${verdicts.length === 1 ? 'rule was' : 'rules were'} tried`;
  return broken === 0 ? `${tried}, and all held` : `${tried}, ${broken} did not hold`;
}

function whyNoVerdicts(exchange: Exchange): string {
  const { to, noise, response, upgraded } = exchange;
  const { name } = partyNames[to];
  if (noise)
    return `This is an asset, a health check or the like: ${name} tries no rule.`;
  if (upgraded) return 'The connection became a WebSocket: what follows is not watched.';
  if (!response) {
    return `${name} has not answered yet. With its answer it says which rules it tried.`;
  }
  return `${name} tried no rule for this message, or it did not say so: it is a page, or the role runs without TRACE_RULES.`;
}
