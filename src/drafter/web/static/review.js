// Jumping between a figure in the text, its entry in the list and its cell in the table;
// all of it are plain links, so that it works without this file.

const marks = [...document.querySelectorAll("a.to-entry[id]")];
const said = document.getElementById("said");

function show(mark) {
  for (const shown of document.querySelectorAll(".shown")) shown.classList.remove("shown");
  const body = document.querySelector(mark.getAttribute("href"));
  if (!body) return null;
  const entry = body.closest(".entry");
  entry.querySelector("details").open = true;
  entry.classList.add("shown");
  mark.classList.add("shown");
  for (const link of entry.querySelectorAll("a.to-cell")) {
    document.querySelector(link.getAttribute("href"))?.classList.add("shown");
  }
  entry.scrollIntoView({ block: "nearest" });
  return body;
}

document.querySelector(".sheet")?.addEventListener("click", (event) => {
  const link = event.target.closest("a.to-entry");
  if (!link) return;
  const mark = marks.find((other) => other.hash === link.hash) ?? link;
  const wide = matchMedia("(min-width: 68rem)").matches;
  const body = show(mark);
  if (!body) return;
  // Side by side the reader stays in the text; below each other the link leads to the entry.
  if (wide) {
    event.preventDefault();
    said.textContent = body.innerText;
  }
});

// F8 and Shift+F8 go from finding to finding, as in editors.
document.addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  const bad = marks.filter((mark) => mark.querySelector("mark.contradicted, mark.unsupported"));
  if (!bad.length) return;
  event.preventDefault();
  const at = bad.indexOf(document.activeElement);
  const step = event.shiftKey ? -1 : 1;
  const next = at < 0 ? (event.shiftKey ? bad.length - 1 : 0) : (at + step + bad.length) % bad.length;
  bad[next].focus();
  bad[next].scrollIntoView({ block: "center" });
  said.textContent = show(bad[next])?.innerText ?? "";
});
