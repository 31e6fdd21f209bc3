import { enumerate, kindOf } from "./difference.js";
import { h } from "./dom.js";
import { hasInterval, line } from "./estimate.js";
import { figure } from "./figure.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { table } from "./table.js";
import { whiskers } from "./whiskers.js";

/** The head of the page of a search for capacity. */
export function capacityHead(capacity) {
  const { varied } = capacity;
  const facts = [
    ["Scenario", capacity.scenario], ["Varied", `${varied.name}: ${varied.words}`], ["Service level", capacity.slo],
    ["Points simulated", String(capacity.points.length)], ["Random seed", String(capacity.seed)],
  ];
  return h("header", { class: "masthead" },
    h("p", { class: "eyebrow" }, "Search for capacity"),
    h("h1", {}, capacityTitle(capacity)),
    h("p", { class: "question" }, capacity.question || `What is the ${varied.goal} ${varied.name} at which ${capacity.slo} holds?`),
    capacity.description && h("p", { class: "description" }, capacity.description),
    h("dl", { class: "facts" }, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}

export const capacityTitle = (capacity) => (capacity.question ? capacity.title : `Capacity of ${capacity.title || capacity.scenario}`);

export function textAt(capacity, value) {
  return capacity.points.find((p) => p.value === value)?.text ?? String(value);
}

/** The point whose resources tell what limits the answer. */
export function decidingPoint(capacity) {
  const { points, answer, varied } = capacity;
  return points.find((p) => p.value === answer.value) ?? (varied.goal === "largest" ? points[0] : points.at(-1));
}

/** The answer in a sentence, how surely it is known, and what runs out first. */
export function answer(capacity) {
  const { sure, fails } = ends(capacity);
  return section("answer", "The answer", null,
    h("p", { class: "verdict" }, capacityVerdict(capacity)),
    h("p", { class: "lead" }, `95% interval: ${sure}, ${fails}. It holds the true answer unless luck was worse than in 95 of 100 studies.`),
    !capacity.answer.monotone && h("p", { class: "aside" }, h("strong", {}, "It holds and fails by turns: "), "look at the points."),
    capacity.saturates_first && h("p", {}, h("strong", {}, "Runs out first: "), `${capacity.saturates_first}; at ${capacity.varied.name} ${decidingPoint(capacity).text}, ${use(capacity)} of it is in use.`));
}

function use(capacity) {
  const first = decidingPoint(capacity).resources.find((r) => r.name === capacity.saturates_first);
  return line(first, "share");
}

export function capacityVerdict(capacity) {
  const { answer: found, varied, slo } = capacity;
  if (found.outcome === "never_holds") return `${slo} does not hold at any ${varied.name} that was tried.`;
  if (found.outcome === "always_holds") return `${varied.name} ${found.text} is the ${varied.goal} that was tried, and there ${slo} still holds.`;
  return `${varied.name} ${found.text} is the ${varied.goal} at which ${slo} holds.`;
}

function ends(capacity) {
  const { surely_holds_at: sure, surely_fails_at: fails } = capacity.answer;
  return {
    sure: sure === null ? "it holds surely nowhere that was tried" : `it holds surely at ${textAt(capacity, sure)}`,
    fails: fails === null ? "and fails surely nowhere that was tried" : `and fails surely at ${textAt(capacity, fails)}`,
  };
}

/** How busy each resource is where the level is just kept. */
export function resources(capacity) {
  const point = decidingPoint(capacity);
  if (point.resources.length === 0) return null;
  return section("resources", "Which resource runs out first",
    `How much of each is in use at ${capacity.varied.name} ${point.text}. The fullest is what limits the answer, unless time is lost elsewhere than in a queue.`,
    figure({
      title: `In use at ${capacity.varied.name} ${point.text}`, note: null,
      label: point.resources.map((r) => `${r.name}: ${line(r, "share")}`).join("; "),
      draw: (width) => whiskers(point.resources.map((r) => ({ label: r.name, e: r })), { kind: "share", axis: "share of capacity in use" }, width),
    }));
}

/** Every point that was simulated. */
export function tried(capacity) {
  return section("points", "What was tried", "Points that chance leaves open get more replications.",
    table("Points", [
      { name: capacity.varied.name, head: true, cell: (p) => p.text },
      { name: "Replications", numeric: true, cell: (p) => format("count", p.replications) },
      ...capacity.terms.map((t) => ({ name: t.metric, numeric: true, cell: (p) => measured(p.terms[t.metric], t) })),
      { name: "Service level", cell: (p) => `${p.holds ? "holds" : "fails"}${p.sure ? "" : ", not surely"}` },
    ], capacity.points));
}

function measured(e, term) {
  if (!e || e.mean === null) return "does not apply";
  return hasInterval(e) || e.mean > 0 ? line(e, kindOf(term)) : format(kindOf(term), e.mean);
}

/** How a search is to be read, and how to run it again. */
export function capacityReading(capacity) {
  const { varied } = capacity;
  const flag = varied.goal === "largest" ? "--maximise" : "--minimise";
  const command = `fieldtwin capacity ${capacity.scenario} --slo '${capacity.slo}' ${flag} ${varied.name} --seed ${capacity.seed}`;
  return section("reading", "How to read this search", null,
    h("p", {}, `Every point simulates the same days with the same people and the same luck; only ${varied.name} (${varied.words}) differs. `
      + `The search doubles, then halves its steps. What ${enumerate(capacity.terms.map((t) => t.metric))} would be outside of the points tried is not known.`),
    h("p", {}, "The same command goes on from what is there; what --set changed has to be set again:"),
    h("pre", { tabindex: "0", "aria-label": "Command" }, h("code", {}, command)));
}
