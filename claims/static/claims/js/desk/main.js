// The reading desk: what each key and button does.

import { ask, Refused } from "./ask.js";
import { byId } from "./dom.js";
import { Numbers } from "./numbers.js";
import { paintHere } from "./paint.js";
import { Panel } from "./panel.js";
import { Passages } from "./passages.js";
import { ReadText, reveal } from "./text.js";

const context = JSON.parse(byId("desk-data").textContent);
const text = new ReadText(byId("desk-text"));
const keys = byId("desk-keys");
const letters = byId("desk-letters");
const LETTERS = "desk-letters-off";

let here = null; // the number or passage where the caret is
const saved = []; // ids of evidence, the last one last

const numbers = new Numbers(text);
const passages = new Passages(text, context.passages, (passage) => {
  goTo(passage, passages);
  passages.open(passage);
});
const panel = new Panel(text, context, {
  say,
  onClosed: () => text.root.focus({ preventScroll: true }),
  onSaved: (answer) => {
    getSelection().removeAllRanges();
    saved.push(answer.evidence);
    written(answer, `Saved on “${answer.claim.statement}”.`);
  },
});

// From here on the page does what its keys say: with the text; with the numbers too.
function ready(what) {
  text.root.dataset.ready = what;
  performance.mark(`desk-${what}`);
}

function say(words) {
  byId("desk-said").textContent = words;
}

function written(answer, what) {
  passages.update(answer.passages);
  const button = document.querySelector('[data-does="undo"]');
  if (button) button.disabled = !saved.length;
  say(`${what} ${answer.news}`);
}

// Put the caret on a number or passage: selected, in view, told.
function goTo(item, kind) {
  here = item;
  text.root.focus({ preventScroll: true });
  const range = text.select(item.start, item.end);
  paintHere(text, item);
  reveal(range);
  if (kind === numbers) numbers.showTip(item);
  else numbers.hideTip();
  say(kind.inWords(item));
}

function step(kind, by) {
  if (!kind.all.length) {
    say(kind === numbers ? "No number is read in this text." : "There is no passage yet.");
    return;
  }
  const from = caret();
  const next = by > 0
    ? kind.all.find((one) => one.start > from)
    : kind.all.findLast((one) => one.start < from);
  goTo(next ?? (by > 0 ? kind.all[0] : kind.all.at(-1)), kind);
}

// Where reading goes on from: the caret's item, else the top of the window.
function caret() {
  if (here) return here.start;
  const chosen = text.selected();
  if (chosen) return chosen.start;
  const top = text.parts.find((part) => part.paragraph.getBoundingClientRect().bottom > 0);
  return (top?.start ?? 0) - 1;
}

// What a person means to quote: what they selected, or the sentence of the number they are on.
function toQuote() {
  const chosen = text.selected();
  const number = numbers.all.find(
    (one) => chosen && one.start === chosen.start && one.end === chosen.end,
  );
  if (number && number === here) return number.sentence;
  return chosen;
}

function quote(options = {}) {
  if (!context.mayWrite) {
    say("Your role reads; it does not bring evidence.");
    return;
  }
  const place = toQuote();
  if (place) panel.open(place, options);
  else say("Select words of the text first, or go to a number with n.");
}

function enter() {
  const chosen = text.selected();
  const onPassage = here && passages.all.includes(here);
  if (onPassage && chosen && chosen.start === here.start && chosen.end <= here.end) {
    passages.open(here);
  } else quote();
}

async function undo() {
  if (!saved.length) {
    say("Nothing of this visit is left to undo.");
    return;
  }
  try {
    const answer = await ask(context.urls.undo, { evidence: saved.at(-1) }, panel.token);
    saved.pop();
    written(answer, "Taken back.");
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    say(refused.message);
  }
}

function close() {
  numbers.hideTip();
  if (panel.isOpen) panel.close();
  else if (!passages.card.hidden) passages.close();
  else {
    here = null;
    paintHere(text, null);
    getSelection().removeAllRanges();
  }
}

function stance(value) {
  if (panel.isOpen) panel.setStance(value);
  else quote({ stance: value });
}

const DOES = {
  "next-number": () => step(numbers, 1),
  "previous-number": () => step(numbers, -1),
  "next-passage": () => step(passages, 1),
  "previous-passage": () => step(passages, -1),
  quote: () => quote(),
  undo,
  close,
  keys: () => keys.showModal(),
  "new-claim": () => panel.newClaim(),
  search: () => (panel.isOpen ? panel.search() : quote()),
};

const KEYS = {
  n: "next-number", p: "previous-number", j: "next-passage", k: "previous-passage",
  u: "undo", "?": "keys", "/": "search", m: "new-claim",
};
const STANCES = { s: "supports", c: "conflicts", x: "context" };
const TYPING = "textarea, select, input:not([type=radio], [type=checkbox])";

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  const typing = event.target.matches(TYPING);
  if (handle(event, typing)) event.preventDefault();
});

function handle(event, typing) {
  const { key, target } = event;
  if (key === "Escape") return close() ?? true;
  if (panel.isOpen && panel.form.contains(target)) {
    const moves = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (moves && (target === panel.form || target.name === "query")) return panel.move(moves) ?? true;
    if (key === "Enter" && target === panel.form) return panel.form.requestSubmit() ?? true;
  } else if (key === "Enter" && (target === text.root || target === document.body)) {
    return enter() ?? true;
  }
  if (typing || !letters.checked) return false;
  if (STANCES[key]) return stance(STANCES[key]) ?? true;
  if (KEYS[key]) return void DOES[KEYS[key]]() ?? true;
  return false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-does]");
  if (button) DOES[button.dataset.does]();
});

// A button of the toolbar must not take the selection away.
document.querySelector(".desk-bar").addEventListener("pointerdown", (event) => event.preventDefault());

text.root.addEventListener("mouseup", (event) => {
  setTimeout(() => { // by then the selection is what the click has made of it
    if (text.selected()) {
      here = null;
      paintHere(text, null);
      if (context.mayWrite) quote();
      return;
    }
    const offset = text.offsetAt(event.clientX, event.clientY);
    const passage = offset === null ? null : passages.at(offset);
    const number = numbers.under(event.clientX, event.clientY);
    if (passage) {
      goTo(passage, passages);
      passages.open(passage);
    } else if (number) goTo(number, numbers);
  });
});

letters.checked = localStorage.getItem(LETTERS) === null;
letters.addEventListener("change", () => {
  if (letters.checked) localStorage.removeItem(LETTERS);
  else localStorage.setItem(LETTERS, "1");
});

if (text.length !== context.characters) {
  say("This browser shows the text otherwise than it is stored: nothing can be quoted here.");
  context.mayWrite = false;
}
ready("text");
ask(context.urls.quantities, {}, panel.token).then(
  (answer) => {
    numbers.set(answer.quantities);
    ready("numbers");
  },
  (refused) => say(refused.message),
);
