/**
 * Called by Next.js once, when the server starts (not when it builds): what
 * is missing is said now, and not to the first visitor.
 */
export async function register(): Promise<void> {
  // Not a setting: Next.js replaces it when it builds, and drops the rest of the
  // function from the variant for a runtime that has no files.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { start } = await import('./start.ts');
    await start();
  }
}
