import { line } from "./estimate.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { sweptMetrics } from "./swept.js";
import { numbers } from "./table.js";

/** A page of hundreds of rows helps nobody; points.csv has them all. */
const kMost = 200;

/** Every point with its metrics. */
export function points(sweep) {
  const shown = sweep.points.slice(0, kMost).map((p, i) => ({ ...p, number: i + 1 }));
  const rest = sweep.points.length - shown.length;
  return section("points", "Point by point", rest > 0 ? `The first ${format("count", kMost)} of ${format("count", sweep.points.length)} points; points.csv has all.` : null,
    numbers("Points", [
      { name: "Point", head: true, cell: (p) => String(p.number) },
      ...Object.keys(sweep.factors).map((name) => ({ name, cell: (p) => p.texts[name] })),
      ...sweptMetrics(sweep).map((m) => ({ name: m.name, numeric: true, cell: (p) => (p.metrics[m.name] && p.metrics[m.name].mean !== null ? line(p.metrics[m.name], m.kind) : "does not apply") })),
    ], shown, "Show the points"));
}
