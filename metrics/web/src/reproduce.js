import { kindOf } from "./difference.js";
import { h } from "./dom.js";
import { cell } from "./estimate.js";
import { section } from "./section.js";
import { numbers } from "./table.js";

/** How to run the study again and how to cite it, with every number that it measured. */
export function reproduce(study) {
  const { scenario } = study;
  // The resolved file, not the scenario's name: it holds what was set on the command line too.
  const command = `fieldtwin run resolved.yaml -n ${study.replications} --seed ${study.seed} -o again`;
  const citation = `fieldtwin ${study.fieldtwin}: “${scenario.title}” (scenario ${scenario.name}, ${study.replications} `
    + `${study.replications === 1 ? "replication" : "replications"}, seed ${study.seed}, fingerprint ${study.fingerprint}).`;
  return section("reproduce", "Run it again, and cite it",
    "The same version, scenario and seed give the same events; the fingerprint of all events shows whether they did.",
    h("p", {}, "In the folder of this page, where resolved.yaml holds every parameter as it was:"),
    h("pre", { tabindex: "0", "aria-label": "Command" }, h("code", {}, command)),
    h("p", { class: "cite" }, citation),
    numbers("Every metric", [
      { name: "Metric", head: true, cell: (m) => [h("code", {}, m.name), h("span", { class: "range" }, m.meaning)] },
      { name: "Mean", numeric: true, cell: (m) => cell(m, kindOf(m)) },
      { name: "Unit", cell: (m) => (kindOf(m) === "count" ? m.unit : "") },
    ], Object.entries(study.metrics ?? {}).filter(([, m]) => m.mean !== null).map(([name, m]) => ({ name, ...m })), "Show every metric"));
}
