// Repeated rows: add one without asking the server, and write the formset's count as Django reads it.

export function startRows() {
  for (const group of document.querySelectorAll("[data-barisan]")) {
    const prefix = group.dataset.barisan;
    group.querySelector("[name=tambah]")?.addEventListener("click", (event) => {
      event.preventDefault();
      addRow(group, prefix);
    });
  }
}

function addRow(group, prefix) {
  const total = group.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
  const most = group.querySelector(`[name="${prefix}-MAX_NUM_FORMS"]`);
  if (most?.value && Number(total.value) >= Number(most.value)) return;
  const row = group.querySelector("template").content.firstElementChild.cloneNode(true);
  for (const part of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of [...part.attributes]) {
      attribute.value = attribute.value.replaceAll("__prefix__", total.value);
    }
  }
  total.value = Number(total.value) + 1;
  row.querySelector("th").textContent = total.value;
  group.querySelector("tbody").append(row);
  row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}
