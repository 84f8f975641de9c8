// Keyboard shortcuts. A shortcut is `data-pintas="g p"` on a real link or button, so it always has a visible equal.

const GAP = 1200; // milliseconds between the keys of one shortcut
let typed = "";
let timer = 0;

export function startShortcuts() {
  document.addEventListener("keydown", onKey);
}

function onKey(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return sendForm(event);
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return undefined;
  if (shortcutsAreOff()) return undefined;
  const act = fixed[event.key];
  if (act && !typed) return act(event);
  return followSequence(event);
}

// WCAG 2.1.4: single keys can be turned off; the choice stays on this device.
function shortcutsAreOff() {
  return document.documentElement.dataset.pintasan === "mati" || localStorage.getItem("pintasan") === "mati";
}

function isWriting(target) {
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
}

const fixed = {
  "/": focusSearchField,
  "?": showHelp,
  j: (event) => moveRow(event, 1),
  k: (event) => moveRow(event, -1),
  Enter: openRow,
};

function focusSearchField(event) {
  const search = document.querySelector("[data-cari]");
  if (!search) return;
  event.preventDefault();
  if (!search.offsetParent) location.hash = "cari";
  search.focus();
}

function followSequence(event) {
  if (event.key.length !== 1) return;
  clearTimeout(timer);
  typed = `${typed} ${event.key.toLowerCase()}`.trim();
  timer = setTimeout(() => (typed = ""), GAP);
  const target = document.querySelector(`[data-pintas="${CSS.escape(typed).replaceAll("\\ ", " ")}"]`);
  if (!target) return;
  typed = "";
  event.preventDefault();
  target.click();
}

function moveRow(event, step) {
  const rows = [...document.querySelectorAll("[data-baris]")].filter((row) => row.offsetParent);
  if (!rows.length) return;
  event.preventDefault();
  const now = rows.findIndex((row) => row.classList.contains("pilih"));
  const next = rows[Math.min(Math.max(now + step, 0), rows.length - 1)];
  rows.forEach((row) => row.classList.toggle("pilih", row === next));
  next.querySelector("a, button")?.focus();
  next.scrollIntoView({ block: "nearest" });
}

function openRow(event) {
  const link = document.querySelector("[data-baris].pilih a");
  if (!link || event.target !== document.body) return;
  event.preventDefault();
  link.click();
}

function sendForm(event) {
  const form = event.target.closest?.("form");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button:not([type=button])")); // its name may carry the outcome
}

function showHelp(event) {
  event.preventDefault();
  const help = document.querySelector(".daftar-pintas") ?? buildHelp();
  if (!help.open) help.showModal();
}

function buildHelp() {
  const help = document.createElement("dialog");
  help.className = "daftar-pintas";
  help.setAttribute("aria-labelledby", "daftar-pintas-judul");
  const title = Object.assign(document.createElement("h2"), { id: "daftar-pintas-judul" });
  title.textContent = "Pintasan papan ketik";
  help.append(title, shortcutList(), switchButton(help), closeForm());
  document.body.append(help);
  return help;
}

function shortcutList() {
  const list = document.createElement("dl");
  const known = [
    ["/", "Cari"],
    ["J K", "Baris berikutnya, sebelumnya"],
    ["Enter", "Buka baris"],
    ["Ctrl Enter", "Kirim isian"],
    ["?", "Daftar ini"],
    ["Esc", "Tutup"],
  ];
  for (const link of document.querySelectorAll("[data-pintas]")) {
    known.push([link.dataset.pintas.toUpperCase(), link.firstElementChild?.nextSibling?.textContent ?? link.ariaLabel]);
  }
  for (const [keys, words] of known) {
    const name = document.createElement("dt");
    for (const key of keys.split(" ")) {
      name.append(Object.assign(document.createElement("kbd"), { textContent: key }), " ");
    }
    list.append(name, Object.assign(document.createElement("dd"), { textContent: words }));
  }
  return list;
}

function switchButton(help) {
  const label = document.createElement("label");
  label.className = "centang";
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: !shortcutsAreOff() });
  box.addEventListener("change", () => localStorage.setItem("pintasan", box.checked ? "hidup" : "mati"));
  label.append(box, "Pintasan satu tombol hidup");
  return label;
}

function closeForm() {
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  form.append(Object.assign(document.createElement("button"), { className: "tbl", textContent: "Tutup" }));
  return form;
}
