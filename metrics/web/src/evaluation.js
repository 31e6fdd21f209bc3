import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { figure, kPlotStyle } from "./figure.js";
import { format, formatTogether, plural } from "./format.js";
import { section } from "./section.js";
import { numbers, table } from "./table.js";

export const evaluationTitle = (e) => `The matcher ${e.matcher.name} on ${e.data_set.name}`;

/** The head of the page of an evaluated matcher. */
export function evaluationHead(e) {
  const facts = [
    ["Photos", `${format("count", e.data_set.photos)} of ${plural(e.data_set.people, "person", "people")}`],
    ["Template", `${e.matcher.dimension} numbers, ${e.matcher.effort === "accurate" ? "the mean of a face and its mirror image" : "of one crop"}`],
    ["Match", `at a distance of ${round(e.matcher.threshold)} or less`],
  ];
  return h("header", { class: "masthead" },
    h("p", { class: "eyebrow" }, "Evaluation of a face matcher"),
    h("h1", {}, evaluationTitle(e)),
    h("p", { class: "question" }, "How often does it miss a person who is enrolled, and how often does it find one who is not?"),
    h("dl", { class: "facts" }, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}

const round = (v) => Number(v.toPrecision(4)).toString();
const share = (v) => format("share", v);

function between(mean, low, high) {
  const { texts, suffix } = formatTogether("share", [mean, low, high]);
  return [h("span", { class: "value" }, texts[0] + suffix), h("span", { class: "range" }, `${texts[1]} to ${texts[2]}${suffix}`)];
}
const cell = (rate) => (rate ? between(rate.mean, rate.ci_low, rate.ci_high) : "none searched");

/** Photos that gave a template, and why others did not. */
export function detection(e) {
  const { found, missed, failures, missed_files: files } = e.detection;
  const reasons = Object.entries(failures).map(([reason, count]) => ({ reason: reason.replaceAll("_", " "), count }));
  return section("detection", "Photos that gave a template",
    `${format("count", found)} of ${plural(found + missed, "photo")}: ${share(found / Math.max(1, found + missed))}. A photo without a template matches nobody, and counts as an error wherever its person should have been found.`,
    reasons.length > 0 && table("Why photos gave no template", [
      { name: "Reason", head: true, cell: (r) => r.reason }, { name: "Photos", numeric: true, cell: (r) => format("count", r.count) }], reasons),
    files.length > 0 && h("details", { class: "numbers" }, h("summary", {}, "Which photos"), h("ul", {}, files.map((f) => h("li", {}, f)))));
}

/** LFW's protocol. */
export function verification(e) {
  const v = e.verification;
  if (!v) return null;
  const rows = [
    { name: "Accuracy, at the best threshold of the other folds", text: [h("span", { class: "value" }, share(v.accuracy.mean)), h("span", { class: "range" }, `standard deviation ${share(v.accuracy.sd)} between ${plural(v.accuracy.folds.length, "fold")}`)] },
    { name: "Equal error rate", text: between(v.eer, ...v.intervals.eer) },
    { name: "Right of mated pairs, with 1 in 100 others called the same", text: between(v.tpr_at_fmr["1e-2"], ...v.intervals.tpr_at_fmr["1e-2"]) },
    { name: "Right of mated pairs, with 1 in 1,000 others called the same", text: between(v.tpr_at_fmr["1e-3"], ...v.intervals.tpr_at_fmr["1e-3"]) },
  ];
  return section("verification", "Are these two photos of one person?",
    `${plural(v.pairs.mated, "pair")} of one person and ${format("count", v.pairs.non_mated)} of two, by the protocol of Labeled Faces in the Wild. Intervals (${share(e.confidence)}) come from drawing people anew.`,
    table("Verification", [{ name: "Measure", head: true, cell: (r) => r.name }, { name: "Value", numeric: true, cell: (r) => r.text }], rows));
}

/** False negatives against false positives. */
export function det(e) {
  const i = e.identification;
  const points = (i?.det ?? []).filter((p) => p.fpir && p.fnir);
  if (points.length === 0) return null;
  const o = i.operating;
  return section("det", "Is this person in the gallery?",
    `Searches of a gallery of ${plural(i.people, "person", "people")} with one photo each: ${format("count", o.fnir.searches)} for people who are in it, ${format("count", o.fpir.searches)} for people who are not.`,
    figure({
      title: "Misses against false finds", note: "Each point is a threshold. Both axes are logarithmic; what never happened is drawn at the lower edge.",
      legend: [{ mark: "busy", text: "by threshold, with its interval" }, { mark: "waiting", text: `at a distance of ${round(o.threshold)}` }],
      label: `At the threshold in use ${share(o.fpir.mean)} of searches for people who are not in the gallery found somebody, and ${share(o.fnir.mean)} for people who are in it missed them.`,
      draw: (width) => detPlot(points, o, width),
      after: numbers("Rates by threshold", [
        { name: "Threshold", head: true, cell: (p) => round(p.threshold) },
        { name: "FPIR", numeric: true, cell: (p) => cell(p.fpir) }, { name: "FNIR", numeric: true, cell: (p) => cell(p.fnir) },
      ], points),
    }),
    table("At the threshold in use", [
      { name: "At the threshold in use", head: true, cell: (r) => r.name }, { name: "Share of searches", numeric: true, cell: (r) => cell(r.rate) }], [
      { name: "FPIR: somebody was found who is not in the gallery", rate: o.fpir }, { name: "FNIR: somebody who is in it was missed", rate: o.fnir }]));
}

/** A logarithmic axis of shares, down to the smallest that the number of searches can show. */
function shareAxis(rates) {
  const low = Math.min(...rates.map((r) => 0.5 / r.searches));
  return { low, clamp: (v) => Math.max(low, Math.min(1, v)), domain: [low, 1], ticks: [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1].filter((t) => t >= low) };
}
const tickText = (v) => `${Number((100 * v).toPrecision(2))}%`;

function detPlot(points, o, width) {
  const x = shareAxis(points.map((p) => p.fpir));
  const y = shareAxis(points.map((p) => p.fnir));
  const data = points.map((p) => ({ x: x.clamp(p.fpir.mean), y: y.clamp(p.fnir.mean), low: y.clamp(p.fnir.ci_low), high: y.clamp(p.fnir.ci_high) }));
  const here = [{ x: x.clamp(o.fpir.mean), y: y.clamp(o.fnir.mean), x1: x.clamp(o.fpir.ci_low), x2: x.clamp(o.fpir.ci_high), y1: y.clamp(o.fnir.ci_low), y2: y.clamp(o.fnir.ci_high) }];
  return Plot.plot({
    width, height: Math.min(460, Math.max(280, width * 0.6)), style: kPlotStyle, marginLeft: 56, marginRight: 18, marginTop: 30, marginBottom: 44,
    x: { type: "log", domain: x.domain, ticks: x.ticks, tickFormat: tickText, label: "false positive identification rate", labelAnchor: "center", labelArrow: "none" },
    y: { type: "log", domain: y.domain, ticks: y.ticks, tickFormat: tickText, label: "false negative identification rate", labelArrow: "none" },
    marks: [
      Plot.gridX(x.ticks, { stroke: "var(--rule)", strokeOpacity: 1 }), Plot.gridY(y.ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.areaY(data, { x: "x", y1: "low", y2: "high", fill: "var(--blue)", fillOpacity: 0.16 }),
      Plot.line(data, { x: "x", y: "y", stroke: "var(--blue)", strokeWidth: 2 }),
      Plot.link(here, { x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: "var(--orange)", strokeWidth: 2 }),
      Plot.link(here, { x1: "x", x2: "x", y1: "y1", y2: "y2", stroke: "var(--orange)", strokeWidth: 2 }),
      Plot.dot(here, { x: "x", y: "y", r: 5, fill: "var(--orange)" }),
    ],
  });
}

/** How the rates grow with the gallery. */
export function bySize(e) {
  const sizes = (e.identification?.by_size ?? []).filter((s) => s.people > 0 && s.fpir && s.fnir);
  if (sizes.length < 2) return null;
  return section("sizes", "With more people in the gallery",
    "The same threshold: every further person in the gallery is one more who may be taken for somebody else.",
    figure({
      title: "Rates by the size of the gallery", legend: [{ mark: "busy", text: "FPIR" }, { mark: "waiting", text: "FNIR" }],
      note: "Both axes are logarithmic; what never happened is drawn at the lower edge.",
      label: sizes.map((s) => `${s.people} people: FPIR ${share(s.fpir.mean)}, FNIR ${share(s.fnir.mean)}`).join("; "),
      draw: (width) => sizePlot(sizes, width),
      after: numbers("Rates by size", [
        { name: "People", head: true, cell: (s) => format("count", s.people) },
        { name: "FPIR", numeric: true, cell: (s) => cell(s.fpir) }, { name: "FNIR", numeric: true, cell: (s) => cell(s.fnir) },
        { name: "First rank", numeric: true, cell: (s) => cell(s.rank_1) },
      ], sizes),
    }));
}

function sizePlot(sizes, width) {
  const axis = shareAxis(sizes.flatMap((s) => [s.fpir, s.fnir]));
  const rows = (kind) => sizes.map((s) => ({ n: s.people, y: axis.clamp(s[kind].mean), low: axis.clamp(s[kind].ci_low), high: axis.clamp(s[kind].ci_high) }));
  const marks = (data, color) => [
    Plot.link(data, { x1: "n", x2: "n", y1: "low", y2: "high", stroke: color, strokeWidth: 7, strokeOpacity: 0.25 }),
    Plot.line(data, { x: "n", y: "y", stroke: color, strokeWidth: 2 }), Plot.dot(data, { x: "n", y: "y", r: 4, fill: color }),
  ];
  return Plot.plot({
    width, height: 300, style: kPlotStyle, marginLeft: 56, marginRight: 18, marginTop: 30, marginBottom: 44,
    x: { type: "log", label: "people in the gallery", labelAnchor: "center", labelArrow: "none", ticks: sizes.map((s) => s.people), tickFormat: (v) => format("count", v) },
    y: { type: "log", domain: axis.domain, ticks: axis.ticks, tickFormat: tickText, label: "share of searches", labelArrow: "none" },
    marks: [Plot.gridY(axis.ticks, { stroke: "var(--rule)", strokeOpacity: 1 }), ...marks(rows("fpir"), "var(--blue)"), ...marks(rows("fnir"), "var(--orange)")],
  });
}

/** Whether the own entry is among the first k candidates. */
export function ranks(e) {
  const rows = (e.identification?.ranks ?? []).filter((r) => r.found);
  if (rows.length === 0) return null;
  const low = Math.max(0, Math.min(...rows.map((r) => r.found.ci_low)) - 0.01);
  return section("ranks", "Among the first candidates", "Whatever the distance, how often the person's own entry is among the first.",
    figure({
      title: "Found within the first k candidates", label: `First: ${share(rows[0].found.mean)}; among the first ${rows.length}: ${share(rows.at(-1).found.mean)}.`,
      draw: (width) => Plot.plot({
        width, height: 260, style: kPlotStyle, marginLeft: 56, marginRight: 18, marginTop: 30, marginBottom: 44,
        x: { domain: [1, Math.max(2, rows.length)], label: "candidates", labelAnchor: "center", labelArrow: "none", ticks: Math.min(10, rows.length), tickFormat: (v) => (Number.isInteger(v) ? String(v) : "") },
        y: { domain: [low, 1], tickFormat: (v) => `${Number((100 * v).toPrecision(4))}%`, grid: true, label: "mated searches", labelArrow: "none" },
        marks: [Plot.areaY(rows, { x: "rank", y1: (r) => r.found.ci_low, y2: (r) => r.found.ci_high, fill: "var(--blue)", fillOpacity: 0.16 }),
          Plot.line(rows, { x: "rank", y: (r) => r.found.mean, stroke: "var(--blue)", strokeWidth: 2 })],
      }),
      after: numbers("Found within the first k", [{ name: "Candidates", head: true, cell: (r) => String(r.rank) }, { name: "Found", numeric: true, cell: (r) => cell(r.found) }], rows),
    }));
}

/** By group, and why that is no finding about groups. */
export function byGroup(e) {
  const groups = e.identification?.by_group ?? [];
  if (groups.length === 0) return null;
  return section("groups", "By group of the person in the photo", e.groups_note, table("Rates by group", [
    { name: "Group", head: true, cell: (g) => `${g.label}: ${g.value}` },
    { name: "FPIR", numeric: true, cell: (g) => cell(g.fpir) }, { name: "FNIR", numeric: true, cell: (g) => cell(g.fnir) },
    { name: "First rank", numeric: true, cell: (g) => cell(g.rank_1) },
  ], groups));
}

/** How the figures were made. */
export function method(e) {
  return section("method", "How this was measured", null,
    h("p", {}, "Verification: for each fold the threshold is chosen on the other folds; a pair at that distance or less is called the same person. The equal error rate and the two rates below it are of all pairs together."),
    h("p", {}, "Identification: people with two photos or more are dealt into two halves. Each half is enrolled in its turn, a person with one photo; the further photos of all are searched for, which are mated searches for the half that is enrolled and non-mated ones for the other. A mated search that does not return the own entry first, within the threshold, is a miss; a non-mated search that returns anybody is a false positive. Smaller galleries are pieces of the halves."),
    h("p", {}, `Intervals hold ${share(e.confidence)}: people are drawn anew with replacement, with all their photos. Where nothing or everything was an error, the interval is the exact one of as many trials as people.`));
}
