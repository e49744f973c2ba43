// The passages of the text: the list beside it, and what each bears on.

import { badge, byId, count, make } from "./dom.js";
import { paintPassages } from "./paint.js";

export class Passages {
  // onChoose(passage): a person has picked one from the list.
  constructor(text, passages, onChoose) {
    this.text = text;
    this.all = passages;
    this.onChoose = onChoose;
    this.list = byId("desk-passages");
    this.card = byId("desk-bears");
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.onChoose(this.all.find((one) => one.id === Number(button.value)));
    });
    byId("desk-bears-close").addEventListener("click", () => this.close());
    this.show();
  }

  show() {
    paintPassages(this.text, this.all);
    this.list.replaceChildren(...this.all.map((passage) => this.#line(passage)));
    byId("desk-passages-count").textContent = `(${this.all.length})`;
  }

  // Put in the passages that a write has changed, in their order.
  update(changed) {
    const ids = new Set(changed.map((one) => one.id));
    this.all = [...this.all.filter((one) => !ids.has(one.id)), ...changed]
      .sort((a, b) => a.start - b.start || a.end - b.end);
    this.show();
  }

  // The shortest passage around an offset.
  at(offset) {
    const around = this.all.filter((one) => one.start <= offset && offset < one.end);
    return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
  }

  open(passage) {
    byId("desk-bears-on").replaceChildren(
      make("blockquote", { dir: "auto" }, this.text.slice(passage.start, passage.end)),
      passage.evidence.length
        ? make("ul", { class: "desk-bears-on" }, ...passage.evidence.map(claimLine))
        : make("p", {}, "It bears on no claim yet."),
    );
    this.card.hidden = false;
    this.card.focus({ preventScroll: true });
    this.card.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.card.hidden = true;
    this.text.root.focus({ preventScroll: true });
  }

  inWords(passage) {
    const quote = this.text.slice(passage.start, passage.end).trim();
    return `Passage: ${quote}. ${passage.evidence.map(evidenceInWords).join(" ")}`;
  }

  #line(passage) {
    const kind = passage.stance.length ? passage.stance.join(" mark-") : "aside";
    const quote = this.text.slice(passage.start, passage.end);
    return make(
      "li", {},
      make(
        "button", { type: "button", value: passage.id },
        make("mark", { class: `mark-${kind}`, dir: "auto" }, shortened(quote)),
        make("span", { class: "desk-of" }, stances(passage)),
      ),
    );
  }
}

function stances(passage) {
  const claims = count(passage.evidence.length, "claim");
  return passage.stance.length ? `${passage.stance.join(", ")}; ${claims}` : `set aside; ${claims}`;
}

function shortened(quote) {
  const line = quote.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

function evidenceInWords(one) {
  return `It ${one.stance.word === "context" ? "is context for" : one.stance.word} ` +
    `“${one.statement}”, which is ${one.status.word}.`;
}

function claimLine(one) {
  return make(
    "li", {},
    badge(one.stance), " ", one.state.value === "accepted" ? "" : badge(one.state), " ",
    make("a", { href: one.url }, one.statement), " ", badge(one.status),
    one.wording ? make("span", { class: "quiet" }, ` reported: ${one.wording}`) : "",
  );
}
