import { h } from "./dom.js";
import { format, formatTogether } from "./format.js";

/** An estimate `{mean, ci_low, ci_high}` in words. Both ends are null when there is no interval. */
export function hasInterval(e) {
  return e.ci_low !== null && e.ci_low !== undefined && e.ci_high !== null && e.ci_high !== undefined;
}

/** Nothing of the kind was seen in any replication: an upper bound can be given, not a rate. */
export function isNone(e) {
  return e.mean === 0;
}

/** `{value, range}`: "3.1" and "3.0 to 3.3"; "none seen" and "at most 0.0075"; range may be null. */
export function words(e, kind = "count") {
  if (isNone(e)) {
    const bounded = hasInterval(e) && e.ci_high > 0;
    return { value: "none seen", range: bounded ? `at most ${format(kind, e.ci_high)}` : null };
  }
  if (!hasInterval(e)) return { value: format(kind, e.mean), range: null };
  const { texts, suffix } = formatTogether(kind, [e.mean, e.ci_low, e.ci_high]);
  const exact = e.ci_low === e.mean && e.ci_high === e.mean;
  return { value: texts[0] + suffix, range: exact ? null : `${texts[1]} to ${texts[2]}${suffix}` };
}

/** One line: "3.1 (3.0 to 3.3)". */
export function line(e, kind = "count") {
  if (!e) return "not seen";
  const { value, range } = words(e, kind);
  return range === null ? value : `${value} (${range})`;
}

/** The interval of a headline number as a sentence part: "between 3.0 and 3.3". */
export function between(e, kind = "count") {
  const { range } = words(e, kind);
  if (isNone(e)) return range ?? "no interval from one replication";
  if (range === null) return hasInterval(e) ? "the same in every replication" : "no interval from one replication";
  return `between ${range.replace(" to ", " and ")}`;
}

/** The contents of a table cell: the value, and its interval below it. */
export function cell(e, kind = "count") {
  if (!e) return h("span", { class: "range" }, "not seen");
  const { value, range } = words(e, kind);
  return [h("span", { class: "value" }, value), range && h("span", { class: "range" }, range)];
}
