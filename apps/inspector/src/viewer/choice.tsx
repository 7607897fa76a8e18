type Props = {
  label: string;
  /** What is chosen where nothing is. */
  all: string;
  value: string;
  options: [value: string, name: string][];
  choose(value: string): void;
};

/** One of these, or all of them. */
export function Choice({ label, all, value, options, choose }: Props) {
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
