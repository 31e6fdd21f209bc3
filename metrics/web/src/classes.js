import { ticks } from "d3-array";
import { scaleOf } from "./format.js";

const kMost = 5;

/**
 * Classes of a map: `{of(value), labels}`. Class 0 is exactly zero; the others grow from 1, cut at
 * round values: evenly if the values are within a factor of ten, and else at 1, 3, 10, 30, ...
 */
export function classes(values, kind) {
  const positive = values.filter((v) => v > 0);
  if (positive.length === 0) return { of: () => 0, labels: ["none"] };
  const { divisor, suffix } = scaleOf(kind, Math.max(...positive));
  const scaled = positive.map((v) => v / divisor);
  const cuts = cutsBetween(Math.min(...scaled), Math.max(...scaled));
  const write = (v) => v.toLocaleString("en-US", { maximumSignificantDigits: 3 });
  const inner = cuts.slice(1).map((c, k) => `${write(cuts[k])} to ${write(c)}${suffix}`);
  const labels = cuts.length === 0 ? [`above 0`]
    : [`under ${write(cuts[0])}${suffix}`, ...inner, `${write(cuts.at(-1))}${suffix} or more`];
  return { of: (v) => (v > 0 ? 1 + cuts.filter((c) => v / divisor >= c).length : 0), labels: ["none", ...labels] };
}

function cutsBetween(low, high) {
  if (high / low < 10) return ticks(low, high, kMost - 1).filter((t) => t > low && t < high).slice(-kMost);
  const cuts = [];
  for (let p = Math.floor(Math.log10(low)); p <= Math.log10(high); ++p) {
    cuts.push(Number(`1e${p}`), Number(`3e${p}`));
  }
  return cuts.filter((c) => c > low && c < high).slice(-kMost);
}
