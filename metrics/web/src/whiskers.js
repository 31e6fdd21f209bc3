import * as Plot from "@observablehq/plot";
import { hasInterval, isNone, line } from "./estimate.js";
import { kNarrow, kPlotStyle, shorten } from "./figure.js";
import { tick } from "./format.js";

/** Mean width of a letter in the labels, in pixels. */
const kGlyph = 6.6;

/**
 * Estimates in rows: a dot at the mean, a whisker over the interval. `rows`: `{label, e}`;
 * `options`: `{kind, axis, scale: "linear" | "log"}`. Nothing seen is a hollow dot with a whisker
 * up to its bound; on a log axis, which has no zero, the whisker starts at the left end.
 */
export function whiskers(rows, { kind = "count", axis, scale = "linear" }, width) {
  const narrow = width < kNarrow;
  const domain = scale === "log" ? logDomain(rows) : linearDomain(rows);
  const data = rows.map(({ label, e }, i) => ({
    i, label: shorten(label, narrow ? Math.floor(width / kGlyph) : 64), text: line(e, kind), none: isNone(e),
    at: Math.max(e.mean, domain[0]),
    low: Math.max(hasInterval(e) ? e.ci_low : e.mean, domain[0]),
    high: Math.max(hasInterval(e) ? e.ci_high : e.mean, domain[0]),
  }));
  const crowded = narrow && data.some((d) => (d.label.length + d.text.length) * kGlyph > width);
  const rowHeight = crowded ? 62 : narrow ? 46 : 34;
  const shift = crowded ? 17 : narrow ? 9 : 0;
  const seen = data.filter((d) => !d.none);
  const none = data.filter((d) => d.none);
  const labels = narrow
    ? [Plot.text(data, { y: "i", text: "label", frameAnchor: "left", textAnchor: "start", dy: crowded ? -17 : -8, fill: "var(--ink)", stroke: "var(--page)", strokeWidth: 4 }),
       Plot.text(data, { y: "i", text: "text", ...(crowded ? { frameAnchor: "left", textAnchor: "start", dy: 0 } : { frameAnchor: "right", textAnchor: "end", dy: -8 }), fontVariant: "tabular-nums", fill: "var(--ink-soft)", stroke: "var(--page)", strokeWidth: 4 })]
    : [Plot.text(data, { y: "i", text: "label", frameAnchor: "left", textAnchor: "end", dx: -14, lineWidth: 17, fill: "var(--ink)", fontSize: 13 }),
       Plot.text(data, { y: "i", text: "text", frameAnchor: "right", textAnchor: "start", dx: 14, fontVariant: "tabular-nums" })];
  return Plot.plot({
    width, height: rows.length * rowHeight + 48, style: kPlotStyle,
    marginLeft: narrow ? 4 : 236, marginRight: narrow ? 8 : 176, marginTop: 4, marginBottom: 44,
    x: { type: scale, domain, label: axis, labelAnchor: "center", labelArrow: "none", labelOffset: 38 },
    y: { type: "band", domain: data.map((d) => d.i), axis: null },
    marks: [
      Plot.axisX({ ticks: scale === "log" ? decades(domain, narrow) : narrow ? 4 : 6, tickSize: 0, label: null, tickFormat: (v) => tick(kind, v) }),
      Plot.gridX({ ticks: scale === "log" ? decades(domain, false) : narrow ? 4 : 6, stroke: "var(--rule)", strokeOpacity: 1 }),
      narrow ? null : Plot.ruleY(data, { y: "i", stroke: "var(--rule)", strokeDasharray: "1,4" }),
      Plot.link(seen, { x1: "low", x2: "high", y1: "i", y2: "i", dy: shift, stroke: "var(--blue)", strokeWidth: 5, strokeOpacity: 0.32, strokeLinecap: "round" }),
      Plot.link(none, { x1: "low", x2: "high", y1: "i", y2: "i", dy: shift, stroke: "var(--blue)", strokeWidth: 2, strokeDasharray: "3,3" }),
      Plot.dot(seen, { x: "at", y: "i", dy: shift, r: 5, fill: "var(--blue)" }),
      Plot.dot(none, { x: "at", y: "i", dy: shift, r: 4.5, fill: "var(--page)", stroke: "var(--blue)", strokeWidth: 2 }),
      ...labels,
      Plot.text([axis], { frameAnchor: "bottom", dy: 38, text: (d) => d }),
    ],
  });
}

function linearDomain(rows) {
  const most = Math.max(0, ...rows.map(({ e }) => Math.max(e.mean, e.ci_high ?? 0)));
  return [0, most > 0 ? most * 1.03 : 1];
}

function logDomain(rows) {
  const values = rows.flatMap(({ e }) => [e.mean, e.ci_low, e.ci_high]).filter((v) => v > 0);
  if (values.length === 0) return [0.1, 10];
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  return [low, high > low ? high : low * 10];
}

function decades([low, high], narrow) {
  const all = [];
  for (let p = Math.round(Math.log10(low)); p <= Math.round(Math.log10(high)); ++p) all.push(10 ** p);
  return narrow && all.length > 6 ? all.filter((_, i) => i % 2 === 0) : all;
}
