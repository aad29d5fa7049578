// Pasting from Excel: the clipboard's HTML carries merged cells and number formats, its text does not.

const table = document.getElementById("table");
const html = document.getElementById("table_html");
const status = document.getElementById("table-status");

// Rows and columns of tab-separated text; a quoted cell may hold line breaks and tabs.
function size(text) {
  const bare = text.replace(/"(?:[^"]|"")*"/g, "q").replace(/\n+$/, "");
  const rows = bare.split("\n");
  return { rows: rows.length, columns: Math.max(...rows.map((row) => row.split("\t").length)) };
}

function say(sentence, { rows, columns }) {
  status.textContent = sentence.replace("{rows}", rows).replace("{columns}", columns);
}

table.addEventListener("paste", (event) => {
  const whole = table.selectionStart === 0 && table.selectionEnd === table.value.length;
  const rich = event.clipboardData.getData("text/html");
  const formatted = whole && /<table/i.test(rich);
  html.value = formatted ? rich : "";
  const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
  say(formatted ? status.dataset.pasted : status.dataset.plain, size(text));
});

// The text is what the person sees: once edited by hand, it counts and the formats do not.
table.addEventListener("input", (event) => {
  if (event.inputType === "insertFromPaste") return;
  html.value = "";
  status.textContent = "";
});
