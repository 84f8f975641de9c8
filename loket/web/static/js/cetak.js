// Printing needs script, so the button shows itself only where there is some.

export function startPrinting() {
  for (const button of document.querySelectorAll("[data-cetak]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
