import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { figure, kPlotStyle, shorten } from "./figure.js";
import { section } from "./section.js";

/** The first wrongful cases as time lines: what happened, what was true and believed, where it could have been stopped. */
export function stories(study) {
  const cases = study.stories ?? [];
  if (cases.length === 0) return null;
  return section("stories", "Cases, step by step",
    "A few of the wrongful holds, as they came about. Steps are spaced evenly; the clock runs below them. fieldtwin story tells every case.",
    cases.map(one));
}

function one(story) {
  const marks = stops(story);
  return figure({
    title: `${story.case}: ${story.kinds.map(words).join(", ")}`, note: `${story.ending} What was true: ${story.truths.map((t) => `${t.about}: ${t.what}`).join("; ")}.`,
    legend: [{ mark: "agents", text: "what happened" }, { mark: "busy", text: "what was believed" }, { mark: "waiting", text: "where it could have been stopped" }],
    label: `${story.steps.length} steps from the stop to the end. ${story.ending}`,
    draw: (width) => timeline(story, marks, width),
    after: h("details", { class: "numbers" }, h("summary", {}, "Show the steps in words"),
      h("h4", {}, "What was true"), h("ul", {}, story.truths.map((t) => h("li", {}, `${t.about}: ${t.what}`))),
      h("h4", {}, "What happened"),
      h("ol", {}, story.steps.map((s) => h("li", {}, `${s.clock.slice(11)}: ${s.who} ${s.what}`,
        s.believes.length > 0 && h("span", { class: "range" }, s.believes.map((b) => `${b.who} believes: ${b.what}`).join("; "))))),
      h("h4", {}, "Where it could have been stopped"),
      h("ul", {}, story.ways_out.map((w) => h("li", {}, `${w.who} ${w.what}`))),
      story.preventions.length > 0 && [h("h4", {}, "Which cause, had it been perfect, would have prevented it"), h("ul", {}, story.preventions.map((p) => h("li", {}, p.words)))]),
  });
}

const kWords = { us_citizen: "a US citizen", lawful_status: "lawful status", false_match: "held as somebody else", stale_record: "a wrong record", prolonged: "a prolonged stop" };
const words = (kind) => kWords[kind] ?? kind;

/** Where a way out lies: the step whose business its parameter is. */
const kStepsOf = {
  encounters: ["scan"], capture: ["captured", "other_face"], matcher: ["searched"], records: ["searched"], service: ["answered", "searched"],
  policy: ["held_by_officer", "limit_reached", "call", "held"], ice: ["ice_hold", "hung_up", "agent"], custody: ["booked", "released"], network: ["uploaded"], sign_in: ["signed_in"],
};

function stops(story) {
  return story.ways_out.map((way) => {
    const kinds = kStepsOf[way.parameter.split(".")[0]] ?? [];
    const at = kinds.map((k) => story.steps.findIndex((s) => s.kind === k)).find((i) => i >= 0);
    return at === undefined ? null : { at, text: way.who };
  }).filter(Boolean);
}

function timeline(story, marks, width) {
  const lanes = [];
  for (const [at, step] of story.steps.entries()) {
    for (const b of step.believes) {
      const open = lanes.findLast((l) => l.who === b.who);
      if (open) open.until = at;
      lanes.push({ who: b.who, from: at, until: story.steps.length - 1, text: b.what });
    }
  }
  const who = [...new Set(lanes.map((l) => l.who))];
  const perLine = Math.max(4, Math.floor((width - 20) / 92));
  const lines = Math.ceil(story.steps.length / perLine);
  const height = 124 + who.length * 32;
  const boxes = Array.from({ length: lines }, (_, line) => oneLine(story, marks, lanes, who, line, perLine, width, height));
  return h("div", { class: "timeline" }, boxes);
}

/** As much of a belief as fits above its line; nothing if that is too little to read. */
function fitting({ words: text, x1, x2 }) {
  const most = Math.floor((x2 - x1) * 15);
  return most < 10 ? "" : shorten(text, most);
}

/** A stretch of the story; the next one is drawn below it. */
function oneLine(story, marks, lanes, who, line, perLine, width, height) {
  const first = line * perLine, last = Math.min(story.steps.length, first + perLine) - 1;
  const steps = story.steps.slice(first, last + 1).map((s, i) => ({ at: first + i, text: s.kind.replaceAll("_", " "), clock: s.clock.slice(11) }));
  const inside = (v) => Math.min(last + 0.45, Math.max(first - 0.45, v));
  const beliefs = lanes.filter((l) => l.from <= last && l.until >= first).map((l) => ({ ...l, x1: inside(l.from), x2: inside(l.until), y: 2.7 + who.indexOf(l.who), words: `${l.who}: ${l.text}` }));
  const grouped = new Map();
  for (const m of marks.filter((m) => m.at >= first && m.at <= last)) grouped.set(m.at, [...(grouped.get(m.at) ?? []), m.text]);
  const outs = [...grouped].map(([at, texts]) => ({ at, text: [...new Set(texts)].map((t) => t.replace(/^the /, "")).join(", ") }));
  return Plot.plot({
    width, height, style: { ...kPlotStyle, fontSize: "11px" }, marginLeft: 10, marginRight: 10, marginTop: 8, marginBottom: 8,
    x: { domain: [first - 0.5, first + perLine - 0.5], axis: null }, y: { domain: [who.length + 2.2, -0.4], axis: null },
    marks: [
      Plot.link([{}], { x1: first - 0.45, x2: last + 0.45, y1: 0.6, y2: 0.6, stroke: "var(--ink-faint)", strokeWidth: 1.5 }),
      Plot.dot(steps, { x: "at", y: 0.6, r: 5, fill: "var(--ink-faint)" }),
      Plot.text(steps, { x: "at", y: 0.6, dy: -15, text: "text", lineWidth: 8, fill: "var(--ink)" }),
      Plot.text(steps, { x: "at", y: 0.6, dy: 15, text: "clock", fontVariant: "tabular-nums" }),
      Plot.dot(outs, { x: "at", y: 0.6, r: 8, stroke: "var(--orange)", strokeWidth: 2.5, fill: "none" }),
      Plot.text(outs, { x: "at", y: 0.6, dy: 24, lineAnchor: "top", text: (o) => shorten(o.text, 34), lineWidth: 9, fill: "var(--orange)" }),
      Plot.link(beliefs, { x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: "var(--blue)", strokeWidth: 3, strokeOpacity: 0.7 }),
      Plot.text(beliefs, { x: "x1", y: "y", dy: -9, textAnchor: "start", text: (b) => fitting(b), fill: "var(--blue)" }),
    ],
  });
}
