// What several modules need: the CSRF token, a number as Indonesians write it, and a sentence read aloud.

export function csrfToken(form) {
  return form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

export function announce(sentence) {
  document.getElementById("siaran").textContent = sentence;
}

export function decimal(value, digits = 0) {
  return value.toLocaleString("id-ID", { maximumFractionDigits: digits });
}
