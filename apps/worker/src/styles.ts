/** The looks of the status page; violet is the colour of this role everywhere. */
export const styles = `
:root {
  color-scheme: light dark;
  --violet: #6d28d9; --ink: #1c1917; --paper: #faf8ff; --card: #fff; --line: #ddd6fe;
  --accent: #6d28d9; --done: #15803d; --failed: #b91c1c;
  color: var(--ink); background: var(--paper);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #ece8f5; --paper: #15111f; --card: #1e1830; --line: #3b2f5c;
    --accent: #c4b5fd; --done: #4ade80; --failed: #fca5a5;
  }
}
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; }
header {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem;
  padding: 1rem max(1rem, calc(50% - 29rem)); background: var(--violet); color: #fff;
}
header p { margin: 0; }
.name { font-size: 1.75rem; font-weight: 700; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.375rem; }
dl { margin: 0; }
.state { margin: 0; font-size: 1.375rem; font-weight: 700; color: var(--done); }
.state.trouble { color: var(--failed); }
.who { padding: 1rem 1.25rem; }
.who dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding-top: .5rem; }
.who dt { flex: 0 0 12rem; }
.who dd { min-width: 0; overflow-wrap: anywhere; font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0 0 1.5rem; }
.counts div {
  display: flex; flex-direction: column-reverse; flex: 1 1 12rem;
  padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
}
dd { margin: 0; }
.counts dd { font-size: 3rem; font-weight: 700; line-height: 1; color: var(--accent); }
button {
  padding: .75rem 1.5rem; border: 0; border-radius: .5rem;
  background: var(--violet); color: #fff; font: inherit; font-weight: 600; cursor: pointer;
}
button:hover { background: #5b21b6; }
:focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
a { color: var(--accent); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
table { width: 100%; border-collapse: collapse; font-size: 1rem; }
th, td { padding: .75rem 1rem; text-align: left; vertical-align: top; }
tr + tr td { border-top: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); }
td time { white-space: nowrap; }
ul { margin: 0; padding: 0; list-style: none; }
li::before { content: '✓ '; color: var(--done); font-weight: 700; }
li.failed::before { content: '✗ '; color: var(--failed); }
.number { font-variant-numeric: tabular-nums; font-weight: 700; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  tr, td { display: block; }
  tr { padding: .75rem 1rem; }
  td { padding: 0; }
  tr + tr { border-top: 1px solid var(--line); }
  tr + tr td { border: 0; }
  td[data-label] { display: inline-block; margin: .25rem 1.5rem 0 0; }
  td[data-label]::before { content: attr(data-label) ': '; font-weight: 400; }
}
`;
