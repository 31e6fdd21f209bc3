import { format } from "./format.js";

/**
 * Classes of a map: at most `most` thresholds at 1, 2, 5, 10, ... between the smallest and the
 * largest value, because states differ by factors of a hundred. Returns `{of(value), labels}`;
 * class 0 is exactly zero, the others grow from 1.
 */
export function classes(values, kind, most = 5) {
  const positive = values.filter((v) => v > 0);
  if (positive.length === 0) return { of: () => 0, labels: ["0"] };
  const cuts = niceCuts(Math.min(...positive), Math.max(...positive), most);
  const labels = ["0"];
  for (let k = 0; k <= cuts.length; ++k) {
    if (cuts.length === 0) labels.push("above 0");
    else if (k === 0) labels.push(`under ${format(kind, cuts[0]).replace(".0 ", " ")}`);
    else if (k === cuts.length) labels.push(`${tidy(kind, cuts[k - 1])} or more`);
    else labels.push(`${tidy(kind, cuts[k - 1])} to ${tidy(kind, cuts[k])}`);
  }
  return { of: (v) => (v > 0 ? 1 + cuts.filter((c) => v >= c).length : 0), labels };
}

function tidy(kind, value) {
  return format(kind, value).replace(/\.0+(?=\D|$)/, "");
}

function niceCuts(low, high, most) {
  const steps = [];
  for (let p = Math.floor(Math.log10(low)) - 1; p <= Math.ceil(Math.log10(high)); ++p) {
    for (const m of [1, 2, 5]) steps.push(Number((m * 10 ** p).toPrecision(1)));
  }
  let cuts = steps.filter((s) => s > low && s < high);
  const whole = cuts.filter((s) => /^[1]/.test(s.toExponential()));
  if (cuts.length > most && whole.length >= 3) cuts = whole;
  while (cuts.length > most) cuts = cuts.filter((_, i) => (cuts.length - 1 - i) % 2 === 0);
  return cuts;
}
