/**
 * The client in a window of its own, to the right of this one: a new one each
 * time, since the client lets nobody keep hold of its windows
 * (Cross-Origin-Opener-Policy).
 *
 * To be called in answer to a click, or the browser blocks the window.
 *
 * @param ready the page is loaded when this has come about
 */
export async function openBeside(address: string, ready?: Promise<unknown>) {
  const width = Math.round(Math.min(760, screen.availWidth / 2));
  const left = screen.availWidth - width;
  const place = `width=${width},height=${screen.availHeight},left=${left},top=0`;
  const beside = window.open('', '_blank', `popup,${place}`);
  await ready;
  if (!beside) throw new Error('The browser did not allow a new window. Allow it here.');
  // It will be another party's page, which gets no hold of this one either.
  beside.opener = null;
  beside.location.href = address;
}
