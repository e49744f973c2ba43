// Making elements; text is only ever text.

export const byId = (id) => document.getElementById(id);

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") element.className = value;
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

// A state as a word, a shape and a colour, as everywhere in the admin.
export function badge(told) {
  return make(
    "span", { class: `badge badge-${told.kind}` },
    make("span", { class: "shape", "aria-hidden": "true" }, told.shape), ` ${told.word}`,
  );
}

export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}
