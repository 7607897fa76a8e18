/** To and fro through a long table. */
type Props = { current: number; last: number; go(page: number): void };

export function Pages({ current, last, go }: Props) {
  return (
    <nav className="pages" aria-label="Pages of the table">
      <button
        type="button"
        className="button"
        disabled={current === 0}
        onClick={() => go(current - 1)}
      >
        Earlier
      </button>
      <span>
        Page {current + 1} of {last + 1}
      </span>
      <button
        type="button"
        className="button"
        disabled={current === last}
        onClick={() => go(current + 1)}
      >
        Later
      </button>
    </nav>
  );
}
