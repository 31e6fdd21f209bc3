import { hasInterval } from "./estimate.js";
import { formatTogether } from "./format.js";

/** What kind of number a metric is, by its unit. */
export function kindOf(metric) {
  if (metric.unit === "s") return "seconds";
  return metric.unit === "share" ? "share" : "count";
}

/** Nothing differs in any pair of replications. */
export function isExactlyNone(d) {
  return d !== null && d.mean === 0 && d.ci_low === 0 && d.ci_high === 0;
}

/** Whether there is a difference to speak of: both scenarios have the metric. */
export function isKnown(d) {
  return d !== null && d.mean !== null && d.mean !== undefined;
}

function texts(values, kind) {
  const { texts, suffix } = formatTogether(kind, values);
  return { texts, suffix: kind === "share" ? " points" : suffix };
}

/** A difference with its sign: `{value: "+3.2 min", range: "+1.1 to +5.3 min"}`; range may be null. */
export function signed(d, kind) {
  if (!isKnown(d)) return { value: "not known", range: null };
  if (isExactlyNone(d)) return { value: "the same in every pair", range: null };
  const values = hasInterval(d) ? [d.mean, d.ci_low, d.ci_high] : [d.mean];
  const { texts: words, suffix } = texts(values, kind);
  const [mean, low, high] = words.map((text, i) => (values[i] > 0 && /[1-9]/.test(text) ? `+${text}` : text));
  return { value: mean + suffix, range: hasInterval(d) ? `${low} to ${high}${suffix}` : null };
}

export function signedLine(d, kind) {
  const { value, range } = signed(d, kind);
  return range === null ? value : `${value} (${range})`;
}

/** The size of a real difference, whatever its sign: "3.2 min (1.1 to 5.3 min)". */
export function size(d, kind) {
  const ends = [Math.abs(d.ci_low), Math.abs(d.ci_high)].sort((a, b) => a - b);
  const { texts: [mean, low, high], suffix } = texts([Math.abs(d.mean), ...ends], kind);
  return `${mean}${suffix} (${low} to ${high}${suffix})`;
}

/** "one", "one and two", "one, two and three". */
export function enumerate(items) {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The headline metrics of a comparison, each with its words. */
export function headlineMetrics(comparison) {
  const byName = new Map(comparison.metrics.map((m) => [m.name, m]));
  return comparison.headlines.filter((row) => byName.has(row.metric)).map((row) => ({ ...row, ...byName.get(row.metric) }));
}
