// The panel: a quote, what it reports, the claim that it bears on, and how. It keeps what a person
// has typed: only fields that nobody touched are filled anew when another claim is chosen.

import { ask, Refused } from "./ask.js";
import { byId } from "./dom.js";
import { paint } from "./paint.js";
import { Offers } from "./offers.js";

const REPORT = ["wording", "period", "period_mode", "period_basis", "modality", "scope"];
const WAIT = 200; // milliseconds after the last key before the server is asked again

export class Panel {
  // context: urls, snapshot; onSaved(answer), onClosed(), say(words)
  constructor(text, context, { onSaved, onClosed, say }) {
    Object.assign(this, { text, context, onSaved, onClosed, say });
    this.form = byId("desk-panel");
    this.fields = this.form.elements;
    this.offers = new Offers(byId("desk-offers"), (offer) => this.#chosen(offer));
    this.place = null;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.form.addEventListener("input", (event) => this.#typed(event.target));
  }

  get isOpen() {
    return !this.form.hidden;
  }

  get token() {
    return this.fields.csrfmiddlewaretoken.value;
  }

  async open(place, { stance = null } = {}) {
    this.#clear();
    this.place = place;
    byId("desk-quote").textContent = this.text.slice(place.start, place.end);
    paint("desk-chosen", [this.text.stillRange(place.start, place.end)], 4);
    this.form.hidden = false;
    this.form.focus({ preventScroll: true });
    this.form.scrollIntoView({ block: "nearest" });
    if (stance) this.setStance(stance);
    await this.#propose();
  }

  close() {
    this.form.hidden = true;
    this.place = null;
    this.asking?.abort();
    paint("desk-chosen", []);
    this.onClosed();
  }

  setStance(value) {
    this.touched.add("stance");
    this.fields.stance.value = value;
  }

  search() {
    this.fields.query.focus();
  }

  move(step) {
    this.newClaim(false);
    this.offers.move(step);
  }

  // Show or hide the fields of a new claim; with them no claim of the list is chosen.
  newClaim(on = true) {
    const part = byId("desk-new");
    if (!this.context.mayMakeClaims || part.hidden === !on) return;
    part.hidden = !on;
    if (!on) return;
    this.offers.choose(null);
    this.#fill(this.answer?.report);
    if (!this.touched.has("statement")) this.fields.statement.value = this.answer?.sentence ?? "";
    byId("desk-reason").textContent = "";
    this.fields.statement.focus();
  }

  async save() {
    if (this.saving || !this.place) return;
    if (this.waiting) {
      this.say("Still reading the quote: press Enter again in a moment.");
      return;
    }
    this.saving = true;
    this.#showErrors({});
    try {
      const answer = await ask(this.context.urls.file, this.#payload(), this.token);
      this.close();
      this.onSaved(answer);
    } catch (refused) {
      this.#refused(refused);
    } finally {
      this.saving = false;
    }
  }

  #clear() {
    this.touched = new Set();
    this.answer = null;
    this.form.reset();
    byId("desk-new").hidden = true;
    for (const id of ["desk-says", "desk-when", "desk-reason"]) byId(id).textContent = "";
    this.offers.show([]);
    this.#showErrors({});
  }

  #payload() {
    const offer = this.offers.chosen;
    const isNew = !byId("desk-new").hidden;
    const figure = this.answer?.figures.find((one) => String(one.id) === this.fields.figure.value);
    const takesNumber = isNew ? figure?.takesNumber : offer?.takesNumber;
    const data = { snapshot: this.context.snapshot, ...this.place };
    for (const name of [...REPORT, "note"]) data[name] = this.fields[name].value;
    if (!takesNumber) data.wording = "";
    data.stance = this.fields.stance.value;
    if (isNew) {
      for (const name of ["statement", "figure", "claimant"]) data[name] = this.fields[name].value;
    } else {
      data.claim = offer?.id ?? null;
    }
    return data;
  }

  // Ask what the quote reports and which claims it may bear on, with what was typed so far.
  async #propose() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.waiting = true;
    this.form.setAttribute("aria-busy", "true");
    const data = { snapshot: this.context.snapshot, ...this.place, query: this.fields.query.value };
    for (const name of REPORT) if (this.touched.has(name)) data[name] = this.fields[name].value;
    try {
      const answer = await ask(this.context.urls.propose, data, this.token);
      if (!asking.signal.aborted) this.#show(answer);
    } catch (refused) {
      if (!asking.signal.aborted) this.#refused(refused, { quietly: true });
    } finally {
      if (this.asking === asking) {
        this.waiting = false;
        this.form.removeAttribute("aria-busy");
      }
    }
  }

  #show(answer) {
    this.answer = answer;
    this.#showErrors({});
    const before = this.offers.chosen?.id;
    const isNew = !byId("desk-new").hidden;
    this.offers.show(answer.claims);
    byId("desk-numbers").replaceChildren(...answer.numbers.map((one) => new Option(one)));
    this.#showFigures(answer.figures);
    this.#fill(answer.report);
    if (isNew) return;
    const kept = answer.claims.findIndex((one) => one.id === before);
    this.offers.choose(kept >= 0 ? kept : this.#first(answer));
  }

  // A search chooses its first find: that is what was looked for.
  #first(answer) {
    return this.fields.query.value.trim() && answer.claims.length ? 0 : answer.chosen;
  }

  #showFigures(figures) {
    const select = this.fields.figure;
    if (!select) return;
    const value = select.value;
    const options = figures.map((one) => new Option(one.name, one.id));
    select.replaceChildren(new Option("none: a claim without a number", ""), ...options);
    if (figures.some((one) => String(one.id) === value)) select.value = value;
  }

  #chosen(offer) {
    if (offer) byId("desk-new").hidden = true;
    byId("desk-reason").textContent = offer?.reason ?? "";
    if (!offer) return;
    this.#fill(offer.report);
    if (this.touched.has("stance")) return;
    for (const radio of this.fields.stance) radio.checked = radio.value === offer.stance;
    this.say(`${offer.statement} ${offer.stance ?? "no stance proposed"}. ${offer.reason}`);
  }

  #fill(report) {
    if (!report) return;
    for (const name of REPORT) if (!this.touched.has(name)) this.fields[name].value = report[name];
    byId("desk-says").textContent = report.says;
    byId("desk-when").textContent = report.when;
  }

  #typed(field) {
    const name = field.name;
    if (name === "claim") return; // a claim chosen from the list: the list tells
    this.touched.add(name);
    if (!REPORT.includes(name) && name !== "query") return;
    clearTimeout(this.timer);
    this.waiting = true;
    this.timer = setTimeout(() => this.#propose(), WAIT);
  }

  #refused(refused, { quietly = false } = {}) {
    if (!(refused instanceof Refused)) throw refused;
    this.#showErrors(refused.errors);
    this.say(refused.message);
    const first = Object.keys(refused.errors).find((name) => this.fields[name]?.focus);
    if (first && !quietly) this.#showField(this.fields[first]);
  }

  #showField(field) {
    const fold = field.closest("details");
    if (fold) fold.open = true;
    field.focus();
  }

  #showErrors(errors) {
    const places = [...this.form.querySelectorAll("[data-error]")];
    const known = new Set(places.map((place) => place.dataset.error));
    const others = Object.keys(errors).filter((name) => !known.has(name));
    for (const place of places) {
      const name = place.dataset.error;
      const told = [...(errors[name] ?? [])];
      if (name === "form") told.push(...others.flatMap((other) => errors[other]));
      place.textContent = told.join(" ");
      const field = this.fields[name];
      if (!field?.setAttribute) continue;
      place.id ||= `desk-error-${name}`;
      field.setAttribute("aria-describedby", place.id);
      if (told.length) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  }
}
