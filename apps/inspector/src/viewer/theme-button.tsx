import { type Settings, useSettings } from './settings.tsx';

const themes: Settings['theme'][] = ['system', 'light', 'dark'];
const names = { system: 'Auto', light: 'Light', dark: 'Dark' };

/** As the browser prefers, light, dark, and round again. */
export function ThemeButton() {
  const { settings, change } = useSettings();
  const next = themes[(themes.indexOf(settings.theme) + 1) % themes.length]!;
  return (
    <button
      type="button"
      className="button quiet"
      title="Light or dark"
      onClick={() => change({ theme: next })}
    >
      <span aria-hidden="true">◐</span>
      <span className="unseen">Colours: </span>
      {names[settings.theme]}
    </button>
  );
}
