import { h } from "./dom.js";
import { format, formatPeriod } from "./format.js";
import { section } from "./section.js";

/** The head of the page of a comparison. */
export function comparisonHead(comparison) {
  const [base, ...others] = comparison.scenarios;
  const facts = [
    ["Simulated period", formatPeriod(base.start, base.days)],
    ["Replications", comparison.replications === 1 ? "1 of each (so no intervals)" : `${format("count", comparison.replications)} of each, in pairs`],
    ["Random seed", String(comparison.seed)],
  ];
  return h("header", { class: "masthead" },
    h("p", { class: "eyebrow" }, "Comparison of scenarios"),
    h("h1", {}, titleOf(comparison)),
    h("p", { class: "question" }, `What differs if, instead of ${base.name}, it is ${others.map((s) => s.name).join(" or ")}?`),
    base.description && h("p", { class: "description" }, base.description),
    h("dl", { class: "facts" }, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}

export function titleOf(comparison) {
  const [base, ...others] = comparison.scenarios;
  const named = others.length > 3 ? `${others.length} alternatives` : others.map((s) => s.name).join(", ");
  return `${named} against ${base.name}`;
}

/** How a difference is to be read. */
export function reading(comparison) {
  const percent = format("share", comparison.confidence);
  const text = comparison.replications === 1
    ? "There is one replication of each scenario: what differs may be luck. More replications show how far it can be relied on."
    : "Replication 1 of every scenario is the same day with the same people and the same luck, except for what the scenario changes; so is "
      + `replication 2, and so on. The pairs are compared, never two intervals for overlap. A ${percent} interval says how exactly the average `
      + "difference is known; it does not cover whether the assumptions, which the scenarios share, are right.";
  return section("reading", "How to read this comparison", null, h("p", {}, text),
    h("p", {}, "More replications, or further alternatives at the end, are added by the same command with a larger -n or with more scenarios:"),
    h("pre", { tabindex: "0", "aria-label": "Command" }, h("code", {},
      `fieldtwin compare ${comparison.scenarios.map((s) => `${s.folder}/resolved.yaml`).join(" ")} -n ${comparison.replications} --seed ${comparison.seed} -o again`)));
}
