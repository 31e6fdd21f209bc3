import { h } from "./dom.js";

/**
 * A table that turns into cards on a narrow screen, and scrolls by itself if it is still too wide. `columns`: `{name, cell(row), numeric, head}`; the
 * column with `head` names its row.
 */
export function table(caption, columns, rows) {
  if (rows.length === 0) return h("p", { class: "empty" }, "Nothing to list in this study.");
  return h("div", { class: "scroll" }, h("table", {},
    h("caption", { class: "unseen" }, caption),
    h("thead", {}, h("tr", {}, columns.map((c) =>
      h("th", { scope: "col", class: c.numeric && "number" }, c.name)))),
    h("tbody", {}, rows.map((row) => tableRow(columns, row)))));
}

export function tableRow(columns, row) {
  return h("tr", {}, columns.map((c) => c.head
    ? h("th", { scope: "row", "data-name": c.name }, c.cell(row))
    : h("td", { class: c.numeric && "number", "data-name": c.name }, h("div", {}, c.cell(row)))));
}

/** The numbers of a figure, folded away. */
export function numbers(caption, columns, rows, summary = "Show the numbers") {
  if (rows.length === 0) return null;
  return h("details", { class: "numbers" }, h("summary", {}, summary), table(caption, columns, rows));
}
