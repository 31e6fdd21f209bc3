import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { cell, hasInterval, line } from "./estimate.js";
import { figure, kPlotStyle } from "./figure.js";
import { format, formatHour, roundTicks, tick } from "./format.js";
import { section } from "./section.js";
import { numbers, table } from "./table.js";

const kHour = 3600;
const kKinds = {
  login: "Login.gov is down", service: "The service is down", uplink: "Uplinks are down", carrier: "A carrier is down",
  ice_desk: "Agents walk out", surge: "A surge of stops", slow_database: "The database is slow",
  stolen_credentials: "Stolen credentials", spoofing: "Pictures instead of faces",
  replayed_requests: "Replayed requests", flood: "A flood of requests", stale_manifest: "Manifests are old",
};
const kAttack = {
  requests: "requests that reached the service", turned_away: "requests turned away", sessions: "sessions without an officer",
  searches: "searches without an officer", records_seen: "people whose record was seen", photos_stored: "photos stored beside the officers’",
};

/** Each fault of the scenario: its window, what it did, and how soon things were as ever again. */
export function faults(study) {
  const list = study.faults ?? [];
  if (list.length === 0) return null;
  const has = (name) => list.some((f) => f.curves.some((curve) => curve.name === name));
  return section("faults", list.length === 1 ? "The fault and its day" : "The faults and their days",
    "What happens around each fault, beside the same day without any: the same officers, people and luck. The window of the fault is shaded.",
    table("Faults", [
      { name: "Fault", head: true, cell: (f) => titleOf(f) },
      { name: "When", cell: (f) => whenOf(f) },
      { name: "As ever again after", numeric: true, cell: (f) => recoveryCell(f.recovery_s) },
      has("failed_scans") && { name: "More scans without an answer", numeric: true, cell: (f) => more(f.more_failed_scans) },
      has("manual_checks") && { name: "More documents checked by hand", numeric: true, cell: (f) => more(f.more_manual_checks) },
      { name: "More wrongful holds", numeric: true, cell: (f) => more(f.more_wrongful_holds) },
    ].filter(Boolean), list),
    h("p", { class: "aside" }, "“As ever again” is the first quarter of an hour after the fault’s end from which each curve that can recover stays for an hour within two standard deviations (or 5 % of its level) of the same day without the fault. “More” is counted from the fault’s beginning to the end of what is shown. Bands are 95% confidence intervals; they end at the top of a plot where they reach higher."),
    list.map((fault, i) => i === 0 ? h("div", {}, one(fault)) :
      h("details", { class: "numbers" }, h("summary", {}, `Show the day of “${titleOf(fault)}”`), one(fault))));
}

const titleOf = (f) => `${kKinds[f.kind] ?? f.kind}${f.state ? `, ${f.state}` : ""} (${f.name})`;

/** "18:00 to 20:00", with days where there are several. */
function whenOf(f) {
  const day = (s) => Math.floor(s / (24 * kHour)) + 1;
  const time = (s) => formatHour((s / kHour) % 24);
  const days = day(f.from_s) > 1 || f.until_s > 24 * kHour;
  const [from, until] = [day(f.from_s), day(f.until_s)];
  if (!days) return `${time(f.from_s)} to ${time(f.until_s)}`;
  return `day ${from}, ${time(f.from_s)} to ${from === until ? "" : `day ${until}, `}${time(f.until_s)}`;
}

function recoveryWords(e) {
  if (e.mean === null) return "not within what is shown";
  const text = e.mean === 0 ? "at once" : format("seconds", e.mean);
  if (e.ci_low === null) return text;
  const end = e.ci_high === null ? "longer than is shown" : format("seconds", e.ci_high);
  return e.ci_low === e.ci_high ? text : `${text} (${format("seconds", e.ci_low)} to ${end})`;
}

const recoveryCell = (e) => h("span", { class: "value" }, recoveryWords(e));

function more(e) {
  return e.mean === 0 && (!hasInterval(e) || e.ci_high === 0) ? "none" : cell(e);
}

function one(fault) {
  const did = Object.entries(fault.attack ?? {}).map(([key, e]) => h("li", {}, `${kAttack[key] ?? key}: ${line(e)}`));
  return [
    h("h3", { class: "apart" }, titleOf(fault)),
    did.length > 0 && h("ul", {}, did),
    h("div", { class: "curves" }, fault.curves.filter(isSeen).map((curve) => curveFigure(fault, curve))),
  ];
}

/** Whether anything but nothing happens in either world. */
function isSeen(curve) {
  return curve.rows.some((r) => r.as_it_is?.mean > 0 || r.without > 0);
}

const kindOf = (curve) => (curve.unit === "s" ? "seconds" : curve.unit === "share" ? "share" : "count");
const unitWords = (curve) => (curve.unit === "s" || curve.unit === "share" ? "" : `, ${curve.unit}`);

function curveFigure(fault, curve) {
  const kind = kindOf(curve);
  const said = (e) => (e && e.mean !== null ? line(e, kind) : "none");
  const recovery = curve.recovers ? ` As ever again: ${recoveryWords(curve.recovery_s)}.` : "";
  return figure({
    title: curve.label + unitWords(curve),
    note: `While it lasts: ${said(curve.during)}; without it: ${said(curve.during_without)}.${recovery}`,
    legend: [{ mark: "waiting", text: "with the fault" }, { mark: "agents", text: "the same day without it" }],
    label: `${curve.label}: ${said(curve.during)} while the fault lasts, ${said(curve.during_without)} without it.${recovery}`,
    draw: (width) => plot(fault, curve, kind, width),
    after: numbers(curve.label, [
      { name: "From", head: true, cell: (r) => dayHour(r.from_s, fault) },
      { name: "With the fault", numeric: true, cell: (r) => known(r.as_it_is, kind) },
      { name: "Without it", numeric: true, cell: (r) => (r.without === null ? "none" : format(kind, r.without)) },
    ], curve.rows),
  });
}

const known = (e, kind) => (e && e.mean !== null ? cell(e, kind) : "none");

function dayHour(s, fault) {
  const first = Math.floor(fault.curves[0].rows[0].from_s / (24 * kHour));
  const day = Math.floor(s / (24 * kHour));
  const hour = formatHour((s / kHour) % 24);
  return day === first ? hour : `${hour} (+${day - first} d)`;
}

function plot(fault, curve, kind, width) {
  const bin = fault.bin_s / kHour;
  const points = (key) => {
    const list = curve.rows.map((r) => ({ x: r.from_s / kHour, e: typeof r[key] === "number" ? { mean: r[key] } : r[key] }));
    list.push({ ...list.at(-1), x: list.at(-1).x + bin });
    return list.map((p) => ({ ...p, y: p.e?.mean ?? NaN, low: p.e?.ci_low ?? p.e?.mean ?? NaN, high: p.e?.ci_high ?? p.e?.mean ?? NaN }));
  };
  const is = points("as_it_is");
  const ever = points("without");
  const floor = { count: 1e-9, share: 0.01, seconds: 1 }[kind];
  const seen = [...is, ...ever].map((p) => p.y).filter(Number.isFinite);
  const most = Math.max(floor, ...seen) * 1.15;
  const levels = roundTicks(kind, [0, most], 4);
  const clip = (list) => list.map((p) => ({ ...p, high: Math.min(p.high, most), low: Math.max(0, Math.min(p.low, most)) }));
  const from = is[0].x;
  const until = is.at(-1).x;
  const every = Math.max(1, Math.ceil((until - from) / (width < 480 ? 4 : 8) / 3) * 3);
  const ticks = [];
  for (let t = Math.ceil(from / 3) * 3; t <= until; t += every) ticks.push(t);
  return Plot.plot({
    width, height: 190, style: kPlotStyle, marginLeft: 58, marginRight: 26, marginTop: 12, marginBottom: 28,
    x: { domain: [from, until] }, y: { domain: [0, most] },
    marks: [
      Plot.rectX([fault], { x1: (f) => Math.max(from, f.from_s / kHour), x2: (f) => Math.min(until, f.until_s / kHour), fill: "var(--ink-faint)", fillOpacity: 0.18 }),
      Plot.gridY({ ticks: levels, stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisY({ ticks: levels, tickFormat: (v) => tick(kind, v), tickSize: 0, label: null }),
      Plot.axisX({ ticks, tickFormat: (t) => formatHour(((t % 24) + 24) % 24), tickSize: 4, label: null }),
      Plot.lineY(ever, { x: "x", y: "y", curve: "step-after", stroke: "var(--ink-faint)", strokeWidth: 1.5 }),
      Plot.areaY(clip(is), { x: "x", y1: "low", y2: "high", curve: "step-after", fill: "var(--orange)", fillOpacity: 0.22 }),
      Plot.lineY(is, { x: "x", y: "y", curve: "step-after", stroke: "var(--orange)", strokeWidth: 2 }),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.tip(curve.rows.filter((r) => r.as_it_is || r.without !== null), Plot.pointerX({ x: (r) => r.from_s / kHour + bin / 2, y: (r) => Math.min(most, r.as_it_is?.mean ?? 0),
        title: (r) => `${dayHour(r.from_s, fault)}\nwith the fault ${r.as_it_is ? line(r.as_it_is, kind) : "none"}\nwithout ${r.without === null ? "none" : format(kind, r.without)}` })),
    ],
  });
}
