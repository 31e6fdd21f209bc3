import { h } from "./dom.js";

/** A part of the page with its heading and a paragraph that says what it shows. */
export function section(id, title, lead, ...contents) {
  return h("section", { id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title),
    lead && h("p", { class: "lead" }, lead),
    contents);
}
