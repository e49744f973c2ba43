// The claims that a quote may bear on, as radio buttons: one is chosen, or none.

import { badge, make } from "./dom.js";

export class Offers {
  // onChoose(offer or null): another one is chosen, by hand or not.
  constructor(root, onChoose) {
    this.root = root;
    this.onChoose = onChoose;
    this.all = [];
    root.addEventListener("change", () => this.onChoose(this.chosen));
  }

  show(offers) {
    this.all = offers;
    const lines = offers.map((offer, at) => line(offer, at));
    this.root.replaceChildren(...lines, ...(offers.length ? [] : [make("p", {}, "No claim found.")]));
  }

  get chosen() {
    const radio = this.root.querySelector("input:checked");
    return radio ? this.all[Number(radio.dataset.at)] : null;
  }

  choose(at) {
    for (const radio of this.root.querySelectorAll("input")) {
      radio.checked = Number(radio.dataset.at) === at;
      if (radio.checked) radio.closest("label").scrollIntoView({ block: "nearest" });
    }
    this.onChoose(this.chosen);
  }

  move(step) {
    if (!this.all.length) return;
    const now = this.chosen ? this.all.indexOf(this.chosen) : step > 0 ? -1 : 0;
    this.choose((now + step + this.all.length) % this.all.length);
  }
}

function line(offer, at) {
  return make(
    "label", { class: "desk-offer" },
    make("input", { type: "radio", name: "claim", value: offer.id, "data-at": at }),
    make(
      "span", {},
      make("span", { class: "desk-statement", dir: "auto" }, offer.statement), " ",
      badge(offer.status),
      make("span", { class: "quiet" }, ` ${facts(offer)}`),
    ),
  );
}

function facts(offer) {
  const already = offer.held ? "this passage is evidence on it already" : "";
  return [offer.value, offer.time, already].filter(Boolean).join(", ");
}
