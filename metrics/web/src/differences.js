import * as Plot from "@observablehq/plot";
import { enumerate, headlineMetrics, isExactlyNone, isKnown, kindOf, signedLine } from "./difference.js";
import { h } from "./dom.js";
import { hasInterval } from "./estimate.js";
import { figure, kPlotStyle, shorten } from "./figure.js";
import { roundTicks, tick } from "./format.js";
import { section } from "./section.js";

/** How far each alternative is from the base, with intervals: a picture for each headline metric. */
export function differences(comparison) {
  const metrics = headlineMetrics(comparison).filter((m) => m.differences.some(isKnown));
  if (metrics.length === 0) return null;
  const [base, ...alternatives] = comparison.scenarios;
  const same = metrics.filter((m) => m.differences.slice(1).every((d) => !isKnown(d) || isExactlyNone(d)));
  const drawn = metrics.filter((m) => !same.includes(m));
  return section("differences", "Difference to the base",
    `Each alternative minus ${base.name}, replication by replication under the same luck. `
    + "A difference is real if its interval does not reach zero.",
    drawn.length > 0 && h("ul", { class: "legend" },
      h("li", {}, h("span", { class: "mark" }), "real"),
      h("li", {}, h("span", { class: "mark open" }), "may be none")),
    h("div", { class: "panels" }, drawn.map((m) => panel(m, alternatives))),
    same.length > 0 && h("p", { class: "aside" }, h("strong", {}, "Exactly the same in every pair of replications: "),
      `${enumerate(same.map((m) => m.alone))}.`));
}

function panel(m, alternatives) {
  const kind = kindOf(m);
  const rows = alternatives.map((s, i) => ({ label: s.name, d: m.differences[i + 1] }));
  return figure({
    title: m.alone, note: m.better === "neither" ? null : `${m.better} is better`,
    label: `${m.alone}: ${rows.map((r) => `${r.label} ${signedLine(r.d, kind)}${r.d?.real ? ", real" : ""}`).join("; ")}.`,
    draw: (width) => dots(rows, kind, width),
  });
}

const kRow = 46;

function dots(rows, kind, width) {
  const data = rows.map(({ label, d }, i) => ({
    i, label: shorten(label, Math.max(8, Math.floor(width / 6.6 - signedLine(d, kind).length - 8))),
    text: signedLine(d, kind) + (d?.real ? " · real" : ""), known: isKnown(d), real: d?.real === true,
    at: d?.mean, low: isKnown(d) && hasInterval(d) ? d.ci_low : d?.mean, high: isKnown(d) && hasInterval(d) ? d.ci_high : d?.mean,
  }));
  const shown = data.filter((d) => d.known);
  const real = shown.filter((d) => d.real);
  const open = shown.filter((d) => !d.real);
  const domain = domainOf(shown);
  const text = { fontSize: 12.5, stroke: "var(--page)", strokeWidth: 4, dy: -11 };
  return Plot.plot({
    width, height: rows.length * kRow + 34, style: kPlotStyle, marginLeft: 10, marginRight: 10, marginTop: 6, marginBottom: 28,
    x: { domain }, y: { type: "band", domain: data.map((d) => d.i), axis: null },
    marks: [
      Plot.axisX({ ticks: roundTicks(kind, domain, 4), tickSize: 0, label: null, tickFormat: (v) => signedTick(kind, v) }),
      Plot.gridX({ ticks: roundTicks(kind, domain, 4), stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.tickX(data, { x: 0, y: "i", insetTop: 21, insetBottom: -2, stroke: "var(--ink)", strokeWidth: 1.5 }),
      Plot.link(real, { x1: "low", x2: "high", y1: "i", y2: "i", dy: 10, stroke: "var(--blue)", strokeWidth: 5, strokeOpacity: 0.4, strokeLinecap: "round" }),
      Plot.link(open, { x1: "low", x2: "high", y1: "i", y2: "i", dy: 10, stroke: "var(--ink-faint)", strokeWidth: 2 }),
      Plot.dot(real, { x: "at", y: "i", dy: 10, r: 5.5, fill: "var(--blue)" }),
      Plot.dot(open, { x: "at", y: "i", dy: 10, r: 5, fill: "var(--page)", stroke: "var(--ink-faint)", strokeWidth: 2 }),
      Plot.text(data, { ...text, y: "i", text: "label", frameAnchor: "left", dx: -10, textAnchor: "start", fill: "var(--ink)", fontWeight: 550 }),
      Plot.text(data, { ...text, y: "i", text: "text", frameAnchor: "right", dx: 10, textAnchor: "end", fill: "var(--ink-soft)", fontVariant: "tabular-nums" }),
    ],
  });
}

/** All intervals and zero, with a little air. */
function domainOf(shown) {
  const low = Math.min(0, ...shown.map((d) => d.low));
  const high = Math.max(0, ...shown.map((d) => d.high));
  const air = 0.06 * (high - low || 1);
  return [low - air, high + air];
}

function signedTick(kind, v) {
  if (v === 0) return "0";
  return (v > 0 ? "+" : "\u2212") + tick(kind, Math.abs(v));
}
