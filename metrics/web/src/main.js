import { alternatives } from "./alternatives.js";
import { assumptions } from "./assumptions.js";
import { attribution } from "./attribution.js";
import { comparisonHead, reading, titleOf } from "./compared.js";
import { definitions } from "./definitions.js";
import { desk } from "./desk.js";
import { differences } from "./differences.js";
import { disparity } from "./disparity.js";
import { h } from "./dom.js";
import { bySize, byGroup, det, detection, evaluationHead, evaluationTitle, method, ranks, verification } from "./evaluation.js";
import { everyMetric } from "./every_metric.js";
import { exposure } from "./exposure.js";
import { drawFigures } from "./figure.js";
import { funnel } from "./funnel.js";
import { headline } from "./headline.js";
import { holds } from "./holds.js";
import { latency } from "./latency.js";
import { limits } from "./limits.js";
import { map } from "./map.js";
import { masthead } from "./masthead.js";
import { ports } from "./ports.js";
import { reproduce } from "./reproduce.js";
import { scoreboard } from "./scoreboard.js";
import { selection } from "./selection.js";
import { stories } from "./stories.js";
import { stress } from "./stress.js";
import { systems } from "./systems.js";
import { worlds } from "./worlds.js";

const kStudy = { head: masthead, sections: [headline, systems, ports, funnel, latency, desk, holds, attribution, stories, disparity, worlds, exposure, map, assumptions, definitions, limits, stress, reproduce] };
const kComparison = { head: comparisonHead, sections: [scoreboard, selection, differences, alternatives, everyMetric, reading, definitions, limits] };
const kEvaluation = { head: evaluationHead, sections: [verification, det, bySize, ranks, byGroup, detection, method] };

function titleOfPage(study) {
  if (study.kind === "evaluation") return evaluationTitle(study);
  return study.kind === "comparison" ? titleOf(study) : study.scenario.title;
}

const kField = new Set([funnel, latency, desk, holds, attribution, stories, disparity, exposure, map]);

function main() {
  const study = JSON.parse(document.getElementById("study").textContent);
  const page = { comparison: kComparison, evaluation: kEvaluation }[study.kind] ?? kStudy;
  document.title = `${titleOfPage(study)} – fieldtwin`;
  const sections = page.sections.filter((make) => applies(make, study)).map((make) => make(study)).filter(Boolean);
  document.getElementById("page").replaceChildren(page.head(study), h("div", { class: "body" }, contents(sections), h("main", {}, sections)), footer(study));
  drawFigures();
  document.documentElement.dataset.ready = "true";
}

/** What officers in the field do has no place in a study of ports alone. */
function applies(make, study) {
  const portsAlone = study.ports && !(study.metrics?.["scans.total"]?.mean > 0);
  return !portsAlone || !kField.has(make);
}

function contents(sections) {
  return h("nav", { "aria-label": "On this page" }, h("p", {}, "On this page"),
    h("ol", {}, sections.map((s) => h("li", {}, h("a", { href: `#${s.id}` }, s.querySelector("h2").textContent)))));
}

function footer(study) {
  return h("footer", {},
    h("p", {}, study.kind === "evaluation"
      ? "The page shows how well a matcher compares the photos of the data set that it was given; it holds no photo and no template."
      : "Every person, officer and case in this study is synthetic. The page shows results of a simulation, not of the observation of real people, and no real person can be looked up in it."),
    h("p", {}, `Made with fieldtwin ${study.fieldtwin}. This page is one file and loads nothing from the network.`));
}

main();
