// Follows the draft in the making; the page reloads itself where there is no JavaScript.

const box = document.getElementById("progress");
const bar = document.getElementById("progress-bar");
const line = document.getElementById("progress-line");
const source = new EventSource(box.dataset.events);

source.addEventListener("progress", (event) => {
  const state = JSON.parse(event.data);
  bar.max = state.total;
  bar.value = state.done;
  if (line.textContent !== state.line) line.textContent = state.line;
});

for (const ending of ["done", "failed"]) {
  source.addEventListener(ending, () => {
    // An EventSource reconnects for ever unless it is closed.
    source.close();
    location.replace(box.dataset.done);
  });
}
