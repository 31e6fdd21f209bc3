import { cell } from "./estimate.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { table } from "./table.js";

/** What each system contributes, where several run in one world. */
export function systems(study) {
  const rows = study.systems ?? [];
  if (rows.length === 0) return null;
  return section("systems", "The systems side by side",
    "Several systems run in this world: each has officers, devices and rules of its own, and they share the matching service and the ICE desk.",
    table("The systems side by side", [
      { name: "System", head: true, cell: (r) => r.label },
      { name: "Officers", numeric: true, cell: (r) => (r.officers === null ? "not counted" : format("count", r.officers)) },
      { name: "Stopped, booked or checked", numeric: true, cell: (r) => cell(r.stops) },
      { name: "Scans", numeric: true, cell: (r) => cell(r.scans) },
      { name: "Calls to ICE", numeric: true, cell: (r) => cell(r.calls) },
      { name: "Holds", numeric: true, cell: (r) => cell(r.holds) },
      { name: "Wrongful", numeric: true, cell: (r) => cell(r.wrongful) },
      { name: "Photos kept", numeric: true, cell: (r) => cell(r.images) },
    ], rows));
}
