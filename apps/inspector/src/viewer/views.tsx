/** The ways to look at the recording, each on or off. */
import { type Settings, useSettings } from './settings.tsx';

type View = {
  label: string;
  title: string;
  isOn(settings: Settings): boolean;
  set(on: boolean): Partial<Settings>;
  onAWall?: true;
};

const views: View[] = [
  {
    label: "Browser's view",
    title: 'Only what the browser could see (l)',
    isOn: ({ lens }) => lens,
    set: (lens) => ({ lens }),
    onAWall: true,
  },
  {
    label: 'Show secrets',
    title: 'Passwords, codes and tokens are masked until asked for',
    isOn: ({ masked }) => !masked,
    set: (shown) => ({ masked: !shown }),
  },
  {
    label: 'Table',
    title: 'The same as a table (t)',
    isOn: ({ table }) => table,
    set: (table) => ({ table }),
  },
  {
    label: 'Presenter',
    title: 'Large type for a wall (p)',
    isOn: ({ presenter }) => presenter,
    set: (presenter) => ({ presenter }),
    onAWall: true,
  },
];

export function Views() {
  const { settings, change } = useSettings();
  // On a wall: as little as can be.
  const shown = settings.presenter ? views.filter(({ onAWall }) => onAWall) : views;
  return (
    // biome-ignore lint/a11y/useSemanticElements: they are no fields of a form
    <div className="views" role="group" aria-label="How it is shown">
      {shown.map(({ label, title, isOn, set }) => (
        <button
          key={label}
          type="button"
          className="button"
          title={title}
          aria-pressed={isOn(settings)}
          onClick={() => change(set(!isOn(settings)))}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
