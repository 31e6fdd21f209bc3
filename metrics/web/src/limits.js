import { h } from "./dom.js";
import { section } from "./section.js";

/** What the study cannot tell. */
export function limits(study) {
  const sentences = study.limits ?? [];
  if (sentences.length === 0) return null;
  return section("limits", "What this study cannot tell", null,
    h("ul", { class: "limits" }, sentences.map((text) => h("li", {}, text))));
}
