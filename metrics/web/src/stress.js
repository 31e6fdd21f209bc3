import { h } from "./dom.js";
import { section } from "./section.js";

/** The STRESS-DES checklist, filled. */
export function stress(study) {
  const sections = study.stress ?? [];
  if (sections.length === 0) return null;
  return section("stress", "STRESS-DES checklist",
    "What a report of a discrete-event simulation should say (Monks et al. 2019, Journal of Simulation 13), from the scenario and the program.",
    sections.map((s) => [h("h3", { class: "apart" }, s.title),
      h("dl", { class: "checklist" }, s.items.map((item) => h("div", {},
        h("dt", {}, h("span", { class: "item" }, item.number), item.title),
        h("dd", {}, h("p", {}, item.text), item.points.length > 0 && (item.points.length > 8
          ? h("details", { class: "numbers" }, h("summary", {}, `Show all ${item.points.length}`), list(item.points)) : list(item.points))))))]));
}

function list(points) {
  return h("ul", {}, points.map((p) => h("li", {}, p)));
}
