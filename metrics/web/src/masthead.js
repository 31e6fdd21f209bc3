import { h } from "./dom.js";
import { format, formatPeriod, plural } from "./format.js";

/** Title, question, and what was simulated. */
export function masthead(study) {
  const { scenario } = study;
  const officers = (study.states ?? []).reduce((sum, s) => sum + (s.officers ?? 0), 0);
  const places = (study.states ?? []).filter((s) => s.officers > 0).length;
  const facts = [
    ["Simulated period", formatPeriod(scenario.start, scenario.days)],
    officers > 0 && ["Officers", `${format("count", officers)} in ${plural(places, "state or territory", "states and territories")}`],
    ["Replications", study.replications === 1 ? "1 (so no intervals)" : `${format("count", study.replications)} of the whole period`],
    ["Random seed", String(study.seed)],
    ["Fingerprint", h("code", { title: study.fingerprint }, String(study.fingerprint).slice(0, 12))],
  ].filter(Boolean);
  return h("header", { class: "masthead" },
    h("p", { class: "eyebrow" }, "Simulation study"),
    h("h1", {}, scenario.title),
    scenario.question && h("p", { class: "question" }, scenario.question),
    scenario.description && h("p", { class: "description" }, scenario.description),
    h("dl", { class: "facts" }, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}
