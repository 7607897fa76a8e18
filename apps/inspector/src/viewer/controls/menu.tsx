/** A button that unfolds what belongs to it. Escape and a click elsewhere fold it again. */
import { type ReactNode, useEffect, useRef } from 'react';

export function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const foldElsewhere = (event: Event) => {
      const menu = details.current;
      if (menu?.open && !menu.contains(event.target as Node)) menu.open = false;
    };
    const foldOnEscape = (event: KeyboardEvent) => {
      const menu = details.current;
      if (event.key !== 'Escape' || !menu?.open) return;
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', foldElsewhere);
    document.addEventListener('focusin', foldElsewhere);
    document.addEventListener('keydown', foldOnEscape);
    return () => {
      document.removeEventListener('pointerdown', foldElsewhere);
      document.removeEventListener('focusin', foldElsewhere);
      document.removeEventListener('keydown', foldOnEscape);
    };
  }, []);
  return (
    <details className="menu" ref={details}>
      <summary className="button">{label}</summary>
      <div className="menu-content">{children}</div>
    </details>
  );
}
