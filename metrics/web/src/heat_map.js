import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { figure, kPlotStyle, redraw, shorten } from "./figure.js";
import { format, formatTogether } from "./format.js";
import { section } from "./section.js";
import { choice, round, sweptMetrics } from "./swept.js";
import { numbers } from "./table.js";

/** More values of a factor than this are drawn as places, not as cells. */
const kMostCells = 12;

/** Two factors at a time: the metric at each pair of values, averaged over the others. */
export function heatMap(sweep) {
  const metrics = sweptMetrics(sweep).filter((m) => sweep.points.some((p) => p.metrics[m.name]?.mean !== null && p.metrics[m.name]));
  const pairs = pairsOf(Object.keys(sweep.factors));
  if (metrics.length === 0 || pairs.length === 0) return null;
  const state = { metric: metrics[0], pair: pairs[0] };
  const below = h("div", {});
  const drawing = figure({
    title: "Two factors together", note: "Darker is more. What runs along neither axis is averaged.",
    label: "The metric at pairs of values; the numbers are in the table below.",
    draw: (width) => plot(sweep, state, width),
  });
  const refresh = () => below.replaceChildren(tableOf(sweep, state) ?? "");
  const change = (what) => (value) => {
    state[what] = value;
    refresh();
    redraw(drawing);
  };
  refresh();
  return section("map", "Heat map", "Where two factors act together, the rows differ in more than a shift.",
    h("div", { class: "filters" },
      choice("Metric", metrics, (m) => m.name, state.metric, change("metric")),
      choice("Factors", pairs, (p) => p.join(" × "), state.pair, change("pair"))),
    drawing, below);
}

function pairsOf(names) {
  return names.flatMap((first, i) => names.slice(i + 1).map((second) => [first, second]));
}

/** The distinct values of a factor among the points: rising, or in the order of the study's list. */
export function valuesOf(sweep, name) {
  const seen = new Map(sweep.points.map((p) => [p.values[name], p.texts[name]]));
  const listed = sweep.factors[name].values;
  const order = ([value, text]) => (listed ? listed.indexOf(text) : value);
  return [...seen].sort((a, b) => order(a) - order(b)).map(([value, text]) => ({ value, text }));
}

function known(sweep, metric) {
  return sweep.points.filter((p) => p.metrics[metric.name] && p.metrics[metric.name].mean !== null);
}

/** `{i, j, mean}` of each pair of values that has points. */
export function cellsOf(sweep, metric, [across, down]) {
  const columns = valuesOf(sweep, across), rows = valuesOf(sweep, down);
  const cells = new Map();
  for (const point of known(sweep, metric)) {
    const i = columns.findIndex((v) => v.value === point.values[across]);
    const j = rows.findIndex((v) => v.value === point.values[down]);
    const cell = cells.get(`${i} ${j}`) ?? { i, j, sum: 0, n: 0 };
    cell.sum += point.metrics[metric.name].mean;
    cell.n += 1;
    cells.set(`${i} ${j}`, cell);
  }
  return { columns, rows, cells: [...cells.values()].map(({ i, j, sum, n }) => ({ i, j, mean: sum / n })) };
}

const kShades = ["var(--q1)", "var(--q2)", "var(--q3)", "var(--q4)", "var(--q5)", "var(--q6)"];

/** One of six shades between the lowest and the highest value. */
function shadeOf(values) {
  const low = Math.min(...values), high = Math.max(...values);
  return (v) => (high > low ? Math.min(5, Math.floor(6 * (v - low) / (high - low))) : 0);
}

function plot(sweep, state, width) {
  const { columns, rows } = cellsOf(sweep, state.metric, state.pair);
  return columns.length <= kMostCells && rows.length <= kMostCells ? cellPlot(sweep, state, width) : placePlot(sweep, state, width);
}

function cellPlot(sweep, { metric, pair }, width) {
  const { columns, rows, cells } = cellsOf(sweep, metric, pair);
  const shade = shadeOf(cells.map((c) => c.mean));
  const { texts, suffix } = formatTogether(metric.kind, cells.map((c) => c.mean));
  const left = Math.min(0.3 * width, 18 + 7 * Math.max(...rows.map((r) => r.text.length)));
  const fit = Math.floor((width - left) / columns.length / 7);
  const data = cells.map((c, k) => ({ ...c, shade: shade(c.mean), text: texts[k] + suffix }));
  return Plot.plot({
    width, height: rows.length * 46 + 74, style: kPlotStyle, marginLeft: left, marginRight: 4, marginTop: 26, marginBottom: 42,
    x: { type: "band", domain: columns.map((_, i) => i), padding: 0.03, label: pair[0], labelAnchor: "center", labelArrow: "none", labelOffset: 38, tickSize: 0, tickFormat: (i) => shorten(columns[i].text, Math.max(4, fit)) },
    y: { type: "band", domain: rows.map((_, j) => j), padding: 0.05, label: pair[1], labelAnchor: "top", labelArrow: "none", tickSize: 0, tickFormat: (j) => shorten(rows[j].text, Math.max(4, Math.floor(left / 7))) },
    marks: [
      Plot.cell(data, { x: "i", y: "j", fill: (d) => kShades[d.shade], stroke: "var(--rule)" }),
      Plot.text(data, { x: "i", y: "j", text: (d) => (d.text.length <= fit ? d.text : ""), fill: (d) => (d.shade >= 3 ? "var(--page)" : "var(--ink)"), fontVariant: "tabular-nums", fontSize: 12.5 }),
      Plot.tip(data, Plot.pointer({ x: "i", y: "j", title: (d) => `${pair[0]} ${columns[d.i].text}, ${pair[1]} ${rows[d.j].text}: ${d.text}` })),
    ],
  });
}

/** Points of a design that fills ranges, each at its place. */
function placePlot(sweep, { metric, pair: [across, down] }, width) {
  const points = known(sweep, metric);
  const shade = shadeOf(points.map((p) => p.metrics[metric.name].mean));
  const scale = (name) => ({ type: typeof points[0].values[name] !== "number" ? "point" : sweep.factors[name].spacing === "log" ? "log" : "linear", label: name, labelArrow: "none", ticks: 5, nice: true });
  const data = points.map((p) => ({ x: p.values[across], y: p.values[down], mean: p.metrics[metric.name].mean, shade: shade(p.metrics[metric.name].mean) }));
  return Plot.plot({
    width, height: 360, style: kPlotStyle, marginLeft: 64, marginTop: 26, marginBottom: 42, grid: true,
    x: { ...scale(across), labelAnchor: "center", labelOffset: 38 }, y: { ...scale(down), labelAnchor: "top" },
    marks: [
      Plot.dot(data, { x: "x", y: "y", r: width < 500 ? 5 : 7, fill: (d) => kShades[d.shade], stroke: "var(--ink-faint)" }),
      Plot.tip(data, Plot.pointer({ x: "x", y: "y", title: (d) => `${across} ${round(d.x)}, ${down} ${round(d.y)}: ${format(metric.kind, d.mean)}` })),
    ],
  });
}

function tableOf(sweep, { metric, pair }) {
  const { columns, rows, cells } = cellsOf(sweep, metric, pair);
  if (columns.length > kMostCells || rows.length > kMostCells) return null;
  const meanAt = (i, j) => cells.find((c) => c.i === i && c.j === j)?.mean;
  return numbers(`${metric.name} by ${pair[0]} and ${pair[1]}`, [
    { name: pair[1], head: true, cell: (row) => row.text },
    ...columns.map((column, i) => ({ name: `${pair[0]} ${column.text}`, numeric: true, cell: (row) => (meanAt(i, row.j) === undefined ? "no point" : format(metric.kind, meanAt(i, row.j))) })),
  ], rows.map((row, j) => ({ ...row, j })));
}
