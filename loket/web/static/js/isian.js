// Forms while they are filled in: the button that names its recipient, the running score, the count of a checklist, no double sending.

export function startForms() {
  document.addEventListener("change", onChange);
  document.addEventListener("submit", markBusy);
  document.querySelectorAll("[data-ikut]").forEach(nameRecipient);
  document.querySelectorAll("[data-skor]").forEach(addUp);
}

function onChange(event) {
  const form = event.target.form;
  if (!form) return;
  form.querySelectorAll("[data-ikut]").forEach(nameRecipient);
  form.querySelectorAll("[data-skor]").forEach(addUp);
  form.querySelectorAll("[data-hitung]").forEach(countClosed);
}

// The number in "3 dari 7 butir wajib selesai", above the checklist.
function countClosed(table) {
  const mandatory = [...table.querySelectorAll("tr[data-wajib] select")];
  const closed = mandatory.filter((select) => table.dataset.hitung.split(" ").includes(select.value));
  const words = table.closest("details").querySelector("summary").lastChild;
  words.data = words.data.replace(/\d+/, closed.length);
}

function nameRecipient(button) {
  const chosen = button.form?.querySelector(`[name="${button.dataset.ikut}"]:checked`);
  if (!chosen) return;
  const name = chosen.closest("label").querySelector(".nama").textContent;
  button.querySelector("span").textContent = button.dataset.kalimat.replace("{}", name);
}

function addUp(output) {
  const form = output.closest("form");
  const criteria = new Set([...form.querySelectorAll("[data-bobot]")].map((radio) => radio.name));
  const chosen = [...form.querySelectorAll("[data-bobot]:checked")];
  if (!chosen.length) return;
  const sum = chosen.reduce((total, radio) => total + Number(radio.dataset.bobot), 0);
  output.firstElementChild.textContent = sum.toLocaleString("id-ID", { maximumFractionDigits: 2 });
  const name = output.parentElement.querySelector("[data-skor-nama]");
  const missing = criteria.size - chosen.length;
  name.textContent = missing ? `${missing} kriteria belum dinilai` : bandOf(sum, output.dataset.pita);
}

function bandOf(sum, bands) {
  for (const band of bands.split("|")) {
    const [least, name] = band.split(":");
    if (sum >= Number(least)) return name;
  }
  return "";
}

// The button that was pressed keeps its name and value, so it is marked busy, not disabled.
function markBusy(event) {
  const button = event.submitter;
  if (event.defaultPrevented || !button || event.target.method !== "post") return;
  if (button.getAttribute("aria-busy") === "true") event.preventDefault();
  button.setAttribute("aria-busy", "true");
}
