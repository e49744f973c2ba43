// The versions of a document: a person accepts a proposed place, by key or button. Nothing else does.

import { ask, Refused } from "./ask.js";
import { byId } from "./dom.js";

const { url } = JSON.parse(byId("desk-data").textContent);
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
const changes = () => [...document.querySelectorAll(".desk-change")];

function step(by) {
  const all = changes();
  if (!all.length) return;
  const now = all.indexOf(document.activeElement.closest(".desk-change"));
  const next = now < 0 ? (by > 0 ? 0 : all.length - 1) : now + by;
  all[Math.min(Math.max(next, 0), all.length - 1)].focus();
}

async function accept(form) {
  const change = form.closest(".desk-change");
  const error = form.querySelector(".desk-error");
  error.textContent = "";
  const data = { anchoring: change.dataset.anchoring, reason: form.elements.reason.value };
  try {
    const answer = await ask(url, data, token);
    change.focus();
    form.replaceWith(Object.assign(document.createElement("p"), { textContent: `Moved: ${answer.reason}.` }));
    byId("desk-said").textContent = "Accepted: the passage stands in the latest version.";
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    error.textContent = refused.message;
  }
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".desk-accept")) return;
  event.preventDefault();
  accept(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
  const by = { j: 1, k: -1 }[event.key];
  if (by) step(by);
  else if (event.key === "a") {
    const form = document.activeElement.closest(".desk-change")?.querySelector(".desk-accept");
    if (form) accept(form);
    else byId("desk-said").textContent = "Go to a proposal first, with j or k.";
  } else return;
  event.preventDefault();
});
