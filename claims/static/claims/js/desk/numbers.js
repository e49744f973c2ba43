// The numbers that the engine reads in the text: underlined, told on hover and as the caret passes.

import { byId } from "./dom.js";
import { paintNumbers } from "./paint.js";

export class Numbers {
  constructor(text) {
    this.text = text;
    this.all = [];
    this.tip = byId("desk-tip");
    this.waiting = false;
    text.root.addEventListener("pointermove", (event) => this.#hover(event));
    text.root.addEventListener("pointerleave", () => this.hideTip());
    addEventListener("scroll", () => this.hideTip(), { passive: true });
  }

  set(rows) {
    this.all = rows.map(([start, end, first, last, says]) => ({
      start, end, sentence: { start: first, end: last }, says,
    }));
    paintNumbers(this.text, this.all);
  }

  at(offset) {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    const one = this.all[low];
    return one && one.start <= offset ? one : null;
  }

  inWords(one) {
    return `${this.text.slice(one.start, one.end).replace(/\s+/g, " ")}: ${one.says}`;
  }

  showTip(one) {
    const box = this.text.range(one.start, one.end).getBoundingClientRect();
    this.tip.textContent = this.inWords(one);
    this.tip.hidden = false;
    const left = Math.min(box.left, document.documentElement.clientWidth - this.tip.offsetWidth - 8);
    this.tip.style.left = `${Math.max(8, left)}px`;
    const above = box.top - this.tip.offsetHeight - 6;
    this.tip.style.top = `${above > 0 ? above : box.bottom + 6}px`;
  }

  hideTip() {
    this.tip.hidden = true;
  }

  // Once a frame, however often the pointer moves.
  #hover(event) {
    if (this.waiting || event.pointerType === "touch") return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      const one = this.under(event.clientX, event.clientY);
      if (one) this.showTip(one);
      else this.hideTip();
    });
  }

  under(x, y) {
    const offset = this.text.offsetAt(x, y);
    const one = offset === null ? null : this.at(offset) ?? this.at(Math.max(0, offset - 1));
    if (!one) return null;
    const boxes = [...this.text.range(one.start, one.end).getClientRects()];
    const inside = (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    return boxes.some(inside) ? one : null;
  }
}
