/** The looks of the status page; violet is the colour of this role everywhere. */
export const styles = `
:root { --violet: #6d28d9; color: #1c1917; background: #faf8ff; }
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
dl { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.5rem 0; }
dl div {
  display: flex; flex-direction: column-reverse; flex: 1 1 12rem;
  padding: 1rem 1.25rem; background: #fff; border: 1px solid #ddd6fe; border-radius: .75rem;
}
dd { margin: 0; font-size: 3rem; font-weight: 700; line-height: 1; color: var(--violet); }
button {
  padding: .75rem 1.5rem; border: 0; border-radius: .5rem;
  background: var(--violet); color: #fff; font: inherit; font-weight: 600; cursor: pointer;
}
button:hover { background: #5b21b6; }
:focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
a { color: var(--violet); }
.scroll { overflow-x: auto; background: #fff; border: 1px solid #ddd6fe; border-radius: .75rem; }
table { width: 100%; min-width: 38rem; border-collapse: collapse; font-size: 1rem; }
th, td { padding: .75rem 1rem; text-align: left; vertical-align: top; }
tr + tr td { border-top: 1px solid #ede9fe; }
thead th { border-bottom: 2px solid #ddd6fe; }
td time { white-space: nowrap; }
ul { margin: 0; padding: 0; list-style: none; }
li::before { content: '✓ '; color: #15803d; font-weight: 700; }
li.failed::before { content: '✗ '; color: #b91c1c; }
@media (max-width: 40rem) {
  table { min-width: 30rem; }
  td time { white-space: normal; }
}
.number { font-variant-numeric: tabular-nums; font-weight: 700; }
`;
