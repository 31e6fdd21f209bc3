import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { cell } from "./estimate.js";
import { figure, kPlotStyle, redraw, shorten } from "./figure.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { numbers, table } from "./table.js";

/** Wrongful holds by group beside a group of the reader's choice, and what the ratios are made of. */
export function disparity(study) {
  const { groups = [], factors = [], contrasts = [], usual_reference: usual } = study.disparity ?? {};
  if (groups.length === 0) return null;
  const labels = Object.fromEntries(groups.map((g) => [g.group, g.label]));
  const state = { contrasts: [] };
  const tables = h("div", {});
  const parts = partsFigure(state, factors, labels);
  const show = (reference) => {
    state.contrasts = contrasts.filter((c) => c.reference === reference);
    const told = state.contrasts.filter((c) => c.factors !== null);
    tables.replaceChildren(rates(groups, state.contrasts, labels[reference]));
    numbersBelow.replaceChildren(...[factorTable(told, factors, labels)].filter(Boolean));
    parts.hidden = told.length === 0;
    redraw(parts);
  };
  const numbersBelow = h("div", {});
  const choice = h("label", { class: "reference" }, "Compared with",
    h("select", { onchange: (event) => show(event.target.value) },
      groups.map((g) => h("option", { value: g.group, selected: g.group === usual }, g.label))));
  show(usual);
  return section("disparity", "Who bears it",
    "Wrongful holds by group: how often among the residents of the states with officers, how often among those scanned, and what the differences are made of.",
    choice, tables, parts, numbersBelow);
}

function rates(groups, contrasts, reference) {
  const of = (g) => contrasts.find((c) => c.group === g.group);
  const ratio = (g, key) => of(g) ? cell(of(g)[key]) : h("span", { class: "range" }, "compared with");
  return table(`Wrongful holds by group beside ${reference}`, [
    { name: "Group", head: true, cell: (g) => g.label },
    { name: "Per million residents", numeric: true, cell: (g) => cell(g.per_million_residents) },
    { name: "Times as often, by residents", numeric: true, cell: (g) => ratio(g, "per_resident") },
    { name: "Times as often, by scans", numeric: true, cell: (g) => ratio(g, "per_scan") },
  ], groups);
}

function factorTable(told, factors, labels) {
  if (told.length === 0) return null;
  return numbers("Factors of the ratios by residents", [
    { name: "Factor", head: true, cell: (f) => [f.label, h("span", { class: "range" }, f.meaning)] },
    ...told.map((c) => ({ name: labels[c.group], numeric: true, cell: (f) => cell(c.factors[f.factor]) })),
  ], factors);
}

function partsFigure(state, factors, labels) {
  return figure({
    title: "What the differences are made of",
    note: "By residents. Each bar says how many times as often, from 1 where groups fare alike; the bars of a group multiply up to the last.",
    label: "Factors of the ratio of each group to the chosen one; the numbers are in the table below.",
    draw: (width) => waterfall(state.contrasts.filter((c) => c.factors !== null), factors, labels, width),
  });
}

/** For each group a block of rows: every factor as a bar from 1, and the ratio that they make. */
function waterfall(told, factors, labels, width) {
  const names = [...factors.map((f) => f.label), "All together"];
  const rows = told.flatMap((c) => [...factors.map((f) => ({ c, name: f.label, e: c.factors[f.factor] })), { c, name: "All together", e: c.per_resident, all: true }]);
  const data = rows.map(({ c, name, e, all }) => ({ group: labels[c.group], name, all, at: clamp(e.mean), text: format("count", e.mean),
    low: clamp(e.ci_low ?? e.mean), high: clamp(e.ci_high ?? e.mean) }));
  const values = data.map((d) => d.at);
  const domain = [Math.min(0.5, ...values) / 1.15, Math.max(2, ...values) * 1.15];
  const inside = (v) => Math.min(domain[1], Math.max(domain[0], v));
  const groups = told.map((c) => labels[c.group]);
  return Plot.plot({
    width, height: 34 + groups.length * (names.length * 19 + 34), style: kPlotStyle,
    marginLeft: 152, marginRight: 56, marginTop: 22, marginBottom: 34,
    x: { type: "log", domain, axis: null },
    y: { type: "band", domain: names, padding: 0.25, label: null, tickSize: 0 },
    fy: { domain: groups, label: null, axis: null, padding: 0.16 },
    marks: [
      Plot.axisY({ tickSize: 0, fill: "var(--ink)" }),
      Plot.ruleX([1], { stroke: "var(--ink-faint)" }),
      Plot.rect(data, { fy: "group", y: "name", x1: (d) => Math.min(1, d.at), x2: (d) => Math.max(1, d.at), fill: (d) => d.all ? "var(--orange)" : "var(--blue)", fillOpacity: (d) => d.at < 1 ? 0.5 : 1 }),
      Plot.link(data.filter((d) => d.high > d.low), { fy: "group", y1: "name", y2: "name", x1: (d) => inside(d.low), x2: (d) => inside(d.high), stroke: "var(--ink)", strokeOpacity: 0.55, strokeWidth: 1.5 }),
      Plot.text(data, { fy: "group", y: "name", frameAnchor: "right", textAnchor: "start", dx: 10, text: "text", fontVariant: "tabular-nums", fill: "var(--ink)" }),
      Plot.text(groups, { fy: (g) => g, frameAnchor: "top-left", textAnchor: "start", dx: -148, dy: -15, text: (g) => shorten(g, 44), fontWeight: 600, fill: "var(--ink)", fontSize: 13 }),
      Plot.text([0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32].filter((t) => t >= domain[0] && t <= domain[1]), { x: (t) => t, fy: () => groups.at(-1), frameAnchor: "bottom", dy: 16, text: (t) => `${format("count", t)}×` }),
    ],
  });
}

function clamp(v) {
  return Math.min(100, Math.max(0.01, v));
}
