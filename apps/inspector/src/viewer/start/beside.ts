/** The client in a window of its own, to the right of this one. */
let opened: Window | null = null;

/**
 * To be called in answer to a click, or the browser blocks the window.
 *
 * @param ready the page is loaded when this has come about
 */
export async function openBeside(address: string, ready?: Promise<unknown>) {
  if (!opened || opened.closed) opened = openWindow();
  opened?.focus();
  await ready;
  if (opened) opened.location.href = address;
}

function openWindow(): Window | null {
  const width = Math.round(Math.min(760, screen.availWidth / 2));
  const left = screen.availWidth - width;
  const place = `width=${width},height=${screen.availHeight},left=${left},top=0`;
  const beside = window.open('', '_blank', `popup,${place}`);
  // It will be another party's page, which gets no hold of this one.
  if (beside) beside.opener = null;
  return beside;
}
