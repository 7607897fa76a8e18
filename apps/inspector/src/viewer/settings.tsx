/** How somebody looks at the recording; and the value that they follow through it. */
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Filter } from './diagram/rows.ts';

export type Settings = {
  /** Secrets are masked until somebody asks to see them. */
  masked: boolean;
  /** Blank what the browser never carried. */
  lens: boolean;
  /** Large type, only the diagram and the current message. */
  presenter: boolean;
  /** Of the current message everything, in the presenter view too. */
  details: boolean;
  /** The diagram as a table. */
  table: boolean;
  filter: Omit<Filter, 'noise'>;
  /** Assets, health checks, dev reload. */
  showNoise: boolean;
  /** `system`: as the browser prefers. */
  theme: 'system' | 'light' | 'dark';
  /** `auto`: until a browser has said something. */
  startPage: 'auto' | 'open' | 'closed';
  /** Whose username and password are shown beside the diagram. */
  person?: string | undefined;
  /** The exercise of the lesson that is shown beside the diagram: 1, 2, 3 ... */
  exercise?: number | undefined;
};

const initially: Settings = {
  masked: true,
  lens: false,
  presenter: false,
  details: false,
  table: false,
  filter: { text: '' },
  showNoise: false,
  theme: 'system',
  startPage: 'auto',
};

type SettingsContext = {
  settings: Settings;
  change(settings: Partial<Settings>): void;
};

type FollowedContext = {
  /** Every message that carries this value is marked. */
  followed: string | undefined;
  follow(value: string | undefined): void;
};

const SettingsOfPage = createContext<SettingsContext | undefined>(undefined);
const FollowedValue = createContext<FollowedContext | undefined>(undefined);

export function SettingsProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState(initially);
  const [followed, follow] = useState<string>();
  const value = useMemo(() => {
    const change = (part: Partial<Settings>) =>
      setSettings((before) => ({ ...before, ...part }));
    return { settings, change };
  }, [settings]);
  const following = useMemo(() => ({ followed, follow }), [followed]);
  return (
    <SettingsOfPage value={value}>
      <FollowedValue value={following}>{children}</FollowedValue>
    </SettingsOfPage>
  );
}

export function useSettings(): SettingsContext {
  return use(SettingsOfPage)!;
}

export function useFollowed(): FollowedContext {
  return use(FollowedValue)!;
}
