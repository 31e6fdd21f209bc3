import { kindOf } from "./difference.js";
import { h } from "./dom.js";
import { cell } from "./estimate.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { table } from "./table.js";

/** Which scenario is best, where the comparison was to find out. */
export function selection(comparison) {
  const s = comparison.selection;
  if (!s) return null;
  const columns = [
    { name: "Scenario", head: true, cell: (r) => r.name },
    { name: "Replications", numeric: true, cell: (r) => format("count", r.replications) },
    { name: "Value", numeric: true, cell: (r) => cell(known(r.value), kindOf(s)) },
    s.subject_to && { name: "Harm", numeric: true, cell: (r) => cell(known(r.harm), kindOf(s.subject_to)) },
    s.subject_to && { name: "Bound", cell: (r) => kBound[r.bound] },
    { name: "Outcome", cell: (r) => outcome(r, s) },
  ].filter(Boolean);
  return section("selection", "Which scenario is best", null,
    h("p", { class: "verdict" }, verdict(s)),
    h("p", { class: "lead" }, promise(s)),
    table("Which scenario is best", columns, s.scenarios));
}

const known = (e) => (e.mean === null ? null : e);
const kBound = { kept: "kept", broken: "broken", "not shown": "not shown to be kept" };

function amount(value, of) {
  const text = format(kindOf(of), value);
  return kindOf(of) === "count" ? `${text} ${of.unit}` : text;
}

/** The answer in a sentence. */
export function verdict(s) {
  const bound = s.subject_to ? `, among those shown to have at most ${amount(s.subject_to.at_most, s.subject_to)} of ${s.subject_to.metric}` : "";
  if (s.selected !== null) return `★ ${s.scenarios[s.selected].name} is best: it has the ${s.better === "lower" ? "lowest" : "highest"} ${s.metric}${bound}.`;
  if (s.decided) return `No scenario keeps the bound of ${amount(s.subject_to.at_most, s.subject_to)} of ${s.subject_to.metric}.`;
  return `Not decided after ${format("count", s.replications)} replications.`;
}

function promise(s) {
  const bound = s.subject_to ? " Half of the error is spent on the bound: a scenario keeps it only once its interval, repeated at every look, lies below it." : "";
  return `If the best is better than the others by ${amount(s.indifference, s)} or more, it is found with ${format("share", s.confidence)} confidence `
    + `(Kim and Nelson 2001: after ${format("count", s.first_stage)} replications of each, scenarios leave as soon as they are too far behind).${bound}`;
}

function outcome(r, s) {
  if (r.fate === "selected") return h("strong", {}, "★ selected");
  if (r.fate === "eliminated") return `left at ${format("count", r.replications)}, beaten by ${s.scenarios[r.beaten_by].name}`;
  if (r.fate === "as good") return "as good as the selected one";
  return r.fate;
}
