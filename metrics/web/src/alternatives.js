import { enumerate, headlineMetrics, isExactlyNone, isKnown, kindOf, size } from "./difference.js";
import { h } from "./dom.js";
import { plural } from "./format.js";
import { section } from "./section.js";

/** What each alternative changes: in a sentence what comes of it, then what was set differently. */
export function alternatives(comparison) {
  const [base, ...others] = comparison.scenarios;
  if (others.length === 0) return null;
  return section("alternatives", "What each alternative really changes", null,
    h("ul", { class: "cards wide" }, others.map((s, i) => h("li", { class: "card" },
      h("h3", {}, s.name), s.title !== s.name && h("p", { class: "prefix" }, s.title),
      h("p", { class: "says" }, sentence(comparison, i + 1)),
      h("p", { class: "meaning" }, luck(comparison, i + 1)),
      h("div", { class: "meaning" }, h("p", {}, setDifferently(s, base)), changes(s)),
      h("p", { class: "meaning last" }, link(s, "Its own report"))))),
    h("p", { class: "aside" }, link(base, `The report of the base, ${base.name}`), "."));
}

export function link(scenario, text) {
  return h("a", { href: `${encodeURIComponent(scenario.folder)}/report.html` }, text);
}

/** In one sentence, what of the headline metrics is really different. */
export function sentence(comparison, place) {
  const rows = headlineMetrics(comparison).filter((m) => isKnown(m.differences[place]));
  const real = rows.filter((m) => m.differences[place].real);
  if (rows.every((m) => isExactlyNone(m.differences[place]))) return "Leaves every headline metric exactly as it is.";
  if (real.length === 0) return "Changes none of the headline metrics for certain: every interval reaches zero.";
  const named = (m) => `“${m.alone}” by ${size(m.differences[place], kindOf(m))}`;
  const lowered = real.filter((m) => m.differences[place].mean < 0).map(named);
  const raised = real.filter((m) => m.differences[place].mean > 0).map(named);
  const parts = [lowered.length > 0 && `lowers ${enumerate(lowered)}`, raised.length > 0 && `raises ${enumerate(raised)}`].filter(Boolean);
  const text = parts.join("; it ");
  const rest = rows.length - real.length;
  return `${text[0].toUpperCase()}${text.slice(1)}.${rest > 0 ? ` No real change in the other ${plural(rest, "headline metric")}.` : ""}`;
}

/** How many of all metrics differ, beside how many would by luck. */
function luck(comparison, place) {
  const tried = comparison.metrics.filter((m) => isKnown(m.differences[place]) && !isExactlyNone(m.differences[place]));
  const real = tried.filter((m) => m.differences[place].real).length;
  if (tried.length === 0) return `None of ${plural(comparison.metrics.length, "metric")} differs in any pair of replications.`;
  const byLuck = Math.round((1 - comparison.confidence) * tried.length);
  return `Of all ${plural(comparison.metrics.length, "metric")}, ${tried.length} are not the same in every pair and ${real} of these `
    + `differ really; about ${byLuck} would by luck alone.`;
}

function setDifferently(s, base) {
  if (s.changes.length === 0) return `Every parameter is that of ${base.name}.`;
  return `Set differently from ${base.name}: ${plural(s.changes.length, "parameter")}.`;
}

function changes(s) {
  return s.changes.length > 0 && h("ul", { class: "changes" }, s.changes.map((c) => h("li", {},
    h("code", {}, c.path), ` ${c.base} → `, h("strong", {}, c.value), h("span", { class: "range" }, c.meaning))));
}
