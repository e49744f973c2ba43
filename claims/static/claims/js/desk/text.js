// A text on the page and its offsets. The text of the paragraphs, one after the other, is the
// snapshot's text; offsets are code points, as the server counts them.

const ASTRAL = /[\ud800-\udfff]/;

export class ReadText {
  constructor(root) {
    this.root = root;
    this.parts = [];
    let start = 0;
    for (const paragraph of root.children) {
      const node = paragraph.firstChild;
      const astral = ASTRAL.test(node.data);
      const length = astral ? [...node.data].length : node.data.length;
      this.parts.push({ node, paragraph, start, end: start + length, astral });
      start += length;
    }
    this.length = start;
  }

  // The part that holds the code point at `offset`; at the text's end, the last one.
  partAt(offset) {
    let low = 0;
    let high = this.parts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.parts[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    return this.parts[low];
  }

  #units(part, offset) {
    const within = offset - part.start;
    if (!part.astral) return within;
    let units = 0;
    let left = within;
    for (const letter of part.node.data) {
      if (left-- === 0) break;
      units += letter.length;
    }
    return units;
  }

  // The end of a range stands in the part of its last letter, so that it never begins a new line.
  range(start, end) {
    const first = this.partAt(start);
    const last = this.partAt(Math.max(start, end - 1));
    const range = new Range();
    range.setStart(first.node, this.#units(first, start));
    range.setEnd(last.node, this.#units(last, end));
    return range;
  }

  // The same, for painting: it costs nothing when the page changes.
  stillRange(start, end) {
    const first = this.partAt(start);
    const last = this.partAt(Math.max(start, end - 1));
    return new StaticRange({
      startContainer: first.node,
      startOffset: this.#units(first, start),
      endContainer: last.node,
      endOffset: this.#units(last, end),
    });
  }

  // The offset of a place in the document; null outside the text.
  offsetOf(container, offset) {
    if (!this.root.contains(container)) return null;
    if (container === this.root) {
      return offset < this.parts.length ? this.parts[offset].start : this.length;
    }
    const part = this.parts.find((one) => one.paragraph.contains(container));
    if (container !== part.node) return offset === 0 ? part.start : part.end;
    return part.start + (part.astral ? [...part.node.data.slice(0, offset)].length : offset);
  }

  slice(start, end) {
    return this.range(start, end).toString();
  }

  // What of the selection lies in the text, without white space at its ends; null for nothing.
  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const chosen = selection.getRangeAt(0);
    if (!chosen.intersectsNode(this.root)) return null;
    const whole = new Range();
    whole.selectNodeContents(this.root);
    const early = chosen.compareBoundaryPoints(Range.START_TO_START, whole) < 0;
    const late = chosen.compareBoundaryPoints(Range.END_TO_END, whole) > 0;
    const start = early ? 0 : this.offsetOf(chosen.startContainer, chosen.startOffset);
    const end = late ? this.length : this.offsetOf(chosen.endContainer, chosen.endOffset);
    if (start === null || end === null || start >= end) return null;
    const text = [...this.slice(start, end)];
    const blank = (letter) => letter.trim() === "";
    const lead = text.findIndex((letter) => !blank(letter));
    if (lead < 0) return null;
    const tail = text.findLastIndex((letter) => !blank(letter));
    return { start: start + lead, end: start + tail + 1 };
  }

  select(start, end) {
    const range = this.range(start, end);
    getSelection().setBaseAndExtent(
      range.startContainer, range.startOffset, range.endContainer, range.endOffset,
    );
    return range;
  }

  // The offset under a point of the window; null beside the letters.
  offsetAt(x, y) {
    const place = document.caretPositionFromPoint?.(x, y);
    return place ? this.offsetOf(place.offsetNode, place.offset) : null;
  }
}

// Bring a range into view, clear of the bars that stick to the edges.
export function reveal(range) {
  const box = range.getBoundingClientRect();
  const margin = Math.min(160, innerHeight / 4);
  if (box.top < margin || box.bottom > innerHeight - margin) {
    scrollBy({ top: box.top - innerHeight / 3, behavior: "instant" });
  }
}
