import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { cell, hasInterval, line } from "./estimate.js";
import { figure, kNarrow, kPlotStyle, shorten } from "./figure.js";
import { format, tick } from "./format.js";
import { rebin } from "./rebin.js";
import { section } from "./section.js";
import { numbers } from "./table.js";

const kTicks = [0.01, 0.1, 1, 10, 60, 600, 3600, 36000, 86400, 864000];
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
    "The time axis is logarithmic, so that seconds and hours fit on one line: equal distances are equal ratios.",
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

/** From the shortest to the longest times of any stage, leaving out one in two hundred at each end. */
function timeDomain(stages) {
  const marks = stages.flatMap((s) => [s.p50.mean, s.mean?.mean, s.p95?.mean, s.p99?.mean, s.p99?.ci_high]);
  const ends = stages.flatMap((s) => endsOf(s.histogram ?? []));
  const values = [...marks, ...ends].filter((v) => v > 0);
  return [Math.max(0.01, Math.min(...values, 1) / 1.2), Math.max(...values, 10) * 1.3];
}

function endsOf(histogram) {
  const total = histogram.reduce((sum, [, , share]) => sum + share, 0);
  let below = 0;
  let low = null;
  let high = null;
  for (const [from, to, share] of histogram) {
    below += share;
    if (low === null && below > 0.005 * total) low = from;
    if (high === null && below >= 0.995 * total) high = to;
  }
  return [low, high];
}

function ticksIn([low, high], narrow) {
  const inside = kTicks.filter((t) => t >= low && t <= high);
  return narrow && inside.length > 4 ? inside.filter((t) => t !== 0.1 && t !== 10 && t !== 600) : inside;
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
    ? { frameAnchor: "left", textAnchor: "start", dy: -9, stroke: "var(--page)", strokeWidth: 4 }
    : { frameAnchor: "left", textAnchor: "end", dx: -14, lineWidth: 13, fontSize: 13 };
  return Plot.plot({
    width, height: stages.length * (narrow ? 48 : 44) + 34, style: kPlotStyle,
    marginLeft: narrow ? 4 : 170, marginRight: 12, marginTop: 4, marginBottom: 30,
    x: { type: "log", domain, axis: null }, y: { type: "band", domain: spans.map((s) => s.i), axis: null },
    marks: [
      timeAxis(ticksIn(domain, narrow)),
      Plot.ruleX(ticksIn(domain, false), { stroke: "var(--rule)" }),
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

/** Times below the plot; a log axis of Plot would keep only the powers of ten. */
function timeAxis(ticks) {
  return Plot.text(ticks, { x: (t) => t, frameAnchor: "bottom", dy: 18, text: (t) => tick("seconds", t) });
}

function histogram(stage, domain, width) {
  const bars = rebin(stage.histogram, domain, width < 280 ? 8 : 12);
  return Plot.plot({
    width, height: 132, style: kPlotStyle, marginLeft: 4, marginRight: 44, marginTop: 18, marginBottom: 26,
    x: { type: "log", domain, axis: null }, y: { axis: null, domain: [0, Math.max(...bars.map((b) => b.share), 1e-9)] },
    marks: [
      Plot.ruleX(ticksIn(domain, false), { stroke: "var(--rule)" }),
      Plot.rect(bars, { x1: "low", x2: "high", y1: 0, y2: "share", fill: "var(--blue)", fillOpacity: 0.55, inset: 0.5 }),
      Plot.ruleX([stage.p50], { x: "mean", stroke: "var(--blue)", strokeWidth: 2 }),
      stage.p95 ? Plot.ruleX([stage.p95], { x: "mean", stroke: "var(--orange)", strokeWidth: 2 }) : null,
      timeAxis(ticksIn(domain, true)),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.text([stage.p50], { x: "mean", frameAnchor: "top", textAnchor: "end", dx: 3, dy: -12, text: (e) => format("seconds", e.mean), fill: "var(--blue)" }),
      stage.p95 ? Plot.text([stage.p95], { x: "mean", frameAnchor: "top", textAnchor: "start", dx: -3, dy: -12, text: (e) => format("seconds", e.mean), fill: "var(--orange)" }) : null,
    ],
  });
}
