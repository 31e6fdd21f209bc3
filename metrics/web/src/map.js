import { geoPath } from "d3-geo";
import { feature } from "topojson-client";
import atlas from "us-atlas/states-albers-10m.json";
import { classes } from "./classes.js";
import { h, svg } from "./dom.js";
import { cell, line } from "./estimate.js";
import { format, plural } from "./format.js";
import { section } from "./section.js";
import { numbers } from "./table.js";

const kMetrics = [
  { key: "scans", text: "Scans", kind: "count", value: (s) => s.scans?.mean },
  { key: "officers", text: "Officers", kind: "count", value: (s) => s.officers },
  { key: "wrongful", text: "Wrongful holds", kind: "count", value: (s) => s.wrongful?.mean },
  { key: "calls", text: "Calls to ICE", kind: "count", value: (s) => s.calls?.mean },
  { key: "answer", text: "Time to an answer", kind: "seconds", value: (s) => s.answer_p95_s?.mean },
];

const kShapes = feature(atlas, atlas.objects.states).features;

/** The country, one measure at a time. Territories that the projection leaves out are beside it. */
export function map(study) {
  const states = study.states ?? [];
  if (states.length === 0) return null;
  const byFips = new Map(states.map((s) => [s.fips, s]));
  const drawn = new Set(kShapes.map((shape) => shape.id));
  const areas = kShapes.map((shape) => area(shape, byFips.get(shape.id)));
  const beside = states.filter((s) => !drawn.has(s.fips)).map((state) => ({ state, name: state.name,
    element: h("button", { type: "button", class: "territory", "data-state": state.postal }, h("i", {}), state.name) }));
  const all = [...areas, ...beside];
  const detail = h("div", { class: "detail", "aria-live": "polite" });
  const legend = h("ul", { class: "classes" });
  listen(all, detail);
  describe(detail, states.reduce((a, b) => ((b.scans?.mean ?? 0) > (a.scans?.mean ?? 0) ? b : a)));
  paint(kMetrics[0], all, legend);
  return section("map", "Across the country",
    "Pick a measure; point at a state, or move over the map with Tab and the arrow keys, for its numbers.",
    selector((metric) => paint(metric, all, legend)),
    h("div", { class: "map" },
      h("div", {}, svg("svg", { viewBox: "0 0 975 610", role: "group", "aria-label": "Map of the United States by state" },
        areas.map((a) => a.element)),
        beside.length > 0 && h("p", { class: "beside" }, "Not on the map: ", beside.map((b) => b.element)),
        legend),
      detail),
    numbers("By state", [
      { name: "State", head: true, cell: (s) => s.name },
      { name: "Officers", numeric: true, cell: (s) => format("count", s.officers) },
      { name: "Agreements", numeric: true, cell: (s) => format("count", s.agreements) },
      { name: "Scans", numeric: true, cell: (s) => cell(s.scans) },
      { name: "Answer, 95 of 100 within", numeric: true, cell: (s) => cell(s.answer_p95_s, "seconds") },
      { name: "Calls", numeric: true, cell: (s) => cell(s.calls) },
      { name: "Held", numeric: true, cell: (s) => cell(s.holds) },
      { name: "Held wrongly", numeric: true, cell: (s) => cell(s.wrongful) },
      { name: "Photos kept", numeric: true, cell: (s) => cell(s.images) },
    ], [...states].sort((a, b) => (b.scans?.mean ?? 0) - (a.scans?.mean ?? 0))));
}

const path = geoPath();

function area(shape, state) {
  const name = state?.name ?? shape.properties.name;
  return { state, name, element: svg("path", { d: path(shape), class: "state", "data-state": state?.postal, tabindex: "-1",
    role: "img" }) };
}

function selector(change) {
  return h("fieldset", { class: "choice" }, h("legend", { class: "unseen" }, "Measure shown on the map"),
    kMetrics.map((metric, i) => h("label", {},
      h("input", { type: "radio", name: "map-metric", value: metric.key, checked: i === 0, onchange: () => change(metric) }),
      h("span", {}, metric.text))));
}

function paint(metric, areas, legend) {
  const values = areas.map((a) => a.state && metric.value(a.state)).filter((v) => v !== undefined && v !== null);
  const scale = classes(values, metric.kind);
  const shade = (k) => (k === 0 ? "zero" : `q${Math.round(1 + ((k - 1) * 5) / Math.max(1, scale.labels.length - 2))}`);
  for (const { state, name, element } of areas) {
    const value = state ? metric.value(state) : undefined;
    const known = value !== undefined && value !== null;
    (element.querySelector("i") ?? element).dataset.shade = known ? shade(scale.of(value)) : "out";
    const text = !state ? "not part of this scenario" : known ? `${metric.text} ${format(metric.kind, value)}` : "nothing measured";
    element.setAttribute("aria-label", `${name}: ${text}`);
  }
  legend.replaceChildren(
    ...scale.labels.map((text, k) => h("li", { hidden: k === 0 && !values.includes(0) }, h("i", { "data-shade": shade(k) }), text)),
    h("li", {}, h("i", { "data-shade": "out" }), "not in this scenario, or nothing measured"));
}

/** Pointing shows a state; one Tab stop for the map, the arrow keys go through its states by name. */
function listen(areas, detail) {
  const inside = areas.filter((a) => a.state).sort((a, b) => a.name.localeCompare(b.name));
  const stops = inside.filter((a) => a.element.tagName === "path");
  stops[0]?.element.setAttribute("tabindex", "0");
  for (const { state, element } of inside) {
    for (const event of ["pointerenter", "focus", "click"]) {
      element.addEventListener(event, () => {
        describe(detail, state);
        for (const a of inside) a.element.classList.toggle("chosen", a.element === element);
      });
    }
    element.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const at = stops.findIndex((s) => s.element === element);
      if (step === undefined || at < 0) return;
      event.preventDefault();
      const next = stops[(at + step + stops.length) % stops.length].element;
      element.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  }
}

function describe(detail, state) {
  const rows = [
    ["Scans", line(state.scans)], ["Answer, 95 of 100 within", line(state.answer_p95_s, "seconds")], ["Calls to ICE", line(state.calls)],
    ["Held", line(state.holds)], ["Held wrongly", line(state.wrongful)], ["Photos kept", line(state.images)],
  ];
  detail.replaceChildren(h("h3", {}, state.name),
    h("p", {}, `${plural(state.officers, "officer")}, ${plural(state.agreements, "agreement")}`),
    h("dl", {}, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}
