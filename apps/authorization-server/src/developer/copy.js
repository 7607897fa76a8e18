// Shows the copy buttons, which do nothing without a script, and lets them work.
for (const button of document.querySelectorAll('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies);
  const said = document.getElementById('copied');
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = 'Copied.';
    } catch {
      field.select();
      said.textContent = 'The browser did not let us copy. It is selected: copy it.';
    }
  });
}
