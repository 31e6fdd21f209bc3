/**
 * Numbers as people read them. A kind says what is counted: "count", "seconds", "share" (0 to 1,
 * shown as a percentage). Values that belong together get one unit and one number of decimals.
 */

const kDurations = [
  [90, 1, "s"],
  [90 * 60, 60, "min"],
  [48 * 3600, 3600, "h"],
  [Infinity, 86400, "days"],
];

/** `{texts, suffix}` for values that are read side by side; the first one sets unit and precision. */
export function formatTogether(kind, values) {
  const known = values.filter((v) => v !== null && v !== undefined);
  const lead = known.find((v) => v !== 0) ?? 0;
  const { divisor, suffix } = scaleOf(kind, Math.abs(lead));
  const scaled = values.map((v) => (v === null || v === undefined ? null : v / divisor));
  const decimals = decimalsFor(scaled.filter((v) => v !== null));
  return { texts: scaled.map((v) => (v === null ? null : fixed(v, decimals))), suffix };
}

/** One value with its unit, e.g. "9.6 s", "12%", "1,013". */
export function format(kind, value) {
  if (value === null || value === undefined) return "not known";
  const { texts, suffix } = formatTogether(kind, [value]);
  return texts[0] + suffix;
}

/** A round value at an axis: "0.5", "10 s", "1 min", "20%". */
export function tick(kind, value) {
  if (value === 0) return kind === "share" ? "0%" : "0";
  if (kind === "seconds") {
    const [divisor, unit] = [[86400, "days"], [3600, "h"], [60, "min"], [1, "s"]].find(([d]) => value >= d) ?? [1, "s"];
    return `${round(value / divisor)} ${unit}`;
  }
  const { divisor, suffix } = scaleOf(kind, Math.abs(value));
  return round(value / divisor) + suffix;
}

/** About `most` round values between two ends, in the unit that their axis is labelled with. */
export function roundTicks(kind, [low, high], most = 5) {
  const { divisor } = scaleOf(kind, Math.max(Math.abs(low), Math.abs(high)));
  const rough = (high - low) / divisor / most;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((s) => s * power).find((s) => s >= rough) * divisor;
  const ticks = [];
  for (let k = Math.ceil(low / step); k * step <= high; ++k) ticks.push(k === 0 ? 0 : k * step);
  return ticks;
}

function round(value) {
  return Number(value.toPrecision(4)).toLocaleString("en-US", { maximumFractionDigits: 9 });
}

/** The unit for values of about the size of `lead`: `{divisor, suffix}`. */
export function scaleOf(kind, lead) {
  if (kind === "share") return { divisor: 0.01, suffix: "%" };
  if (kind === "seconds") {
    const [, divisor, unit] = kDurations.find(([below]) => lead < below);
    return { divisor, suffix: ` ${unit}` };
  }
  if (lead >= 1e9) return { divisor: 1e9, suffix: " billion" };
  if (lead >= 1e6) return { divisor: 1e6, suffix: " million" };
  return { divisor: 1, suffix: "" };
}

/**
 * Decimals for a mean and the ends of its interval: two significant digits of the mean, three from
 * ten on if the interval is narrow, and more only if different values would otherwise read the same.
 */
function decimalsFor(values) {
  const lead = Math.abs(values.find((v) => v !== 0) ?? 0);
  if (lead === 0) return 0;
  const width = Math.max(...values) - Math.min(...values);
  const digits = width / 2 > 0.05 * lead || lead < 10 ? 2 : 3;
  const needed = digits - 1 - Math.floor(Math.log10(lead));
  let decimals = Math.min(6, Math.max(0, needed));
  if (values.every((v) => Number.isInteger(v))) return 0;
  const distinct = new Set(values).size;
  const most = Math.min(6, decimals + 2);
  while (decimals < most && new Set(values.map((v) => fixed(v, decimals))).size < distinct) ++decimals;
  return decimals;
}

function fixed(value, decimals) {
  const smallest = 10 ** -decimals;
  if (value !== 0 && decimals === 6 && Math.abs(value) < smallest / 2) return "under 0.000001";
  const text = value.toLocaleString("en-US", {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  });
  return text.replace(/^-(?=[0.,]*$)/, "").replace(/^-/, "\u2212");
}

/** "Monday, November 3, 2025", or "November 3 to 9, 2025 (7 days)". */
export function formatPeriod(start, days) {
  const first = new Date(`${start}T00:00:00Z`);
  if (Number.isNaN(first.getTime())) return days > 1 ? `${start}, ${days} days` : String(start);
  const write = (date, options) => date.toLocaleDateString("en-US", { timeZone: "UTC", ...options });
  const long = { month: "long", day: "numeric", year: "numeric" };
  if (days <= 1) return write(first, { weekday: "long", ...long });
  const last = new Date(first.getTime() + (days - 1) * 86400e3);
  return `${write(first, long)} to ${write(last, long)} (${days} days)`;
}

/** The hour of a day as a clock shows it: 0 is "midnight", 6.5 is "6:30 am". */
export function formatHour(hour) {
  const minutes = Math.round(hour * 60) % 1440;
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0 && whole === 0) return "midnight";
  if (rest === 0 && whole === 12) return "noon";
  const minute = rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`;
  return `${whole % 12 === 0 ? 12 : whole % 12}${minute} ${whole < 12 ? "am" : "pm"}`;
}

/** "1 officer", "3,613 officers". */
export function plural(count, one, many = `${one}s`) {
  return `${format("count", count)} ${count === 1 ? one : many}`;
}
