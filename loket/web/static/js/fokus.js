// Where the keyboard is after a page arrives, and the small things that follow a click.
import { announce } from "./bantu.js";

export function startFocus() {
  const first = document.querySelector("[data-fokus]");
  if (first) first.focus();
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenus());
  window.addEventListener("hashchange", focusSearch);
  // A page that comes back from the browser's own cache must not keep its buttons busy.
  window.addEventListener("pageshow", () => document.querySelectorAll("[aria-busy]").forEach(rest));
}

export function rest(button) {
  button.removeAttribute("aria-busy");
}

function onClick(event) {
  const copy = event.target.closest("[data-salin]");
  if (copy) copyText(copy);
  if (!event.target.closest("[data-tutup]")) closeMenus();
}

function closeMenus() {
  for (const menu of document.querySelectorAll("[data-tutup][open]")) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
  if (location.hash === "#menu" || location.hash === "#cari") location.hash = "isi";
}

function focusSearch() {
  if (location.hash === "#cari") document.querySelector("[data-cari]").focus();
}

async function copyText(source) {
  await navigator.clipboard.writeText(source.dataset.salin);
  announce("Sudah disalin");
}
