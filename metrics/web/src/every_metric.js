import { isKnown, kindOf, signed } from "./difference.js";
import { h } from "./dom.js";
import { known, mark, value } from "./scoreboard.js";
import { section } from "./section.js";
import { tableRow } from "./table.js";

/** Every metric of every scenario, searchable. */
export function everyMetric(comparison) {
  const rows = comparison.metrics.filter((m) => m.values.some((e) => known(e) !== null));
  if (rows.length === 0) return null;
  const columns = [
    { name: "Metric", head: true, cell: (m) => [h("code", {}, m.name), h("span", { class: "range" }, m.meaning)] },
    ...comparison.scenarios.map((s, i) => ({ name: i === 0 ? `${s.name} (base)` : s.name, numeric: true, cell: (m) => [
      value(m, i), mark(m, i), i > 0 && change(m, i)] })),
    { name: "Unit", cell: (m) => (kindOf(m) === "count" ? m.unit : "") },
  ];
  const entries = rows.map((row) => ({ row, element: tableRow(columns, row), text: `${row.name} ${row.meaning}`.toLowerCase() }));
  const shown = h("p", { class: "shown", role: "status" });
  const state = { words: [], real: false };
  const update = () => {
    let visible = 0;
    for (const { row, element, text } of entries) {
      const fits = state.words.every((w) => text.includes(w)) && (!state.real || row.differences.some((d) => d?.real));
      element.hidden = !fits;
      visible += fits ? 1 : 0;
    }
    shown.textContent = visible === rows.length ? `${rows.length} metrics` : `${visible} of ${rows.length} metrics`;
  };
  update();
  const choice = (value, text, checked) => h("label", {},
    h("input", { type: "radio", name: "which", value, checked, onchange: () => { state.real = value === "real"; update(); } }), h("span", {}, text));
  return section("metrics", "Every metric",
    "The same numbers are in compare.json, and those of each scenario alone in the summary.json of its folder.",
    h("div", { class: "filters" },
      h("label", { class: "search" }, h("span", { class: "unseen" }, "Search the metrics"),
        h("input", { type: "search", placeholder: "Search, e.g. wrongful or p95", oninput: (event) => {
          state.words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
          update();
        } })),
      h("fieldset", { class: "choice" }, h("legend", { class: "unseen" }, "Which metrics to show"),
        choice("all", "All", true), choice("real", "Real differences", false)),
      shown),
    h("details", { class: "numbers" }, h("summary", {}, "Show every metric"), h("div", { class: "scroll" }, h("table", {},
      h("caption", { class: "unseen" }, "Every metric of every scenario"),
      h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col", class: c.numeric && "number" }, c.name)))),
      h("tbody", {}, entries.map((e) => e.element))))));
}

function change(m, i) {
  const d = m.differences[i];
  if (!isKnown(d)) return null;
  const { value, range } = signed(d, kindOf(m));
  return h("span", { class: d.real ? "change real" : "change" }, value, range && ` (${range})`, d.real && h("strong", {}, " real"));
}
