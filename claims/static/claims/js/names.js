/* The admin's search fields (select2) get the name of the field that they stand for: without it a
   screen reader tells of an empty box. */

const PARTS = ".select2-selection, [role=textbox], [role=searchbox]";

function name(select) {
  const label = select.labels?.[0]?.textContent.replace(":", "").trim();
  if (!label) return;
  for (const part of select.nextElementSibling?.querySelectorAll(PARTS) ?? []) {
    const chosen = part.matches(".select2-selection--single") && part.textContent.trim();
    part.removeAttribute("aria-labelledby");
    part.setAttribute("aria-label", chosen ? `${label}: ${chosen.replace(/^×/, "")}` : label);
  }
}

// The admin makes them when the page is ready, which is before it is loaded.
addEventListener("load", () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    name(select);
    window.django?.jQuery(select).on("change", () => name(select)); // select2 tells jQuery only
  }
});
