// Painting the text by the CSS Custom Highlight API: no mark-up is put into the source's text.
// Where a browser lacks it, the list of passages beside the text says the same.

const able = typeof Highlight === "function" && "highlights" in CSS;

export function paint(name, ranges, priority = 0) {
  if (!able) return;
  if (!ranges.length) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

export function paintPassages(text, passages) {
  const of = { supports: [], conflicts: [], context: [], aside: [] };
  for (const passage of passages) {
    const range = text.stillRange(passage.start, passage.end);
    for (const stance of passage.stance) of[stance].push(range);
    if (!passage.stance.length) of.aside.push(range);
  }
  for (const [stance, ranges] of Object.entries(of)) paint(`desk-${stance}`, ranges, 1);
}

export function paintNumbers(text, numbers) {
  paint("desk-number", numbers.map((one) => text.stillRange(one.start, one.end)), 2);
}

export function paintHere(text, place) {
  paint("desk-here", place ? [text.stillRange(place.start, place.end)] : [], 3);
}
