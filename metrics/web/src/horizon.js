import * as Plot from "@observablehq/plot";
import { cell, line } from "./estimate.js";
import { figure, kPlotStyle } from "./figure.js";
import { tick } from "./format.js";
import { numbers, table } from "./table.js";
import { whiskers } from "./whiskers.js";

const kColours = ["var(--blue)", "var(--orange)"];
const kOpacities = [0.85, 0.55, 0.3, 0.15];

/** A colour for each layer, from the bottom up: two hues in turn, each paler than the one before. */
function shade(i) {
  return { colour: kColours[i % 2], opacity: kOpacities[Math.floor(i / 2) % kOpacities.length] };
}

/** If the flow of the period goes on: what is held, by whom and of whom, and what may get out. */
export function horizon(ahead) {
  if (!ahead) return [];
  return [
    stocks("What is held if the flow goes on, by place", "Photos and copies at the end of each year.", ahead.by_place ?? []),
    stocks("The same, by whom the photos show", "Photos and copies at the end of each year.", ahead.by_standing ?? []),
    kept(ahead.if_kept ?? []),
    because(ahead.because ?? []),
    incidents(ahead.incidents ?? []),
    details(ahead),
  ];
}

function stocks(title, note, layers) {
  const years = Math.max(0, ...layers.map((l) => l.stock.length));
  if (years === 0) return null;
  const last = (layer) => layer.stock.at(-1);
  return figure({
    title, note,
    legend: layers.map((l, i) => ({ mark: `layer-${i % 8}`, text: l.label })),
    label: `After ${years} years: ${layers.map((l) => `${l.label} ${line(last(l))}`).join("; ")}.`,
    draw: (width) => layered(layers, years, width),
    after: numbers(title, [
      { name: "Year", head: true, cell: (y) => String(y) },
      ...layers.map((l) => ({ name: l.label, numeric: true, cell: (y) => cell(l.stock[y - 1] ?? null) })),
    ], Array.from({ length: years }, (_, i) => i + 1)),
  });
}

function layered(layers, years, width) {
  const bars = [];
  for (let year = 1; year <= years; ++year) {
    let floor = 0;
    layers.forEach((layer, i) => {
      const e = layer.stock[year - 1];
      if (!e) return;
      bars.push({ year, low: floor, high: floor + e.mean, ...shade(i), title: `Year ${year}, ${layer.label}: ${line(e)}` });
      floor += e.mean;
    });
  }
  const every = Math.ceil(years / (width < 480 ? 6 : 16));
  return Plot.plot({
    width, height: 260, style: kPlotStyle, marginLeft: 64, marginRight: 8, marginTop: 12, marginBottom: 40,
    x: { type: "band", domain: Array.from({ length: years }, (_, i) => i + 1), padding: 0.12,
      ticks: Array.from({ length: years }, (_, i) => i + 1).filter((y) => y % every === 0 || y === years), label: "years from the period", labelAnchor: "center", labelArrow: "none" },
    y: { domain: [0, Math.max(...bars.map((b) => b.high), 1e-9)], label: null, ticks: 5, tickFormat: (v) => tick("count", v), grid: true },
    marks: [
      Plot.rect(bars, { x: "year", y1: "low", y2: "high", fill: "colour", fillOpacity: "opacity" }),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.tip(bars, Plot.pointer({ x: "year", y: "high", title: "title", maxRadius: 60 })),
    ],
  });
}

/** What the photos taken are due to. A share may be below zero, which a row of a table shows best. */
function because(rows) {
  if (rows.length === 0) return null;
  return figure({
    title: "What the photos taken in breaches are due to",
    note: "Expected over the horizon. Each of the three is given what it adds, averaged over the orders in which they can come together (Shapley); together with the rest they are the whole.",
    label: rows.map((r) => `${r.label}: ${line(r.value)}`).join("; "),
    draw: (width) => whiskers(rows.map((r) => ({ label: r.label, e: r.value })), { axis: "photos taken over the horizon" }, width),
    after: numbers("What the photos taken are due to", [
      { name: "Due to", head: true, cell: (r) => r.label },
      { name: "Photos", numeric: true, cell: (r) => cell(r.value) },
    ], rows),
  });
}

function kept(rows) {
  return rows.length > 0 && table("Had the store kept every photo for another time", [
    { name: "Had the store kept every photo for", head: true, cell: (r) => r.label },
    { name: "Held at the end", numeric: true, cell: (r) => cell(r.stock) },
    { name: "Photo-years", numeric: true, cell: (r) => cell(r.years) },
    { name: "Taken in breaches", numeric: true, cell: (r) => cell(r.taken) },
  ], rows);
}

function incidents(rows) {
  return rows.length > 0 && table("Breaches by cause", [
    { name: "Cause of a breach", head: true, cell: (r) => r.label },
    { name: "Photos in one incident", numeric: true, cell: (r) => cell(r.photos) },
    { name: "Different people", numeric: true, cell: (r) => cell(r.people) },
    { name: "Photos over the horizon", numeric: true, cell: (r) => cell(r.expected) },
  ], rows);
}

function details({ items = [], roles = [] }) {
  const list = (caption, first, second, rows) => numbers(caption, [
    { name: first, head: true, cell: (r) => r.label },
    { name: second, numeric: true, cell: (r) => cell(r.value) },
  ], rows, caption);
  return [list("What is held, in record-years", "Item", "Record-years", items),
    list("Who has access as the horizon begins", "Role", "People", roles)];
}
