import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { hasInterval, line } from "./estimate.js";
import { figure, kPlotStyle, redraw, shorten } from "./figure.js";
import { format, roundTicks, tick } from "./format.js";
import { section } from "./section.js";
import { choice, round, sweptMetrics } from "./swept.js";
import { numbers } from "./table.js";

/** How a metric changes with each factor, averaged over the others; all panels have one scale. */
export function mainEffects(sweep) {
  const metrics = sweptMetrics(sweep).filter((m) => m.analysis && effectsOf(m).length > 0);
  if (metrics.length === 0) return null;
  const state = { metric: metrics[0] };
  const words = h("p", { class: "verdict" });
  const names = Object.keys(metrics[0].analysis.factors);
  const panels = names.map((name) => panel(sweep, name, state));
  const below = h("div", {});
  const show = (metric) => {
    state.metric = metric;
    words.replaceChildren(verdict(metric));
    below.replaceChildren(tableOf(sweep, metric) ?? "");
    panels.forEach((p) => redraw(p));
  };
  const picker = choice("Metric", metrics, (m) => m.name, state.metric, show);
  const contents = [picker, words, h("div", { class: "panels" }, panels), below];
  words.append(verdict(state.metric));
  below.append(tableOf(sweep, state.metric) ?? "");
  return section("effects", "What each factor does",
    "The average over all points with the factor at a value. Steep is strong; the panels share one scale, so that they can be compared.", contents);
}

function effectsOf(metric) {
  return Object.entries(metric.analysis.factors).filter(([, f]) => f.main_effect).map(([name, f]) => ({ name, ...f.main_effect }));
}

/** Which factor matters most, and how much of what is seen is luck. */
export function verdict(metric) {
  const { variance } = metric.analysis;
  if (variance.between_points === 0) return `${metric.name} is the same at every point.`;
  const luck = variance.noise_share;
  const chance = luck === null ? "" : ` Luck has ${format("share", luck)} of the differences between points.`;
  const known = effectsOf(metric).filter((f) => f.share !== null).sort((a, b) => b.share - a.share);
  if (known.length === 0) return `The factors’ part cannot be told from luck.${chance}`;
  const shares = known.map((f) => `${f.name} alone accounts for ${format("share", f.share)}`).join(", ");
  return `Of the factors’ part in ${metric.name}, ${shares}.${chance}`;
}

const at = (level) => (level.from === level.to ? label(level.from) : `${label(level.from)} to ${label(level.to)}`);
const label = (v) => (v === null ? "the end" : round(v));

/** The level's value as the study wrote it, where a list names it. */
function levelText(sweep, name, level, i) {
  return sweep.factors[name].values?.[i] ?? at(level);
}

function levelsOf(sweep, name, metric) {
  const effect = metric.analysis.factors[name].main_effect;
  return (effect?.levels ?? []).map((level, i) => ({ ...level, i, text: levelText(sweep, name, level, i) }))
    .filter((level) => level.mean !== null && level.mean !== undefined);
}

function panel(sweep, name, state) {
  return figure({
    title: name, note: null, label: `Averages at each value of ${name}; the numbers are in the table below.`,
    draw: (width) => plot(sweep, name, state.metric, width),
  });
}

function plot(sweep, name, metric, width) {
  const levels = levelsOf(sweep, name, metric);
  const [low, high] = domainOf(sweep, metric);
  const most = Math.max(4, Math.floor((width - 70) / 7 / Math.max(1, levels.length)));
  return Plot.plot({
    width, height: 210, style: kPlotStyle, marginLeft: 58, marginRight: 12, marginTop: 10, marginBottom: 34,
    x: { type: "point", domain: levels.map((l) => l.i), padding: 0.4 }, y: { domain: [low, high] },
    marks: [
      Plot.axisY({ ticks: roundTicks(metric.kind, [low, high], 4), tickSize: 0, label: null, tickFormat: (v) => (v < 0 ? "\u2212" : "") + tick(metric.kind, Math.abs(v)) }),
      Plot.gridY({ ticks: roundTicks(metric.kind, [low, high], 4), stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisX({ tickSize: 0, label: null, tickFormat: (i) => shorten(String(levels.find((l) => l.i === i).text), most) }),
      Plot.link(levels.filter(hasInterval), { x1: "i", x2: "i", y1: (l) => Math.max(low, l.ci_low), y2: (l) => Math.min(high, l.ci_high), stroke: "var(--blue)", strokeWidth: 5, strokeOpacity: 0.32, strokeLinecap: "round" }),
      Plot.line(levels, { x: "i", y: "mean", stroke: "var(--blue)", strokeWidth: 1.5 }),
      Plot.dot(levels, { x: "i", y: "mean", r: 5, fill: "var(--blue)" }),
      Plot.tip(levels, Plot.pointer({ x: "i", y: "mean", title: (l) => `${name} ${l.text}: ${line(l, metric.kind)}` })),
    ],
  });
}

/** From the lowest to the highest mean of any factor, with its interval as far as that leaves the means readable. */
function domainOf(sweep, metric) {
  const levels = Object.keys(metric.analysis.factors).flatMap((name) => levelsOf(sweep, name, metric));
  const means = levels.map((l) => l.mean);
  const span = Math.max(...means) - Math.min(...means);
  const room = span > 0 ? 2 * span : Infinity;
  const low = Math.max(Math.min(...levels.map((l) => l.ci_low ?? l.mean)), Math.min(...means) - room);
  const high = Math.min(Math.max(...levels.map((l) => l.ci_high ?? l.mean)), Math.max(...means) + room);
  const air = 0.06 * (high - low || Math.abs(high) || 1);
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air];
}

function tableOf(sweep, metric) {
  const rows = Object.keys(metric.analysis.factors).flatMap((name) => levelsOf(sweep, name, metric).map((l) => ({ name, ...l })));
  return numbers(`Main effects on ${metric.name}`, [
    { name: "Factor", head: true, cell: (r) => r.name },
    { name: "Value", cell: (r) => String(r.text) },
    { name: metric.name, numeric: true, cell: (r) => line(r, metric.kind) },
  ], rows);
}
