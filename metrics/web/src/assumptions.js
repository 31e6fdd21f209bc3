import { h } from "./dom.js";
import { section } from "./section.js";
import { tableRow } from "./table.js";

/** Every parameter with its value and what it rests on, searchable. */
export function assumptions(study) {
  const rows = (study.parameters ?? []).map((p) => ({ ...p, basis: basisOf(p) }));
  if (rows.length === 0) return null;
  const count = (basis) => rows.filter((r) => r.basis === basis).length;
  const entries = rows.map((row) => ({ row, element: tableRow(kColumns, row), text: searchText(row) }));
  const shown = h("p", { class: "shown", role: "status" });
  const state = { words: [], basis: "all" };
  const update = () => {
    let visible = 0;
    for (const { row, element, text } of entries) {
      const fits = (state.basis === "all" || row.basis === state.basis) && state.words.every((w) => text.includes(w));
      element.hidden = !fits;
      visible += fits ? 1 : 0;
    }
    shown.textContent = visible === rows.length ? `${rows.length} parameters` : `${visible} of ${rows.length} parameters`;
  };
  update();
  return section("assumptions", "Every assumption and its source",
    `The study rests on ${rows.length} parameters: ${count("source")} with a published source, ${count("assumption")} assumed`
    + (count("setting") > 0 ? `, ${count("setting")} chosen for this study.` : "."),
    h("div", { class: "filters" },
      h("label", { class: "search" }, h("span", { class: "unseen" }, "Search the parameters"),
        h("input", { type: "search", placeholder: "Search, e.g. gallery or patience", oninput: (event) => {
          state.words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
          update();
        } })),
      h("fieldset", { class: "choice" }, h("legend", { class: "unseen" }, "Which parameters to show"),
        kFilters.filter(([basis]) => basis === "all" || count(basis) > 0).map(([basis, text]) => h("label", {},
          h("input", { type: "radio", name: "basis", value: basis, checked: basis === "all", onchange: () => {
            state.basis = basis;
            update();
          } }), h("span", {}, text)))),
      shown),
    h("table", { class: "parameters" },
      h("caption", { class: "unseen" }, "Parameters with value and basis"),
      h("thead", {}, h("tr", {}, kColumns.map((c) => h("th", { scope: "col" }, c.name)))),
      h("tbody", {}, entries.map((e) => e.element))));
}

const kFilters = [["all", "All"], ["source", "Published source"], ["assumption", "Assumed"], ["setting", "Chosen"]];
const kBadges = { source: "Source", assumption: "Assumed", setting: "Chosen" };

const kColumns = [
  { name: "Parameter", head: true, cell: (p) => [h("span", { class: "meaning" }, p.meaning), h("code", {}, breakable(p.path))] },
  { name: "Value", cell: (p) => h("span", { class: "value" }, String(p.value)) },
  { name: "Basis", cell: basisCell },
];

function basisOf(p) {
  // "chosen: why" is a choice of whoever wrote the scenario, not a published figure.
  if (p.source) return p.source.startsWith("chosen:") ? "setting" : "source";
  return p.assumption ? "assumption" : "setting";
}

function basisCell(p) {
  return [
    h("p", {}, h("span", { class: `badge ${p.basis}` }, kBadges[p.basis]), p.source ? linked(p.source.replace(/^chosen: /, "")) : p.assumption?.why ?? "A setting of this run."),
    p.source && p.assumption?.why && h("p", {}, p.assumption.why),
    p.assumption?.range && h("p", { class: "range" }, `Plausible range: ${p.assumption.range}`),
  ];
}

/** Lets a long path break after its dots and underscores. */
function breakable(path) {
  return path.split(/(?<=[._])/).flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part]));
}

/** Web addresses in a source become links; nothing else does. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s,;)]+)/).map((part, i) => i % 2 === 0 ? part
    : h("a", { href: part, rel: "noopener noreferrer" }, part.replace(/^https?:\/\/(www\.)?/, "")));
}

function searchText(p) {
  return [p.path, p.value, p.meaning, p.source, p.assumption?.range, p.assumption?.why].filter(Boolean).join(" ").toLowerCase();
}
