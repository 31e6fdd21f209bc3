import { headlineMetrics, kindOf } from "./difference.js";
import { h } from "./dom.js";
import { cell } from "./estimate.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { table } from "./table.js";

/** Scenario by metric, best and worst marked. */
export function scoreboard(comparison) {
  const rows = headlineMetrics(comparison);
  if (rows.length === 0) return null;
  const columns = [
    { name: "Metric", head: true, cell: (m) => [h("span", { class: m.part && "part" }, m.words), direction(m)] },
    ...comparison.scenarios.map((s, i) => ({
      name: i === 0 ? `${s.name} (base)` : s.name, numeric: true, cell: (m) => [value(m, i), mark(m, i)],
    })),
  ];
  return section("scoreboard", "Scenario by scenario",
    "Averages of a replication, with the interval of each. Best and worst are marked where lower or higher is better, "
    + "and where the two really differ.",
    h("div", { class: "scoreboard" }, table("Scenario by metric", columns, rows)));
}

/** A wait of no length is a wait: "0 s", where a count of nothing is "none seen". */
export function value(m, i) {
  const e = known(m.values[i]);
  const kind = kindOf(m);
  if (kind === "seconds" && e?.mean === 0) return h("span", { class: "value" }, format(kind, 0));
  return cell(e, kind);
}

export function known(e) {
  return e === null || e.mean === null ? null : e;
}

function direction(m) {
  return m.better !== "neither" && h("span", { class: "range" }, `${m.better} is better`);
}

/** In words and with a sign, so that colour is not needed to tell them. */
export function mark(m, i) {
  if (m.best.includes(i)) return h("span", { class: "marked" }, h("span", { class: "badge best" }, "★ best"));
  if (m.worst.includes(i)) return h("span", { class: "marked" }, h("span", { class: "badge worst" }, "▼ worst"));
  return null;
}
