import { enumerate, kindOf } from "./difference.js";
import { h } from "./dom.js";
import { format, plural } from "./format.js";
import { section } from "./section.js";
import { table } from "./table.js";

export const kDesigns = {
  "grid": "every combination of the values listed",
  "latin-hypercube": "drawn so that every factor’s range is covered evenly",
  "sobol": "a Sobol sequence, which fills the ranges evenly",
  "morris": "trajectories that change one factor at a time, for screening",
  "saltelli": "blocks of a Sobol sequence, for shares of variance",
};

/** The head of the page of a sweep. */
export function sweepHead(sweep) {
  const facts = [
    ["Base scenario", sweep.base],
    ["Design", `${sweep.design.kind}: ${plural(sweep.design.points, "point")}`],
    ["Replications", `${format("count", sweep.replications)} of each point${sweep.replications === 1 ? " (so no intervals)" : ", all under the same luck"}`],
    ["Random seed", String(sweep.seed)],
  ];
  return h("header", { class: "masthead" },
    h("p", { class: "eyebrow" }, "Sweep of parameters"),
    h("h1", {}, sweepTitle(sweep)),
    sweep.question && h("p", { class: "question" }, sweep.question),
    sweep.description && h("p", { class: "description" }, sweep.description),
    h("dl", { class: "facts" }, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}

export const sweepTitle = (sweep) => sweep.title || sweep.study;

/** The metrics of a sweep, the foremost first: name, meaning, unit, and what the design tells, or null. */
export function sweptMetrics(sweep) {
  return Object.entries(sweep.metrics).map(([name, m]) => ({ name, ...m, kind: kindOf(m), analysis: sweep.analysis[name] }));
}

/** What is varied, and how far. */
export function factors(sweep) {
  const rows = Object.entries(sweep.factors).map(([name, f]) => ({ name, ...f }));
  return section("factors", "What is varied", `The points are ${kDesigns[sweep.design.kind] ?? sweep.design.kind}.`,
    table("Factors", [
      { name: "Factor", head: true, cell: (f) => f.name },
      { name: "Parameters", cell: (f) => (f.parameters.length === 1 && f.parameters[0] === f.name ? "the parameter itself" : `${f.scales ? "multiplies " : ""}${enumerate(f.parameters)}`) },
      { name: "Values", cell: values },
    ], rows));
}

function values(f) {
  const unit = f.unit && f.unit !== "1" ? ` ${f.unit}` : "";
  if (f.values) return f.values.join(", ");
  if (f.range) return `${round(f.range[0])} to ${round(f.range[1])}${unit}${f.spacing === "log" ? ", evenly in the logarithm" : ""}`;
  return f.distribution;
}

export const round = (v) => (typeof v === "number" ? Number(v.toPrecision(3)).toLocaleString("en-US", { maximumFractionDigits: 9 }) : v);

/** A choice of the metric that a figure shows; `show(metric)` is called for each choice, not at first. */
export function choice(label, items, nameOf, chosen, show) {
  if (items.length < 2) return null;
  return h("label", { class: "reference" }, label, h("select", { onchange: (event) => show(items[Number(event.target.value)]) },
    items.map((item, i) => h("option", { value: i, selected: item === chosen }, nameOf(item)))));
}

/** How a sweep is to be read. */
export function sweepReading(sweep) {
  const command = `fieldtwin sweep ${sweep.study} -n ${sweep.replications} --seed ${sweep.seed}`;
  return section("reading", "How to read this sweep", null,
    h("p", {}, "Every point simulates the same days with the same people and the same luck; what differs between points is what the factors do. "
      + "An interval says how exactly an average is known; it does not cover whether the base scenario’s assumptions, which all points share, are right."),
    h("p", {}, sweep.design.extendable
      ? "More replications, and more points of the design, are added by the same command:"
      : "More replications are added by the same command:"),
    h("pre", { tabindex: "0", "aria-label": "Command" }, h("code", {}, command)),
    h("p", {}, "Beside this page, points.csv has a row for each point and metric, and points/ a study of each."));
}
