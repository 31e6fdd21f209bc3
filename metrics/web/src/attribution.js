import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { cell } from "./estimate.js";
import { figure, kNarrow, kPlotStyle, redraw, shorten } from "./figure.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { numbers } from "./table.js";

const kMeasures = [["people", "people"], ["person_hours", "person-hours"]];

/** Which cause has how large a share in which harm. */
export function attribution(study) {
  const all = study.attribution;
  const kinds = (all?.kinds ?? []).filter((k) => k.people.total !== 0);
  if (kinds.length === 0) return null;
  const state = { kind: kinds[0], measure: "people" };
  const below = h("div", {});
  const drawing = figure({
    title: "Shares of the causes", note: `Over ${all.replications} replications. A share is the harm that a cause adds on average, in whatever order the causes come; the shares and what no cause is needed for sum to the whole. Thin lines are intervals.`,
    label: "Shares of the causes in the chosen harm; the numbers are in the table below.",
    draw: (width) => plot(rowsOf(all, state), state, width),
  });
  const show = (change) => {
    Object.assign(state, change);
    below.replaceChildren(...details(all, state));
    redraw(drawing);
  };
  show({});
  return section("attribution", "Which cause", all.method,
    h("div", { class: "filters" },
      h("label", { class: "reference" }, "Harm", h("select", { onchange: (event) => show({ kind: kinds.find((k) => k.kind === event.target.value) }) },
        kinds.map((k) => h("option", { value: k.kind }, k.label)))),
      h("label", { class: "reference" }, "In", h("select", { onchange: (event) => show({ measure: event.target.value }) },
        kMeasures.map(([value, text]) => h("option", { value }, text))))),
    drawing, below);
}

function rowsOf(all, { kind, measure }) {
  const game = kind[measure];
  const rows = all.causes.map(({ cause, label, mechanisms }) => ({ label, mechanisms, e: { mean: game.causes[cause].share, ci_low: game.causes[cause].ci_low, ci_high: game.causes[cause].ci_high }, alone: game.causes[cause].removed_alone }));
  if (game.of_no_cause !== 0) rows.push({ label: "No cause: right, current records", mechanisms: [], e: { mean: game.of_no_cause, ci_low: null, ci_high: null }, alone: null });
  return rows;
}

function details(all, state) {
  const game = state.kind[state.measure];
  const labels = Object.fromEntries(all.causes.map((c) => [c.cause, c.label]));
  const pairs = [...game.pairs].sort((a, b) => Math.abs(b.interaction) - Math.abs(a.interaction)).slice(0, 8);
  return [
    numbers(`Causes of ${state.kind.label}`, [
      { name: "Cause", head: true, cell: (r) => [r.label, h("span", { class: "range" }, r.mechanisms.join(" "))] },
      { name: "Share", numeric: true, cell: (r) => cell(r.e) },
      { name: "Less, if it alone were perfect", numeric: true, cell: (r) => r.alone === null ? "" : format("count", r.alone) },
    ], [...rowsOf(all, state), { label: "Together", mechanisms: [], e: { mean: game.total, ci_low: null, ci_high: null }, alone: null }]),
    numbers(`Pairs of causes of ${state.kind.label}`, [
      { name: "Pair", head: true, cell: (p) => `${labels[p.first]}, and: ${labels[p.second]}` },
      { name: "Together", numeric: true, cell: (p) => [h("span", { class: "value" }, `${p.interaction > 0 ? "+" : ""}${format("count", p.interaction)}`), h("span", { class: "range" }, p.interaction > 0 ? "they need each other" : "one stands in for the other")] },
    ], pairs, "Show which causes work together"),
  ].filter(Boolean);
}

function plot(rows, state, width) {
  const narrow = width < kNarrow;
  const data = rows.map((r, i) => ({ i, label: shorten(r.label, narrow ? 40 : 44), text: format("count", r.e.mean), to: r.e.mean, low: r.e.ci_low, high: r.e.ci_high }));
  const dy = narrow ? 9 : 0;
  return Plot.plot({
    width, height: data.length * (narrow ? 46 : 32) + 50, style: kPlotStyle, marginLeft: narrow ? 6 : 250, marginRight: narrow ? 12 : 90, marginTop: 4, marginBottom: 40,
    x: { label: `${state.kind.label}: ${state.measure === "people" ? "people" : "person-hours"}, all replications`, labelAnchor: "center", labelArrow: "none", labelOffset: 36, nice: true, ticks: narrow ? 3 : 6, tickFormat: (v) => format("count", v) },
    y: { type: "band", domain: data.map((d) => d.i), axis: null, padding: narrow ? 0.62 : 0.35 },
    marks: [
      Plot.gridX({ ticks: narrow ? 3 : 6, stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.barX(data, { y: "i", x1: 0, x2: "to", dy, fill: "var(--blue)", fillOpacity: 0.8 }),
      Plot.link(data.filter((d) => d.low !== null), { y1: "i", y2: "i", x1: "low", x2: "high", dy, stroke: "var(--ink)", strokeOpacity: 0.6, strokeWidth: 1.5 }),
      Plot.ruleX([0], { stroke: "var(--ink-faint)" }),
      Plot.text(data, { y: "i", text: "label", frameAnchor: "left", textAnchor: narrow ? "start" : "end", dx: narrow ? 0 : -12, dy: narrow ? -10 : 0, fill: "var(--ink)", fontSize: narrow ? 12 : 13 }),
      Plot.text(data, { y: "i", text: "text", frameAnchor: "right", textAnchor: narrow ? "end" : "start", dx: narrow ? 0 : 12, dy: narrow ? -10 : 0, fontVariant: "tabular-nums", fill: "var(--ink)" }),
    ],
  });
}
