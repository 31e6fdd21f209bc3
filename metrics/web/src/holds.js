import { h } from "./dom.js";
import { cell, hasInterval, isNone, line, words } from "./estimate.js";
import { figure } from "./figure.js";
import { format } from "./format.js";
import { portsAlone } from "./ports.js";
import { section } from "./section.js";
import { numbers, table } from "./table.js";
import { whiskers } from "./whiskers.js";

/** Wrongful holds: by kind with definitions, by cause, by group and status with the rates. */
export function holds(study) {
  const { holds } = study;
  const kinds = holds?.kinds ?? [];
  if (kinds.length === 0) return null;
  return section("holds", "Holds, and wrongful holds",
    "Whether a hold is wrongful is judged by the person’s true record, which only the simulation knows. The kinds overlap: one hold can be of several, so the rows do not add up.",
    summary(holds),
    table("Wrongful holds by kind", [
      { name: "Kind", head: true, cell: (k) => [k.label, h("span", { class: "range" }, k.definition)] },
      { name: "People", numeric: true, cell: (k) => cell(k.count) },
      { name: "Per 100,000 scans", numeric: true, cell: (k) => cell(k.per_100k_scans) },
      { name: "Person-hours held", numeric: true, cell: (k) => cell(k.person_hours) },
    ], kinds),
    portsAlone(study) ? null : published(holds.published),
    portsAlone(study) ? null : expected(kinds),
    byCause(holds.by_cause ?? []),
    byParty(holds),
    byPeople("By group", "group", "groups", holds.by_group ?? []),
    byPeople("By citizenship and status", "status", "statuses", holds.by_status ?? []));
}

/** The same holds from the probabilities of every scan, and which of the two numbers to use. */
function expected(kinds) {
  const rows = kinds.filter((k) => k.expected?.count);
  if (rows.length === 0) return null;
  return figure({
    title: "Expected from the chances of every scan",
    note: "Each answered scan adds the probability with which it was to end in a wrongful hold, instead of 0 or 1. "
      + "This estimates the same rates as the counts above, and is as a rule known much better.",
    label: `Wrongful holds per 100,000 scans, counted and expected: ${rows.map((k) => `${k.label} ${line(k.per_100k_scans)} and ${line(k.expected.per_100k_scans)}`).join("; ")}.`,
    draw: (width) => whiskers(rows.flatMap((k) => [
      { label: `${k.label}, counted`, e: k.per_100k_scans },
      { label: "expected", e: k.expected.per_100k_scans },
    ].filter((row) => row.e)), { axis: "people per 100,000 scans" }, width),
    after: numbers("Expected wrongful holds", [
      { name: "Kind", head: true, cell: (k) => k.label },
      { name: "People", numeric: true, cell: (k) => cell(k.expected.count) },
      { name: "Per 100,000 scans", numeric: true, cell: (k) => cell(k.expected.per_100k_scans) },
      { name: "Person-hours held", numeric: true, cell: (k) => cell(k.expected.person_hours) },
      { name: "Which to use", cell: (k) => advice(k.expected.variance_reduction) },
    ], rows),
  });
}

function advice(reduction) {
  if (reduction === null || reduction === undefined) return "this: none counted, or too few to compare";
  if (reduction <= 1) return "the count";
  return `this: ${format("count", Number(reduction.toPrecision(2)))} times less variance than the count`;
}

function summary(holds) {
  const parts = [];
  if (holds.all) parts.push(["People held, rightly or wrongly", holds.all]);
  if (holds.prolonged_stops) parts.push(["Stops prolonged beyond their limit", holds.prolonged_stops]);
  return h("dl", { class: "facts" }, parts.map(([name, e]) =>
    h("div", {}, h("dt", {}, name), h("dd", {}, line(e)))));
}

/** Citizens among those held, beside what agencies have counted. */
function published(bounds) {
  if (!bounds?.simulated) return null;
  const rows = [{ label: "In this study", share: bounds.simulated, whom: "US citizens, of all people held after a scan" },
    ...bounds.rows.map((r) => ({ ...r, share: { mean: r.share, ci_low: null, ci_high: null } }))];
  return [h("h3", { class: "apart" }, "US citizens among those held, beside published counts"),
    h("p", { class: "lead" }, bounds.difference),
    table("US citizens among those held", [
      { name: "Count", head: true, cell: (r) => [`${r.label.charAt(0).toUpperCase()}${r.label.slice(1)}`, h("span", { class: "range" }, r.whom), r.source && h("span", { class: "range" }, r.source)] },
      { name: "Share", numeric: true, cell: (r) => [cell(r.share, "share"), r.people && h("span", { class: "range" }, `${format("count", r.citizens)} of ${format("count", r.people)}`)] },
    ], rows)];
}

function byCause(causes) {
  if (causes.length === 0) return null;
  return figure({
    title: "By cause", note: "What made a wrongful hold possible, on average over the simulated period.",
    label: `Wrongful holds by cause: ${causes.map((c) => `${c.label} ${line(c.count)}`).join("; ")}.`,
    draw: (width) => whiskers(causes.map((c) => ({ label: c.label, e: c.count })), { axis: "people held wrongly" }, width),
    after: numbers("Wrongful holds by cause", [
      { name: "Cause", head: true, cell: (c) => c.label },
      { name: "People", numeric: true, cell: (c) => cell(c.count) },
      { name: "Share of wrongful holds", numeric: true, cell: (c) => cell(c.share, "share") },
    ], causes),
  });
}

/** Who could have stopped it, and what prolonged stops were spent on; rows that say nothing left out. */
function byParty(holds) {
  const seen = (rows) => (rows ?? []).filter((r) => r.count && !isNone(r.count));
  const columns = (name, share) => [
    { name, head: true, cell: (r) => r.label },
    { name: "People", numeric: true, cell: (r) => cell(r.count) },
    { name: share, numeric: true, cell: (r) => cell(r.share, "share") },
  ];
  const parts = [
    ["Who could have stopped a wrongful hold", "Party", "Share of wrongful holds", seen(holds.by_party)],
    ["Who could have spared a prolonged stop", "Party", "Share of prolonged stops", seen(holds.prolonged_by_party)],
    ["What took longest in a prolonged stop", "Delay", "Share of prolonged stops", seen(holds.prolonged_by_delay)],
  ];
  return parts.filter(([, , , rows]) => rows.length > 0)
    .map(([title, name, share, rows]) => table(title, columns(name, share), rows));
}

function byPeople(title, one, many, rows) {
  if (rows.length === 0) return null;
  const bounded = rows.filter((r) => isNone(r.per_100k_scans) && hasInterval(r.per_100k_scans)).length;
  return figure({
    title, label: `Wrongful holds per 100,000 scans: ${rows.map((r) => `${r.label} ${words(r.per_100k_scans).value}`).join("; ")}.`,
    note: `Wrongful holds per 100,000 scans of people of each ${one}. Few scans give wide intervals: where two intervals overlap widely, the study does not show a difference between the ${many}.`
      + (bounded > 0 ? " A hollow dot means that none was seen; the dashed line ends at the most that is compatible with that." : ""),
    draw: (width) => whiskers(rows.map((r) => ({ label: r.label, e: r.per_100k_scans })), { axis: "wrongful holds per 100,000 scans" }, width),
    after: numbers(title, [
      { name: one === "group" ? "Group" : "Status", head: true, cell: (r) => r.label },
      { name: "Scans", numeric: true, cell: (r) => cell(r.scans) },
      { name: "Held wrongly", numeric: true, cell: (r) => cell(r.count) },
      { name: "Per 100,000 scans", numeric: true, cell: (r) => cell(r.per_100k_scans) },
    ], rows),
  });
}
