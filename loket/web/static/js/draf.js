// Drafts: what a person wrote is kept three seconds after the last change and whenever they leave a field.
import { csrfToken } from "./bantu.js";

const WAIT = 3000;
const RETRY = 15000;
const SOON = 300;
const PATIENCE = 3000;

export function startDrafts() {
  document.querySelectorAll("form[data-draf-url]").forEach(watch);
}

function watch(form) {
  const draft = { form, status: form.querySelector("[data-draf-status]"), dirty: false, timer: 0, underway: null, held: false };
  const later = () => {
    draft.dirty = true;
    plan(draft, WAIT);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("focusout", (event) => draft.dirty && !sends(form, event.relatedTarget) && plan(draft, 0));
  form.addEventListener("submit", (event) => send(draft, event));
  window.addEventListener("online", () => draft.dirty && plan(draft, 0));
  // Leaving by a link or by closing the phone: the browser finishes this request after the page is gone.
  document.addEventListener("visibilitychange", () => document.hidden && draft.dirty && save(draft, true));
}

function sends(form, control) {
  return control?.form === form && control.type === "submit";
}

// What is sent is no draft any more. One that is still under way could arrive after it and take its place, and
// aborting calls nothing back that has left already: the form goes when the draft is there, or after some patience.
function send(draft, event) {
  clearTimeout(draft.timer);
  draft.dirty = false;
  if (!draft.underway) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (draft.held) return;
  draft.held = true;
  const patience = setTimeout(() => draft.request.abort(), PATIENCE);
  draft.underway.then(() => {
    clearTimeout(patience);
    draft.held = false;
    draft.form.requestSubmit(event.submitter);
  });
}

function plan(draft, wait) {
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => save(draft, false), wait);
}

// Two under way at once may arrive in the wrong order, and the older text would stay. Only leaving cannot wait.
function save(draft, keepalive) {
  if (draft.underway && !keepalive) return plan(draft, SOON);
  clearTimeout(draft.timer);
  draft.dirty = false;
  draft.request = new AbortController();
  const underway = travel(draft, keepalive).then(() => {
    if (draft.underway === underway) draft.underway = null;
  });
  draft.underway = underway;
  return undefined;
}

async function travel(draft, keepalive) {
  try {
    const response = await fetch(draft.form.dataset.drafUrl, {
      method: "POST",
      headers: { "X-CSRFToken": csrfToken(draft.form), Accept: "application/json" },
      body: fieldsOf(draft.form),
      keepalive,
      signal: draft.request.signal,
    });
    if (response.status === 401 || response.status === 403 || response.redirected) return say(draft, signedOut, true);
    if (!response.ok) throw new Error(response.status);
    const { saved_at: savedAt } = await response.json();
    return say(draft, `Draf tersimpan pukul ${savedAt}`, false);
  } catch (problem) {
    if (problem.name === "AbortError") return undefined;
    draft.dirty = true;
    plan(draft, RETRY);
    return say(draft, "Belum tersimpan. Teks Anda masih ada di halaman ini dan dicoba simpan lagi.", true);
  }
}

const signedOut = "Sesi Anda berakhir, draf belum tersimpan. Masuk lagi di tab lain, lalu lanjutkan di halaman ini.";

function fieldsOf(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) {
    if (value instanceof File) data.delete(name);
  }
  return data;
}

function say(draft, sentence, unsaved) {
  if (!draft.status) return;
  draft.status.textContent = sentence;
  draft.status.classList.toggle("belum", unsaved);
}
