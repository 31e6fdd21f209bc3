import { cell } from "./estimate.js";
import { figure } from "./figure.js";
import { format } from "./format.js";
import { h } from "./dom.js";
import { section } from "./section.js";
import { table } from "./table.js";
import { whiskers } from "./whiskers.js";

const kGaps = {
  opt_out: "did not want to",
  no_staff: "nobody ran the cameras",
  camera_down: "camera out of order",
  skipped: "line late, camera passed by",
  excluded: "could not be photographed",
  no_photo: "no usable photo",
  no_network: "connection or service down",
  no_answer: "no answer in time",
  no_match: "not found in the gallery",
  record: "record acted on",
};

/** Parts of the table; what is in none of them is in the first. The gaps are in the figure. */
const kParts = [
  { title: "Captured, answered and matched", keys: [] },
  { title: "What becomes of the rest", keys: ["manual_checks", "contact_ice", "unconfirmed", "secondary", "held", "held_wrongly", "held_wrongly.person_hours", "impostors_passed", "wait_s.mean", "delayed_flights", "boarding_delay"] },
  { title: "Photos that stay", keys: ["images.citizens", "images.others", "image_hours.citizens", "image_years.others"] },
];
const isGap = (key) => key.startsWith("port.gap.") || key === "port.opt_out";

function partOf(row) {
  return Math.max(0, kParts.findIndex((part) => part.keys.some((key) => row.key === `port.${key}`)));
}

function kindOf(unit) {
  return { share: "share", s: "seconds" }[unit] ?? "count";
}

/** Whether travellers are all that a study has: nobody is stopped in the street or booked in jail. */
export const portsAlone = (study) => study.metrics?.["port.stops_per_traveller"]?.mean === 1;

/** What happens at ports with cameras, where the scenario has any. */
export function ports(study) {
  const all = study.ports?.rows ?? [];
  if (all.length === 0) return null;
  const rows = all.filter((r) => !isGap(r.key) && !(portsAlone(study) && r.key === "port.stops_per_traveller"));
  const gaps = study.ports.gaps.filter((gap) => gap.share);
  return section("ports", "At the ports",
    "Travellers whose face is compared with the photos of those who are expected, and what becomes of the rest.",
    kParts.map((part, i) => tableOf(part.title, rows.filter((r) => partOf(r) === i))),
    gaps.length > 0 && figure({
      title: "Why travellers were not confirmed by the face",
      label: `Shares of travellers: ${gaps.map((gap) => `${kGaps[gap.gap]} ${format("share", gap.share.mean)}`).join("; ")}.`,
      draw: (width) => whiskers(gaps.map((gap) => ({ label: kGaps[gap.gap], e: gap.share })), { kind: "share", axis: "share of travellers" }, width),
    }));
}

function tableOf(title, rows) {
  if (rows.length === 0) return null;
  return [h("h3", { class: "apart" }, title), table(title, [
    { name: "Measure", head: true, cell: (r) => [r.meaning, h("span", { class: "range" }, r.key)] },
    { name: "Value", numeric: true, cell: (r) => [cell(r.value, kindOf(r.unit)), kindOf(r.unit) === "count" && h("span", { class: "unit" }, r.unit)] },
  ], rows)];
}
