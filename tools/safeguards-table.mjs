// Writes a comparison of safeguards, as fieldtwin compare prints it with --json, as a table between the marks of a
// page: node safeguards-table.mjs COMPARISON.json PAGE.md
import { readFileSync, writeFileSync } from "node:fs";

const begin = "<!-- begin table: tools/safeguards-table -->";
const end = "<!-- end table -->";
const base = "no-safeguards";
const groups = [
  {
    title: "Wrongful holds, expected per 100,000 scans",
    columns: [
      ["any", "custody.wrongful.any.expected.per_100k_scans"],
      ["US citizens", "custody.wrongful.us_citizen.expected.per_100k_scans"],
      ["lawful status", "custody.wrongful.lawful_status.expected.per_100k_scans"],
      ["as somebody else", "custody.wrongful.false_match.expected.per_100k_scans"],
      ["on a wrong record", "custody.wrongful.stale_record.expected.per_100k_scans"],
      ["prolonged stops", "stops.prolonged.per_100k_scans"],
    ],
  },
  {
    title: "Time, and load on people",
    columns: [
      ["answer, mean [s]", "latency.answer_s.mean"],
      ["to the decision, mean [s]", "latency.disposition_s.mean"],
      ["calls to ICE a day", "ice.calls"],
      ["agents' hours on calls a day", "ice.busy_hours"],
      ["reviewers' and supervisors' hours a day", "oversight.hours"],
      ["all holds a day", "custody.holds"],
    ],
  },
  {
    title: "Exposure",
    columns: [
      ["photos kept a day", "exposure.images"],
      ["photo-years", "exposure.image_years"],
      ["copies", "exposure.copies"],
      ["photos expected to be taken in breaches", "exposure.exposures"],
    ],
  },
];

/// Three digits, and no more than the number has.
function digits(value) {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(size >= 100 ? 3 : 2)));
}

function signed(value) {
  return value > 0 ? `+${digits(value)}` : digits(value).replace("-", "−");
}

function interval(low, high, write) {
  return low === null || high === null ? "" : ` <small>${write(low)} to ${write(high)}</small>`;
}

function baseCell(metric) {
  const { mean, ci_low, ci_high } = metric.base;
  return mean === null ? "none" : `${digits(mean)}${interval(ci_low, ci_high, digits)}`;
}

function differenceCell(metric, name) {
  const difference = metric.alternatives[name]?.difference;
  if (!difference || difference.mean === null) return "none";
  const { mean, ci_low, ci_high } = difference;
  if (mean === 0 && ci_low === 0 && ci_high === 0) return "0";
  const text = `${signed(mean)}${interval(ci_low, ci_high, signed)}`;
  return metric.alternatives[name].real ? text : `(${text})`;
}

export function tableOf(comparison) {
  const names = comparison.alternatives;
  const lines = [];
  for (const group of groups) {
    const columns = group.columns.filter(([, path]) => comparison.metrics[path]);
    lines.push(`### ${group.title}`);
    lines.push(`| safeguard | ${columns.map(([label]) => label).join(" | ")} |`);
    lines.push(`|---|${columns.map(() => "---").join("|")}|`);
    const row = (label, cell) =>
      lines.push(`| ${label} | ${columns.map(([, path]) => cell(comparison.metrics[path])).join(" | ")} |`);
    row("*none*", baseCell);
    for (const name of names) {
      const label = name.startsWith(`${base}+`) ? `\`${name.slice(base.length + 1)}\`` : "*all*";
      row(label, (metric) => differenceCell(metric, name));
    }
    lines.push("");
  }
  lines.push(
    `National day, ${comparison.replications} replications, seed ${comparison.seed}. Differences in brackets are not ` +
      "told from luck; 0 without an interval is exactly 0.",
  );
  return lines.join("\n");
}

export function inPage(page, table) {
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the page has no place for the table: ${begin} ... ${end}`);
  return `${page.slice(0, from + begin.length)}\n${table}\n${page.slice(to)}`;
}

if (process.argv[1]?.endsWith("safeguards-table.mjs")) {
  const [, , data, page] = process.argv;
  const comparison = JSON.parse(readFileSync(data, "utf8"));
  writeFileSync(page, inPage(readFileSync(page, "utf8"), tableOf(comparison)));
}
