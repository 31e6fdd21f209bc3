import { h } from "./dom.js";
import { section } from "./section.js";

/** What the terms on this page mean. */
export function definitions(study) {
  const terms = study.definitions ?? [];
  if (terms.length === 0) return null;
  return section("definitions", "What the terms mean", null,
    h("dl", { class: "terms" }, terms.map(({ term, text }) => h("div", {}, h("dt", {}, term), h("dd", {}, text)))));
}
