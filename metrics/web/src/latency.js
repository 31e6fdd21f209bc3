import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { cell, hasInterval, line } from "./estimate.js";
import { figure, kNarrow, kPlotStyle, shorten } from "./figure.js";
import { format } from "./format.js";
import { rebin } from "./rebin.js";
import { section } from "./section.js";
import { numbers } from "./table.js";

const kTicks = [0.01, 0.1, 1, 10, 60, 600, 3600, 36000, 360000];
const kPoints = [
  { key: "p50", mark: "p50", text: "half within (median)" },
  { key: "mean", mark: "mean", text: "average" },
  { key: "p95", mark: "p95", text: "95 of 100 within" },
  { key: "p99", mark: "p99", text: "99 of 100 within" },
];

/** How long each stage takes: a summary of all, then the whole distribution of each. */
export function latency(study) {
  const stages = (study.latency ?? []).filter((s) => s.p50 && s.p50.mean !== null);
  if (stages.length === 0) return null;
  const domain = timeDomain(stages);
  return section("latency", "How long each stage takes",
    "Times on this scale grow by steps of ten, so that seconds and hours fit on one line.",
    figure({
      title: "Typical and long times", legend: kPoints,
      note: "Faint bars around the marks are confidence intervals.",
      label: stages.map((s) => `${s.label}: half within ${format("seconds", s.p50.mean)}, 95 of 100 within ${format("seconds", s.p95.mean)}`).join("; "),
      draw: (width) => rangePlot(stages, domain, width),
      after: numbers("Times by stage", [
        { name: "Stage", head: true, cell: (s) => [s.label, h("span", { class: "range" }, s.meaning)] },
        { name: "Average", numeric: true, cell: (s) => cell(s.mean, "seconds") },
        { name: "Half within", numeric: true, cell: (s) => cell(s.p50, "seconds") },
        { name: "95 of 100 within", numeric: true, cell: (s) => cell(s.p95, "seconds") },
        { name: "99 of 100 within", numeric: true, cell: (s) => cell(s.p99, "seconds") },
      ], stages),
    }),
    h("div", { class: "multiples" }, stages.filter((s) => (s.histogram ?? []).length > 0).map((s) => figure({
      title: s.label, note: s.meaning,
      label: `Distribution of ${s.label}: median ${line(s.p50, "seconds")}.`,
      draw: (width) => histogram(s, domain, width),
    }))));
}

function timeDomain(stages) {
  const values = stages.flatMap((s) => [s.p50.mean, s.mean?.mean, s.p99?.mean, s.p99?.ci_high]).filter((v) => v > 0);
  const low = Math.min(...values, 1) / 4;
  const high = Math.max(...values, 10) * 1.5;
  return [Math.max(0.005, low), high];
}

function ticksIn([low, high], narrow) {
  const inside = kTicks.filter((t) => t >= low && t <= high);
  return narrow && inside.length > 5 ? inside.filter((t) => t !== 0.1 && t !== 10) : inside;
}

function rangePlot(stages, domain, width) {
  const narrow = width < kNarrow;
  const clamp = (v) => Math.min(domain[1], Math.max(domain[0], v));
  const points = stages.flatMap((s, i) => kPoints.filter(({ key }) => s[key] && s[key].mean !== null)
    .map(({ key, text }) => ({ i, key, x: clamp(s[key].mean), low: clamp(s[key].ci_low ?? s[key].mean), high: clamp(s[key].ci_high ?? s[key].mean),
      interval: hasInterval(s[key]), title: `${s.label}, ${text}: ${line(s[key], "seconds")}` })));
  const spans = stages.map((s, i) => ({ i, x1: clamp(s.p50.mean), x2: clamp((s.p99 ?? s.p50).mean), label: shorten(s.label),
    text: `${format("seconds", s.p50.mean)} / ${format("seconds", (s.p95 ?? s.p50).mean)}` }));
  const of = (key) => points.filter((p) => p.key === key);
  const dy = narrow ? 9 : 0;
  const label = narrow
    ? { frameAnchor: "left", textAnchor: "start", dy: -9 }
    : { frameAnchor: "left", textAnchor: "end", dx: -14, lineWidth: 13, fontSize: 13 };
  return Plot.plot({
    width, height: stages.length * (narrow ? 48 : 44) + 34, style: kPlotStyle,
    marginLeft: narrow ? 4 : 170, marginRight: 12, marginTop: 4, marginBottom: 30,
    x: { type: "log", domain }, y: { type: "band", domain: spans.map((s) => s.i), axis: null },
    marks: [
      Plot.axisX({ ticks: ticksIn(domain, narrow), tickFormat: tick, tickSize: 0, label: null }),
      Plot.gridX({ ticks: ticksIn(domain, false), stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.link(spans, { x1: "x1", x2: "x2", y1: "i", y2: "i", dy, stroke: "var(--ink-faint)", strokeWidth: 1.5 }),
      Plot.link(points.filter((p) => p.interval), { x1: "low", x2: "high", y1: "i", y2: "i", dy, stroke: "var(--blue)", strokeWidth: 11, strokeOpacity: 0.22 }),
      Plot.dot(of("p99"), { x: "x", y: "i", dy, r: 4.5, fill: "var(--page)", stroke: "var(--orange)", strokeWidth: 2 }),
      Plot.dot(of("p95"), { x: "x", y: "i", dy, r: 5, fill: "var(--orange)" }),
      Plot.dot(of("p50"), { x: "x", y: "i", dy, r: 5.5, fill: "var(--blue)" }),
      Plot.dot(of("mean"), { x: "x", y: "i", dy, r: 5, symbol: "diamond", fill: "var(--page)", stroke: "var(--blue)", strokeWidth: 2 }),
      Plot.text(spans, { y: "i", text: "label", fill: "var(--ink)", ...label }),
      Plot.tip(points, Plot.pointer({ x: "x", y: "i", title: "title", maxRadius: 30 })),
    ],
  });
}

function tick(seconds) {
  return format("seconds", seconds).replace("60.0 s", "1 min").replace("60 s", "1 min").replace("60 min", "1 h").replace(".0 ", " ");
}

function histogram(stage, domain, width) {
  const bars = rebin(stage.histogram, domain, width < 280 ? 8 : 12);
  return Plot.plot({
    width, height: 132, style: kPlotStyle, marginLeft: 4, marginRight: 10, marginTop: 18, marginBottom: 26,
    x: { type: "log", domain }, y: { axis: null, domain: [0, Math.max(...bars.map((b) => b.share), 1e-9)] },
    marks: [
      Plot.rect(bars, { x1: "low", x2: "high", y1: 0, y2: "share", fill: "var(--blue)", fillOpacity: 0.55, inset: 0.5 }),
      Plot.ruleX([stage.p50], { x: "mean", stroke: "var(--blue)", strokeWidth: 2 }),
      stage.p95 ? Plot.ruleX([stage.p95], { x: "mean", stroke: "var(--orange)", strokeWidth: 2 }) : null,
      Plot.axisX({ ticks: ticksIn(domain, true), tickFormat: tick, tickSize: 3, label: null }),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.text([stage.p50], { x: "mean", frameAnchor: "top", dy: -12, text: (e) => format("seconds", e.mean), fill: "var(--blue)" }),
      farApart(stage) ? Plot.text([stage.p95], { x: "mean", frameAnchor: "top", dy: -12, text: (e) => format("seconds", e.mean), fill: "var(--orange)" }) : null,
    ],
  });
}

/** The two labels would lie over each other if the long time is close to the typical one. */
function farApart(stage) {
  return stage.p95?.mean > 2.2 * stage.p50.mean;
}
