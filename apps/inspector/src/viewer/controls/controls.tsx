/** Step mode, time, exports. */
export function Controls() {
  return null;
}
