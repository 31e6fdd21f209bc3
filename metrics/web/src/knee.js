import * as Plot from "@observablehq/plot";
import { kindOf } from "./difference.js";
import { hasInterval, line } from "./estimate.js";
import { figure, kPlotStyle, shorten } from "./figure.js";
import { format, roundTicks, tick } from "./format.js";
import { section } from "./section.js";
import { textAt } from "./capacity.js";

/** A metric so many times its limit is drawn at the top edge: the knee is where it leaves the limit behind. */
const kTop = 4;

/** The knee: each metric of the service level, and each resource, as what is varied grows. */
export function knee(capacity) {
  const terms = capacity.terms.map((term) => termFigure(capacity, term)).filter(Boolean);
  if (terms.length === 0) return null;
  return section("knee", "Where it turns",
    "Each point that was simulated, with its interval, against the limit. Between the dashed lines the replications tell neither that the level holds nor that it fails.",
    terms, resourceFigure(capacity));
}

/** A position for each value; equal steps where the values span more than a factor of ten. */
function scaleX(capacity) {
  const values = capacity.points.map((p) => p.value);
  const wide = Math.max(...values) > 10 * Math.min(...values);
  const from = Math.min(...values), to = Math.max(...values);
  return wide ? { type: "log", domain: [from / 1.1, to * 1.1] } : { type: "linear", domain: [from - 0.05 * (to - from || from), to + 0.05 * (to - from || from)] };
}

/** Labels at values that were tried, as many as have room. */
function ticksX(capacity, width) {
  const most = Math.max(2, Math.floor(width / 90));
  const values = capacity.points.map((p) => p.value);
  const scale = scaleX(capacity);
  const place = scale.type === "log" ? Math.log : (v) => v;
  const gap = (place(scale.domain[1]) - place(scale.domain[0])) / most;
  const first = capacity.answer.value ?? values[0];
  const chosen = [first];
  for (const v of values) if (chosen.every((c) => Math.abs(place(c) - place(v)) >= gap)) chosen.push(v);
  return chosen;
}

function frame(capacity, width) {
  const bounds = [capacity.answer.surely_holds_at, capacity.answer.surely_fails_at].filter((v) => v !== null);
  return {
    x: scaleX(capacity),
    marks: [
      Plot.ruleX(bounds, { stroke: "var(--ink-faint)", strokeDasharray: "4,4" }),
      Plot.axisX(ticksX(capacity, width), { tickSize: 4, label: null, tickFormat: (v) => shorten(textAt(capacity, v), 12) }),
      Plot.text([capacity.varied.name], { frameAnchor: "bottom", dy: 38, text: (d) => d }),
    ],
  };
}

function termFigure(capacity, term) {
  const kind = kindOf(term);
  const known = capacity.points.filter((p) => p.terms[term.metric] && p.terms[term.metric].mean !== null)
    .map((p) => ({ ...p, e: p.terms[term.metric] }));
  if (known.length === 0) return null;
  return figure({
    title: term.metric, note: `The limit: ${term.bound === "<=" ? "at most" : "at least"} ${format(kind, term.limit)}.`,
    legend: [{ mark: "busy", text: "the service level holds" }, { mark: "waiting", text: "it fails" }, { mark: "mean", text: "hollow: not surely" }],
    label: known.map((p) => `${p.text}: ${line(p.e, kind)}`).join("; "),
    draw: (width) => termPlot(capacity, term, kind, known, width),
  });
}

function termPlot(capacity, term, kind, known, width) {
  const highest = Math.max(...known.map((p) => p.e.ci_high ?? p.e.mean), term.limit);
  const top = term.limit > 0 ? Math.min(highest, kTop * term.limit) : highest;
  const cut = (v) => Math.min(v, top);
  const data = known.map((p) => ({ value: p.value, at: cut(p.e.mean), low: hasInterval(p.e) ? cut(p.e.ci_low) : null, high: hasInterval(p.e) ? cut(p.e.ci_high) : null,
    beyond: p.e.mean > top, holds: p.holds, sure: p.sure, title: `${p.text}: ${line(p.e, kind)}` }));
  const colour = (d) => (d.holds ? "var(--blue)" : "var(--orange)");
  const { x, marks } = frame(capacity, width);
  return Plot.plot({
    width, height: 300, style: kPlotStyle, marginLeft: 62, marginRight: 16, marginTop: 14, marginBottom: 44,
    x, y: { domain: [0, top * 1.06 || 1] },
    marks: [
      Plot.axisY({ ticks: roundTicks(kind, [0, top]), tickSize: 0, label: null, tickFormat: (v) => tick(kind, v) }),
      Plot.gridY({ ticks: roundTicks(kind, [0, top]), stroke: "var(--rule)", strokeOpacity: 1 }),
      ...marks,
      Plot.line(data, { x: "value", y: "at", stroke: "var(--ink-faint)", strokeWidth: 1.2 }),
      Plot.ruleY([term.limit], { stroke: "var(--ink)", strokeWidth: 1.5 }),
      Plot.link(data.filter((d) => d.low !== null), { x1: "value", x2: "value", y1: "low", y2: "high", stroke: colour, strokeWidth: 5, strokeOpacity: 0.35, strokeLinecap: "round" }),
      Plot.dot(data.filter((d) => !d.beyond), { x: "value", y: "at", r: 5, fill: (d) => (d.sure ? colour(d) : "var(--page)"), stroke: colour, strokeWidth: 2 }),
      Plot.dot(data.filter((d) => d.beyond), { x: "value", y: "at", r: 5, symbol: "triangle", fill: colour }),
      Plot.tip(data, Plot.pointer({ x: "value", y: "at", title: "title" })),
    ],
  });
}

/** How each resource fills up on the way. */
function resourceFigure(capacity) {
  const lines = capacity.points.flatMap((p) => p.resources.map((r) => ({ value: p.value, name: r.name, use: r.mean, title: `${r.name} at ${p.text}: ${line(r, "share")}` })));
  if (lines.length === 0) return null;
  const first = capacity.saturates_first;
  return figure({
    title: "How full each resource is", note: first ? `Orange: ${first}, which runs out first.` : null,
    label: `Use of each resource at each point; ${first ?? "none"} is the fullest.`,
    draw: (width) => resourcePlot(capacity, lines, first, width),
  });
}

function resourcePlot(capacity, lines, first, width) {
  const { x, marks } = frame(capacity, width);
  const colour = (name) => (name === first ? "var(--orange)" : "var(--ink-faint)");
  const top = Math.max(1, ...lines.map((l) => l.use));
  return Plot.plot({
    width, height: 260, style: kPlotStyle, marginLeft: 62, marginRight: 16, marginTop: 14, marginBottom: 44,
    x, y: { domain: [0, top] },
    marks: [
      Plot.axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: (v) => tick("share", v) }),
      Plot.gridY({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 1 }),
      ...marks,
      Plot.line(lines, { x: "value", y: "use", z: "name", stroke: (l) => colour(l.name), strokeWidth: (l) => (l.name === first ? 2.5 : 1.5) }),
      Plot.dot(lines, { x: "value", y: "use", r: 3, fill: (l) => colour(l.name) }),
      Plot.tip(lines, Plot.pointer({ x: "value", y: "use", title: "title" })),
    ],
  });
}
