/** The client in a window of its own, to the right of this one. */
let opened: Window | null = null;

/** To be called in answer to a click, or the browser blocks it. */
export function openBeside(address: string): void {
  if (opened && !opened.closed) {
    opened.location.href = address;
    opened.focus();
    return;
  }
  const width = Math.round(Math.min(760, screen.availWidth / 2));
  const left = screen.availWidth - width;
  opened = window.open(
    '',
    '_blank',
    `popup,width=${width},height=${screen.availHeight},left=${left},top=0`,
  );
  if (!opened) return;
  // It is another party's page: it gets no hold of this one.
  opened.opener = null;
  opened.location.href = address;
}
