// Uploads with their progress. Without script, or when this fails, the file travels with the form as usual.
import { announce, csrfToken, decimal } from "./bantu.js";

const MEGABYTE = 1024 * 1024;

export function startUploads() {
  document.querySelectorAll("[data-unggah-url]").forEach(enhance);
}

function enhance(field) {
  const input = field.querySelector("input[type=file]");
  const zone = field.querySelector(".seret");
  field.classList.add("hidup");
  input.addEventListener("change", () => takeFiles(field, input));
  for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, () => zone.classList.add("di-atas"));
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("di-atas"));
}

async function takeFiles(field, input) {
  const files = [...input.files];
  if (!input.multiple) field.querySelector(".terunggah").replaceChildren();
  input.value = ""; // it travels now, and must not travel again with the form
  for (const file of files) await upload(field, input, file);
}

function upload(field, input, file) {
  const row = buildRow(file.name);
  field.querySelector(".terunggah").append(row.item);
  const request = new XMLHttpRequest();
  row.button.addEventListener("click", () => cancel(request, row));
  return new Promise((resolve) => {
    watchProgress(request, row);
    request.addEventListener("load", () => finish(request, row, `${input.name}_id`));
    request.addEventListener("error", () => fail(row, "Unggahan terputus. Periksa koneksi, lalu pilih berkas lagi."));
    request.addEventListener("loadend", resolve);
    request.open("POST", field.dataset.unggahUrl);
    request.setRequestHeader("X-CSRFToken", csrfToken(input.form));
    request.setRequestHeader("Accept", "application/json");
    const data = new FormData();
    data.append(input.name, file);
    request.send(data);
  });
}

function watchProgress(request, row) {
  const started = performance.now();
  let spoken = 0;
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    row.bar.max = total;
    row.bar.value = loaded;
    const rate = loaded / (performance.now() - started); // bytes per millisecond, over the whole upload so far
    const left = Math.ceil((total - loaded) / rate / 1000);
    row.note.textContent = `${megabytes(loaded)} dari ${megabytes(total)} MB, kira-kira ${duration(left)} lagi`;
    if (loaded < total && loaded / total >= 0.5 && !spoken) {
      spoken = 1;
      announce(`Mengunggah ${row.name}, 50 persen`);
    }
  });
}

function finish(request, row, field) {
  const answer = parse(request.responseText);
  if (request.status >= 400 || answer.error || !answer.id) {
    fail(row, answer.error ?? "Berkas tidak dapat diunggah. Coba lagi, atau muat ulang halaman jika sesi berakhir.");
    return;
  }
  row.bar.remove();
  row.note.textContent = `${answer.label ?? `${megabytes(answer.size)} MB`}, sudah terunggah`;
  row.button.textContent = "Hapus";
  row.item.append(Object.assign(document.createElement("input"), { type: "hidden", name: field, value: answer.id }));
  row.item.dispatchEvent(new Event("change", { bubbles: true }));
  announce(`${row.name} sudah terunggah`);
}

function cancel(request, row) {
  request.abort();
  row.item.remove();
  announce(`${row.name} dibatalkan`);
}

function fail(row, sentence) {
  row.bar.remove();
  row.note.textContent = sentence;
  row.button.textContent = "Tutup";
  row.item.classList.add("gagal");
  announce(sentence);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function buildRow(name) {
  const item = Object.assign(document.createElement("li"), { className: "unggah" });
  const icon = document.querySelector(".seret svg").cloneNode(true);
  const words = document.createElement("span");
  const title = Object.assign(document.createElement("b"), { textContent: name });
  const note = Object.assign(document.createElement("small"), { textContent: "Mulai mengunggah" });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "tbl kecil" });
  button.textContent = "Batalkan";
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", `Mengunggah ${name}`);
  words.append(title, note);
  item.append(icon, words, button, bar);
  return { item, note, button, bar, name };
}

function megabytes(bytes) {
  return decimal(bytes / MEGABYTE, 1);
}

function duration(seconds) {
  return seconds < 60 ? `${decimal(seconds)} detik` : `${decimal(Math.ceil(seconds / 60))} menit`;
}
