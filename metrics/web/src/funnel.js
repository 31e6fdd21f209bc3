import { cell } from "./estimate.js";
import { figure } from "./figure.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { numbers } from "./table.js";
import { whiskers } from "./whiskers.js";

/** From the stop in the street to the hold, and where scans end early. */
export function funnel(study) {
  const steps = study.funnel ?? [];
  const failures = study.failures ?? [];
  if (steps.length === 0) return null;
  const scans = steps.find((s) => s.key === "scans")?.count.mean;
  const rows = steps.map((s) => ({ label: s.label, e: s.count }));
  return section("funnel", "From the stop to the hold",
    "How many people reach each step in the simulated period.",
    figure({
      title: "People at each step", note: "Each line to the right is ten times the one before it.",
      label: `Dots on a logarithmic scale, one for each step: ${steps.map((s) => `${s.label} ${format("count", s.count.mean)}`).join(", ")}.`,
      draw: (width) => whiskers(rows, { scale: "log", axis: "people (each line is ten times the one before)" }, width),
      after: numbers("People at each step", [
        { name: "Step", head: true, cell: (s) => s.label },
        { name: "People", numeric: true, cell: (s) => cell(s.count) },
        { name: "Compared with scans", numeric: true, cell: (s) => comparedWith(scans, s) },
      ], steps),
    }),
    failures.length > 0 && figure({
      title: "Why scans end without an answer",
      label: `Share of scans by reason: ${failures.map((f) => `${f.label} ${format("share", f.share_of_scans.mean)}`).join(", ")}.`,
      draw: (width) => whiskers(failures.map((f) => ({ label: f.label, e: f.share_of_scans })), { kind: "share", axis: "share of scans" }, width),
      after: numbers("Scans without an answer", [
        { name: "Reason", head: true, cell: (f) => f.label },
        { name: "Scans", numeric: true, cell: (f) => cell(f.count) },
        { name: "Share of scans", numeric: true, cell: (f) => cell(f.share_of_scans, "share") },
      ], failures),
    }));
}

function comparedWith(scans, step) {
  if (!(scans > 0) || step.key === "stops" || step.key === "scans" || step.count.mean === 0) return "";
  const share = step.count.mean / scans;
  return share >= 0.01 ? format("share", share) : `${format("count", share * 1e5)} per 100,000`;
}
