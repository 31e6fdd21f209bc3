import { alternatives } from "./alternatives.js";
import { assumptions } from "./assumptions.js";
import { attribution } from "./attribution.js";
import { answer, capacityHead, capacityReading, capacityTitle, resources, tried } from "./capacity.js";
import { comparisonHead, reading, titleOf } from "./compared.js";
import { definitions } from "./definitions.js";
import { desk } from "./desk.js";
import { differences } from "./differences.js";
import { disparity } from "./disparity.js";
import { h } from "./dom.js";
import { bySize, byGroup, det, detection, evaluationHead, evaluationTitle, method, ranks, verification } from "./evaluation.js";
import { everyMetric } from "./every_metric.js";
import { exposure } from "./exposure.js";
import { faults } from "./faults.js";
import { drawFigures } from "./figure.js";
import { funnel } from "./funnel.js";
import { heatMap } from "./heat_map.js";
import { headline } from "./headline.js";
import { holds } from "./holds.js";
import { knee } from "./knee.js";
import { latency } from "./latency.js";
import { limits } from "./limits.js";
import { mainEffects } from "./main_effects.js";
import { map } from "./map.js";
import { masthead } from "./masthead.js";
import { points } from "./points.js";
import { ports, portsAlone } from "./ports.js";
import { reproduce } from "./reproduce.js";
import { scoreboard } from "./scoreboard.js";
import { selection } from "./selection.js";
import { sensitivity } from "./sensitivity.js";
import { stories } from "./stories.js";
import { stress } from "./stress.js";
import { factors, sweepHead, sweepReading, sweepTitle } from "./swept.js";
import { systems } from "./systems.js";
import { worlds } from "./worlds.js";

const kStudy = { head: masthead, titleOf: (study) => study.scenario.title, sections: [headline, systems, ports, funnel, latency, desk, faults, holds, attribution, stories, disparity, worlds, exposure, map, assumptions, definitions, limits, stress, reproduce] };
const kComparison = { head: comparisonHead, titleOf, sections: [scoreboard, selection, differences, alternatives, everyMetric, reading, definitions, limits] };
const kEvaluation = { head: evaluationHead, titleOf: evaluationTitle, sections: [verification, det, bySize, ranks, byGroup, detection, method] };
const kSweep = { head: sweepHead, titleOf: sweepTitle, sections: [factors, mainEffects, heatMap, sensitivity, points, sweepReading, limits] };
const kCapacity = { head: capacityHead, titleOf: capacityTitle, sections: [answer, knee, resources, tried, capacityReading, limits] };
const kPages = { comparison: kComparison, evaluation: kEvaluation, sweep: kSweep, capacity: kCapacity };

const kField = new Set([funnel, latency, desk, attribution, stories, disparity, map]);

function main() {
  const study = JSON.parse(document.getElementById("study").textContent);
  const page = kPages[study.kind] ?? kStudy;
  document.title = `${page.titleOf(study)} – fieldtwin`;
  const sections = page.sections.filter((make) => applies(make, study)).map((make) => make(study)).filter(Boolean);
  document.getElementById("page").replaceChildren(page.head(study), h("div", { class: "body" }, contents(sections), h("main", {}, sections)), footer(study));
  drawFigures();
  document.documentElement.dataset.ready = "true";
}

/** What officers in the field do has no place in a study of ports alone. */
function applies(make, study) {
  return !portsAlone(study) || !kField.has(make);
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
