import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { hasInterval, line } from "./estimate.js";
import { figure, kNarrow, kPlotStyle, redraw, shorten } from "./figure.js";
import { format, formatTogether } from "./format.js";
import { section } from "./section.js";
import { numbers } from "./table.js";

const kLabels = {
  "scans.total": "Faces scanned", "answers.contact_ice": "Answers “contact ICE”", "identification.false_match": "Matched to somebody else",
  "latency.answer_s.p50": "Time to an answer, median", "latency.answer_s.p95": "Time to an answer, 95 of 100 within",
  "ice.utilisation": "ICE agents’ time on calls", "stops.prolonged": "Stops prolonged", "custody.holds": "People held",
  "custody.wrongful.any.count": "Held wrongly", "custody.wrongful.any.per_100k_scans": "Held wrongly, per 100,000 scans",
  "custody.wrongful.any.person_hours": "Person-hours of wrongful holds", "custody.wrongful.us_citizen.count": "US citizens held",
  "custody.wrongful.us_citizen.per_100k_scans": "US citizens held, per 100,000 scans", "custody.wrongful.lawful_status.count": "People with lawful status held",
  "custody.wrongful.false_match.count": "Held as somebody else", "custody.wrongful.stale_record.count": "Held on a wrong record",
  "exposure.images": "Photos kept", "exposure.citizen_images": "Photos of citizens kept", "exposure.image_years": "Photo-years",
  "exposure.breached_images": "Photos expected to be taken in a breach",
};
const labelOf = (m) => kLabels[m.metric] ?? m.metric;
const kindOf = (m) => (m.unit === "s" ? "seconds" : m.unit === "share" ? "share" : "count");

/** What luck leaves open and what is not known; and which assumption moves what most. */
export function worlds(study) {
  const bands = (study.worlds?.metrics ?? []).filter((m) => m.as_assumed && m.ignorance_low !== null);
  const tornado = (study.tornado ?? []).filter((m) => m.bars.length > 0);
  if (bands.length === 0 && tornado.length === 0) return null;
  return section("worlds", "Luck, and what is not known",
    "Two kinds of not knowing: what luck does to a number in the world as it is assumed, and how the number would differ if the assumptions were otherwise within their ranges.",
    bands.length > 0 && bandsFigure(study.worlds, bands), tornado.length > 0 && tornadoFigure(tornado));
}

function bandsFigure({ worlds: n, varied }, bands) {
  const range = (m, low, high) => formatTogether(kindOf(m), [low, high]);
  const ignorance = (m) => { const { texts, suffix } = range(m, m.ignorance_low, m.ignorance_high); return `${texts[0]} to ${texts[1]}${suffix}`; };
  return figure({
    title: `${n} worlds`, note: `Each world draws ${varied} assumptions from their ranges. Every row has its own scale, from nothing to the highest of its numbers.`,
    legend: [{ mark: "waiting", text: "not known: the middle 95 of 100 worlds" }, { mark: "busy", text: "luck: the interval in the world as assumed" }],
    label: bands.map((m) => `${labelOf(m)}: ${line(m.as_assumed, kindOf(m))} as assumed, ${ignorance(m)} over worlds`).join("; "),
    draw: (width) => bandsPlot(bands, ignorance, width),
    after: numbers("Luck and ignorance", [
      { name: "Number", head: true, cell: labelOf },
      { name: "As assumed", numeric: true, cell: (m) => format(kindOf(m), m.as_assumed.mean) },
      { name: "Luck", numeric: true, cell: (m) => hasInterval(m.as_assumed) ? luck(m) : "no interval" },
      { name: "Not known", numeric: true, cell: ignorance },
      { name: "Share of variance not known", numeric: true, cell: (m) => m.ignorance_share === null ? "cannot be told" : format("share", m.ignorance_share) },
    ], bands),
  });
}

function luck(m) {
  const { texts, suffix } = formatTogether(kindOf(m), [m.as_assumed.ci_low, m.as_assumed.ci_high]);
  return `${texts[0]} to ${texts[1]}${suffix}`;
}

function bandsPlot(bands, ignorance, width) {
  const narrow = width < kNarrow;
  const data = bands.map((m, i) => {
    const low = m.as_assumed.ci_low ?? m.as_assumed.mean, high = m.as_assumed.ci_high ?? m.as_assumed.mean;
    const most = Math.max(m.ignorance_high, high, m.as_assumed.mean) || 1;
    const at = (v) => Math.max(0, v) / most;
    return { i, label: shorten(labelOf(m), narrow ? 44 : 64), text: ignorance(m), low: at(m.ignorance_low), high: at(m.ignorance_high), from: at(low), to: at(high), mean: at(m.as_assumed.mean) };
  });
  const dy = narrow ? 10 : 0;
  return Plot.plot({
    width, height: bands.length * (narrow ? 48 : 32) + 16, style: kPlotStyle, marginLeft: narrow ? 4 : 250, marginRight: narrow ? 8 : 190, marginTop: 6, marginBottom: 10,
    x: { domain: [0, 1], axis: null }, y: { type: "band", domain: data.map((d) => d.i), axis: null },
    marks: [
      Plot.link(data, { x1: 0, x2: 1, y1: "i", y2: "i", dy, stroke: "var(--rule)" }),
      Plot.link(data, { x1: "low", x2: "high", y1: "i", y2: "i", dy, stroke: "var(--orange)", strokeWidth: 12, strokeOpacity: 0.4 }),
      Plot.link(data, { x1: "from", x2: "to", y1: "i", y2: "i", dy, stroke: "var(--blue)", strokeWidth: 5 }),
      Plot.dot(data, { x: "mean", y: "i", dy, r: 4.5, fill: "var(--page)", stroke: "var(--blue)", strokeWidth: 2 }),
      narrow ? Plot.text(data, { y: "i", text: "label", frameAnchor: "left", textAnchor: "start", dy: -9, fill: "var(--ink)" })
        : Plot.text(data, { y: "i", text: "label", frameAnchor: "left", textAnchor: "end", dx: -14, lineWidth: 18, fill: "var(--ink)", fontSize: 13 }),
      Plot.text(data, { y: "i", text: "text", frameAnchor: "right", textAnchor: narrow ? "end" : "start", dx: narrow ? 0 : 14, dy: narrow ? -9 : 0, fontVariant: "tabular-nums", fill: narrow ? "var(--ink-soft)" : undefined, stroke: "var(--page)", strokeWidth: 4 }),
    ],
  });
}

function tornadoFigure(metrics) {
  const usual = metrics.find((m) => m.metric === "custody.wrongful.any.count") ?? metrics[0];
  const state = { metric: usual };
  const below = h("div", {});
  const drawing = figure({
    title: "Which assumption moves what most", note: "Each assumption alone at the ends of its range, all else as written, under the same luck. Thin lines are intervals.",
    legend: [{ mark: "busy", text: "at the low end" }, { mark: "waiting", text: "at the high end" }],
    label: "Change of the chosen number by assumption; the numbers are in the table below.",
    draw: (width) => tornadoPlot(state.metric, width),
  });
  const show = (name) => {
    state.metric = metrics.find((m) => m.metric === name);
    below.replaceChildren(tornadoTable(state.metric));
    redraw(drawing);
  };
  show(usual.metric);
  return [h("label", { class: "reference" }, "Number", h("select", { onchange: (event) => show(event.target.value) },
    metrics.map((m) => h("option", { value: m.metric, selected: m === usual }, labelOf(m))))), drawing, below];
}

function tornadoTable(metric) {
  const change = (side) => [h("span", { class: "value" }, `${side.difference.mean > 0 ? "+" : ""}${format(kindOf(metric), side.difference.mean)}`), h("span", { class: "range" }, `at ${side.at}`)];
  return numbers(`Changes of ${labelOf(metric)}`, [
    { name: "Assumption", head: true, cell: (b) => [b.meaning, h("span", { class: "range" }, `${b.path}, as written ${b.value}`)] },
    { name: "At the low end", numeric: true, cell: (b) => change(b.low) },
    { name: "At the high end", numeric: true, cell: (b) => change(b.high) },
  ], metric.bars);
}

function tornadoPlot(metric, width) {
  const narrow = width < kNarrow;
  const bars = metric.bars.flatMap((b, i) => [["low", b.low], ["high", b.high]].map(([end, side]) => ({ i, end, to: side.difference.mean, from: side.difference.ci_low, until: side.difference.ci_high })));
  const labels = metric.bars.map((b, i) => ({ i, text: shorten(b.path, narrow ? 40 : 36) }));
  const dy = narrow ? 9 : 0;
  return Plot.plot({
    width, height: metric.bars.length * (narrow ? 44 : 28) + 52, style: kPlotStyle, marginLeft: narrow ? 6 : 262, marginRight: 16, marginTop: 4, marginBottom: 40,
    x: { label: `change of: ${labelOf(metric)}`, labelAnchor: "center", labelArrow: "none", tickFormat: (v) => `${v > 0 ? "+" : ""}${format(kindOf(metric), v)}`, ticks: narrow ? 3 : 6, nice: true, labelOffset: 36 },
    y: { type: "band", domain: labels.map((l) => l.i), axis: null, padding: narrow ? 0.62 : 0.3 },
    marks: [
      Plot.barX(bars, { y: "i", x1: 0, x2: "to", dy, fill: (b) => b.end === "low" ? "var(--blue)" : "var(--orange)", fillOpacity: 0.85 }),
      Plot.link(bars.filter((b) => b.from !== null), { y1: "i", y2: "i", x1: "from", x2: "until", dy, stroke: "var(--ink)", strokeOpacity: 0.5 }),
      Plot.ruleX([0], { stroke: "var(--ink-faint)" }),
      Plot.text(labels, { y: "i", text: "text", frameAnchor: "left", textAnchor: narrow ? "start" : "end", dx: narrow ? 0 : -12, dy: narrow ? -10 : 0, fill: "var(--ink)" }),
    ],
  });
}
