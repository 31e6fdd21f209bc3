import * as Plot from "@observablehq/plot";
import { cell, hasInterval, line } from "./estimate.js";
import { figure, kPlotStyle } from "./figure.js";
import { formatHour } from "./format.js";
import { section } from "./section.js";
import { numbers } from "./table.js";

/** The ICE desk over the day: who is there, who is busy, who waits, and for how long. */
export function desk(study) {
  const rows = study.desk?.rows ?? [];
  if (rows.length === 0) return null;
  const bin = (study.desk.bin_minutes ?? 30) / 60;
  const clock = study.desk.clock ?? "local time";
  const mostWaiting = rows.reduce((a, b) => (b.waiting.mean > a.waiting.mean ? b : a));
  return section("desk", "The ICE desk over the day",
    "When the app answers “contact ICE”, the officer calls a desk. Its agents, the calls they are on, and the callers who wait.",
    figure({
      title: "Agents, calls and callers waiting", note: `Averages over each ${study.desk.bin_minutes} minutes, ${clock}.`,
      legend: [{ mark: "agents", text: "agents on shift" }, { mark: "busy", text: "agents on a call" }, { mark: "waiting", text: "callers waiting" }],
      label: `Most callers wait at ${formatHour(mostWaiting.hour)}: ${line(mostWaiting.waiting)} on average.`,
      draw: (width) => staffing(rows, bin, width),
    }),
    figure({
      title: "Average wait for an agent", note: `Of calls that begin in each ${study.desk.bin_minutes} minutes; a gap where no one called.`,
      label: waitLabel(rows),
      draw: (width) => waits(rows, bin, width),
      after: numbers("The ICE desk over the day", [
        { name: `From (${clock})`, head: true, cell: (r) => formatHour(r.hour) },
        { name: "Agents", numeric: true, cell: (r) => cell(r.agents) },
        { name: "On a call", numeric: true, cell: (r) => cell(r.busy) },
        { name: "Waiting", numeric: true, cell: (r) => cell(r.waiting) },
        { name: "Calls", numeric: true, cell: (r) => cell(r.calls) },
        { name: "Average wait", numeric: true, cell: (r) => cell(r.wait_s, "seconds") },
      ], rows),
    }));
}

function waitLabel(rows) {
  const known = rows.filter((r) => r.wait_s);
  if (known.length === 0) return "No one called.";
  const longest = known.reduce((a, b) => (b.wait_s.mean > a.wait_s.mean ? b : a));
  return `The longest average wait is at ${formatHour(longest.hour)}: ${line(longest.wait_s, "seconds")}.`;
}

/** A step curve needs the end of the last bin as well. */
function steps(rows, bin, pick) {
  const points = rows.map((r) => ({ x: r.hour, e: pick(r), row: r }));
  points.push({ ...points.at(-1), x: points.at(-1).x + bin });
  return points.map((p) => ({ ...p, y: p.e ? p.e.mean : NaN,
    low: p.e ? p.e.ci_low ?? p.e.mean : NaN, high: p.e ? p.e.ci_high ?? p.e.mean : NaN }));
}

function hours(rows, bin, width) {
  const end = rows.at(-1).hour + bin;
  const every = width < 480 ? 6 : 3;
  const ticks = [];
  for (let t = Math.ceil(rows[0].hour); t <= end; t += every) ticks.push(t);
  return [Plot.axisX({ ticks, tickFormat: formatHour, tickSize: 4, label: null })];
}

function layered(points, colour) {
  const ribbon = points.some((p) => p.e && hasInterval(p.e));
  return [
    ribbon ? Plot.areaY(points, { x: "x", y1: "low", y2: "high", curve: "step-after", fill: colour, fillOpacity: 0.25 }) : null,
    Plot.lineY(points, { x: "x", y: "y", curve: "step-after", stroke: colour, strokeWidth: 2 }),
  ];
}

function frame(width, height) {
  return { width, height, style: kPlotStyle, marginLeft: 52, marginRight: 26, marginTop: 12, marginBottom: 28 };
}

function staffing(rows, bin, width) {
  const agents = steps(rows, bin, (r) => r.agents);
  const busy = steps(rows, bin, (r) => r.busy);
  const waiting = steps(rows, bin, (r) => r.waiting);
  const most = Math.max(1, ...[...agents, ...busy, ...waiting].map((p) => p.high || 0));
  return Plot.plot({
    ...frame(width, 250), y: { domain: [0, most * 1.05] },
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisY({ ticks: 5, tickSize: 0, label: null }),
      ...hours(rows, bin, width),
      Plot.areaY(agents, { x: "x", y: "y", curve: "step-after", fill: "var(--ink-faint)", fillOpacity: 0.12 }),
      Plot.lineY(agents, { x: "x", y: "y", curve: "step-after", stroke: "var(--ink-faint)", strokeWidth: 1.5 }),
      ...layered(busy, "var(--blue)"), ...layered(waiting, "var(--orange)"),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.ruleX(rows, Plot.pointerX({ x: (r) => r.hour + bin / 2, stroke: "var(--ink-faint)" })),
      Plot.tip(rows, Plot.pointerX({ x: (r) => r.hour + bin / 2, y: (r) => r.busy.mean, title: (r) =>
        `${formatHour(r.hour)}\nagents ${line(r.agents)}\non a call ${line(r.busy)}\nwaiting ${line(r.waiting)}` })),
    ],
  });
}

function waits(rows, bin, width) {
  const points = steps(rows, bin, (r) => r.wait_s);
  const most = Math.max(1, ...points.map((p) => p.high || 0)) * 1.05;
  return Plot.plot({
    ...frame(width, 190), y: { domain: [0, most] },
    marks: [
      Plot.gridY({ ticks: waitTicks(most), stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisY({ ticks: waitTicks(most), tickFormat: (s) => (s === 0 ? "0" : most < 90 ? `${s} s` : `${s / 60} min`), tickSize: 0, label: null }),
      ...hours(rows, bin, width), ...layered(points, "var(--orange)"),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.tip(rows.filter((r) => r.wait_s), Plot.pointerX({ x: (r) => r.hour + bin / 2, y: (r) => r.wait_s.mean,
        title: (r) => `${formatHour(r.hour)}\nwait ${line(r.wait_s, "seconds")}\ncalls ${line(r.calls)}` })),
    ],
  });
}

/** About four ticks in whole seconds or minutes. */
function waitTicks(most) {
  const unit = most < 90 ? 1 : 60;
  const step = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480].find((s) => most / (s * unit) <= 5) ?? 960;
  const ticks = [];
  for (let t = 0; t <= most; t += step * unit) ticks.push(t);
  return ticks;
}
