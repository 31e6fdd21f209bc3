import { h } from "./dom.js";
import { cell } from "./estimate.js";
import { figure } from "./figure.js";
import { format } from "./format.js";
import { horizon } from "./horizon.js";
import { section } from "./section.js";
import { numbers, table } from "./table.js";
import { whiskers } from "./whiskers.js";

/** Whose data stays behind, for how long, and who can reach it. */
export function exposure(study) {
  const rows = study.exposure?.rows ?? [];
  const statuses = study.exposure?.by_status ?? [];
  if (rows.length === 0 && statuses.length === 0) return null;
  return section("exposure", "What stays behind",
    "Photos and records that remain after the scan, whatever its outcome.",
    table("What stays behind", [
      { name: "Measure", head: true, cell: (r) => [r.label, h("span", { class: "range" }, r.meaning)] },
      { name: "Value", numeric: true, cell: (r) => [cell(r.value), h("span", { class: "unit" }, r.unit)] },
    ], rows),
    statuses.length > 0 && figure({
      title: "Whose photos are kept",
      label: `Photos kept by status: ${statuses.map((s) => `${s.label} ${format("count", s.images.mean)}`).join("; ")}.`,
      draw: (width) => whiskers(statuses.map((s) => ({ label: s.label, e: s.images })), { axis: "photos kept" }, width),
      after: numbers("Photos kept by status", [
        { name: "Status", head: true, cell: (s) => s.label },
        { name: "Photos", numeric: true, cell: (s) => cell(s.images) },
        { name: "Photo-years", numeric: true, cell: (s) => cell(s.image_years) },
      ], statuses),
    }),
    horizon(study.exposure?.horizon));
}
