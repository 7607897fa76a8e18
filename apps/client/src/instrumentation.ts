/**
 * Called by Next.js once, when the server starts (not when it builds): what
 * is missing is said now, and not to the first visitor.
 */
export async function register(): Promise<void> {
  const { start } = await import('./start.ts');
  await start();
}
