// Looks at the built page in headless Chromium: node check.mjs [--shots FOLDER]
// Builds the sample and its edge cases, and checks that every section is there and no script failed.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildTemplate, kMarker } from "./build.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const sample = JSON.parse(readFileSync(join(here, "sample/study.json"), "utf8"));
const comparison = JSON.parse(readFileSync(join(here, "sample/comparison.json"), "utf8"));
const evaluation = JSON.parse(readFileSync(join(here, "sample/evaluation.json"), "utf8"));
const kEvaluationSections = ["verification", "det", "sizes", "ranks", "groups", "detection", "method"];
const sweep = JSON.parse(readFileSync(join(here, "sample/sweep.json"), "utf8"));
const capacity = JSON.parse(readFileSync(join(here, "sample/capacity.json"), "utf8"));
const kSweepSections = ["factors", "effects", "map", "points", "reading", "limits"];
const kCapacitySections = ["answer", "knee", "resources", "points", "reading", "limits"];
const kComparisonSections = ["scoreboard", "selection", "differences", "alternatives", "metrics", "reading", "definitions", "limits"];
const kMetricSearch = "wrongful";
const kSections = ["headline", "systems", "ports", "funnel", "latency", "desk", "faults", "holds", "attribution", "stories", "disparity", "worlds", "exposure", "map", "assumptions", "definitions", "limits", "stress", "reproduce"];
const kSearch = "gallery";
const kFound = `${sample.parameters.filter((p) => JSON.stringify(Object.values(p)).toLowerCase().includes(kSearch)).length} of ${sample.parameters.length} parameters`;
const kHostile = `</script><img src=x onerror="document.documentElement.dataset.error='markup ran'">`;

const isEstimate = (v) => v !== null && typeof v === "object" && "mean" in v && "ci_low" in v;

/** A copy of the study with every estimate passed through `change(estimate, path)`. */
function withEstimates(value, change, path = "") {
  if (isEstimate(value)) return { ...value, ...change(value, path) };
  if (Array.isArray(value)) return value.map((v, i) => withEstimates(v, change, `${path}.${v?.kind ?? v?.key ?? i}`));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withEstimates(v, change, `${path}.${k}`)]));
}

function noWrongfulHolds() {
  return withEstimates(sample, (e, path) =>
    /wrongful|holds\.(kinds|by_)/.test(path) && !path.endsWith(".scans") ? { mean: 0, ci_low: 0, ci_high: 0.0075 } : {});
}

function oneReplication() {
  const study = withEstimates(sample, (e) => ({ mean: Math.round(e.mean), ci_low: null, ci_high: null }));
  return { ...study, replications: 1 };
}

/** Every string but those that the page reads by itself gets markup and a long word. */
function hostile(study) {
  const text = (value) => {
    if (typeof value === "string") return `${value} ${kHostile} ${"averylongword".repeat(12)}`;
    if (Array.isArray(value)) return value.map(text);
    if (value === null || typeof value !== "object") return value;
    const kept = ["kind", "key", "fips", "start", "better", "fate", "bound", "unit", "group", "gap", "reference", "factor", "usual_reference", "cause", "first", "second", "metric", "clock", "parameter", ...(study.kind === "comparison" ? ["name", "folder"] : [])];
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, kept.includes(k) ? v : text(v)]));
  };
  return text(study);
}

/** Texts alone get markup, not what the page looks things up by. */
function hostileDesign(study) {
  const bad = (text) => `${text} ${kHostile} ${"averylongword".repeat(12)}`;
  return { ...study, title: bad(study.title), question: bad(study.question), description: bad(study.description), limits: study.limits.map(bad) };
}

/** A comparison of a scenario with itself: nothing differs in any pair. */
function nothingDiffers() {
  const none = { mean: 0, ci_low: 0, ci_high: 0, real: false };
  return { ...comparison, selection: null,
    scenarios: comparison.scenarios.slice(0, 2).map((s) => ({ ...s, changes: [] })),
    metrics: comparison.metrics.map((m) => ({ ...m, values: [m.values[0], m.values[0]], differences: [null, none], best: [], worst: [] })) };
}

/** Too few replications for anything, of more scenarios than fit side by side. */
function uncertain() {
  const many = [0, 1, 2, 3, 1, 2, 3];
  const pick = (list) => many.map((i) => list[i]);
  const unsure = (e) => e && { ...e, ci_low: null, ci_high: null, ...("real" in e ? { real: false } : {}) };
  return { ...comparison, replications: 1,
    scenarios: pick(comparison.scenarios).map((s, i) => ({ ...s, name: i < 4 ? s.name : `${s.name}-${i}` })),
    selection: { ...comparison.selection, decided: false, selected: null,
      scenarios: pick(comparison.selection.scenarios).map((s) => ({ ...s, fate: "undecided", beaten_by: null, bound: "not shown" })) },
    metrics: comparison.metrics.map((m) => ({ ...m, values: pick(m.values).map(unsure), differences: pick(m.differences).map(unsure), best: [], worst: [] })) };
}

/** What a comparison has to say in so many words, and marks that are no colour. */
function inspectComparison(dom) {
  const prose = dom.replace(/<svg[\s\S]*?<\/svg>/g, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  const marked = comparison.headlines.flatMap((row) => comparison.metrics.filter((m) => m.name === row.metric));
  const count = (text, what) => text.split(what).length - 1;
  const board = dom.slice(dom.indexOf('<section id="scoreboard"'), dom.indexOf('<section id="selection"'));
  expect(count(board, "★ best") === marked.flatMap((m) => m.best).length, "comparison: not every best scenario is marked");
  expect(count(board, "▼ worst") === marked.flatMap((m) => m.worst).length, "comparison: not every worst scenario is marked");
  expect(count(board, "▼ worst") > 0, "comparison: the sample has no worst scenario");
  const figures = dom.slice(dom.indexOf('<section id="differences"'), dom.indexOf('<section id="alternatives"'));
  const real = marked.flatMap((m) => m.differences).filter((d) => d?.real).length;
  expect(count(figures, " · real") === real && real > 0, `comparison: ${count(figures, " · real")} of ${real} real differences say so`);
  expect(/is best: it has the lowest/.test(prose), "comparison: no verdict");
  for (const s of comparison.scenarios.slice(1)) expect(prose.includes(s.title), `comparison: ${s.name} is not told about`);
  expect(/Lowers “|Raises “/.test(prose), "comparison: no sentence says what is really changed");
}

/** Nothing but photos that gave no template. */
function noTemplates() {
  return { ...evaluation, verification: null, detection: { ...evaluation.detection, found: 0, missed: 3 },
    identification: { people: 0, operating: { threshold: 0.42, fpir: null, fnir: null }, det: [], by_size: [], ranks: [], by_group: [] } };
}

/** The evaluation says in one line why its groups are no finding. */
function inspectEvaluation(dom) {
  expect(dom.includes(evaluation.groups_note), "evaluation: it does not say why rendered faces say nothing about bias");
}

/** A screening design, and indices, with nothing known of one metric. */
function screened() {
  const [first, second, third] = Object.keys(sweep.metrics);
  const e = (mean) => ({ mean, ci_low: 0.8 * mean, ci_high: 1.2 * mean });
  const factors = (i) => ({ "matcher.fpir": { main_effect: null, morris: { mu: e(3 * i), mu_star: e(4 * i), sigma: i, noise: 0.4 }, sobol: null },
    "gallery.people": { main_effect: null, morris: { mu: e(-0.2), mu_star: e(0.3), sigma: 0.1, noise: null }, sobol: null } });
  const variance = { between_points: 9, of_factors: 8, noise_share: null };
  return { ...sweep, title: "", question: "", description: "", replications: 1, design: { kind: "morris", points: 20, extendable: true },
    factors: { "matcher.fpir": { parameters: ["matcher.fpir"], unit: "1", scales: false, range: [0.0001, 0.05], spacing: "log" },
      "gallery.people": { parameters: ["gallery.people", "gallery.copies"], unit: "1", scales: true, distribution: "{normal: {mean: 1, sd: 0.1}}" } },
    analysis: { [first]: { variance, factors: factors(10) }, [second]: { variance, factors: factors(1) }, [third]: null },
    points: sweep.points.map((p, i) => ({ ...p, values: { "matcher.fpir": 0.0001 * (i + 1), "gallery.people": 0.9 + 0.01 * ((7 * i) % 20) }, metrics: { ...p.metrics, [third]: { mean: null } } })) };
}

/** Indices with intervals, of which some lie outside of what a share can be. */
function indices() {
  const e = (mean) => ({ mean, ci_low: mean - 0.05, ci_high: mean + 0.05 });
  const add = (a) => ({ ...a, factors: Object.fromEntries(Object.entries(a.factors).map(([name, f], i) => [name, { ...f, sobol: { first: e(i === 0 ? 0.9 : -0.01), total: e(i === 0 ? 1.02 : 0.04) } }])) });
  return { ...sweep, design: { kind: "saltelli", points: 20, extendable: true }, analysis: Object.fromEntries(Object.entries(sweep.analysis).map(([m, a]) => [m, add(a)])) };
}

/** Nowhere does the level hold, and nothing is known surely. */
function overloaded() {
  const unsure = (e) => ({ ...e, ci_low: null, ci_high: null });
  return { ...capacity, question: "", description: "", saturates_first: null, varied: { ...capacity.varied, goal: "largest", name: "load" },
    answer: { outcome: "never_holds", value: null, text: null, surely_holds_at: null, surely_fails_at: null, monotone: false },
    points: capacity.points.map((p) => ({ ...p, holds: false, sure: false, resources: [], terms: Object.fromEntries(Object.entries(p.terms).map(([n, e]) => [n, n.startsWith("ice") ? unsure(e) : { mean: null }])) })) };
}

/** What the pages of a design and of a search have to say in so many words. */
function inspectDesigns(name, dom) {
  const prose = dom.replace(/<svg[\s\S]*?<\/svg>/g, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  if (name === "sweep") {
    expect(/matcher\.fpir alone accounts for 93%/.test(prose), "sweep: no sentence says which factor matters");
    expect(/Luck has 6(\.0)?% of the differences/.test(prose), "sweep: luck's share is not told");
    const map = dom.slice(dom.indexOf('<section id="map"'), dom.indexOf('<section id="points"'));
    expect((map.match(/<rect /g) ?? []).length >= sweep.points.length, "sweep: the heat map lacks cells");
  }
  if (name === "capacity") {
    expect(prose.includes("agents 36 is the smallest at which"), "capacity: no answer");
    expect(prose.includes("it holds surely at 38, and fails surely at 34"), "capacity: no interval");
    expect(prose.includes("Runs out first: ICE desk, busiest half hour"), "capacity: it is not told what runs out first");
  }
  if (name === "overloaded") expect(prose.includes("does not hold at any load that was tried"), "overloaded: no answer");
}

function bare() {
  return { ...sample, metrics: {}, systems: [], ports: null, funnel: [], failures: [], latency: [], desk: { bin_minutes: 30, clock: "Eastern time", rows: [] }, faults: [],
    holds: { kinds: [], published: null, all: null, prolonged_stops: null, by_cause: [], by_group: [], by_status: [] },
    attribution: null, stories: null, worlds: { metrics: [], worlds: 0, varied: 0 }, tornado: [], stress: [],
    disparity: { groups: [], factors: [], contrasts: [], usual_reference: "white" },
    exposure: { rows: [], by_status: [] }, states: [], parameters: [], definitions: [], limits: [] };
}

function fill(template, study) {
  return template.replace(kMarker, () => JSON.stringify(study).replaceAll("<", "\\u003c"));
}

function chromium(folder, flags, page) {
  const profile = mkdtempSync(join(tmpdir(), "fieldtwin-web-"));
  try {
    return execFileSync(process.env.CHROMIUM ?? "chromium", ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
      `--user-data-dir=${profile}`, ...flags, pathToFileURL(join(folder, page)).href],
    { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"], timeout: 300e3 });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** `--only NAME...`: these pages alone. */
const only = process.argv.includes("--only") ? process.argv.slice(process.argv.indexOf("--only") + 1) : null;
const failures = [];
function expect(condition, text) {
  if (!condition) failures.push(text);
}

/** Sections, errors, what a reader must not see, and whether the page is wider than the window. */
function inspect(name, dom, sections) {
  const root = /<html[^>]*>/.exec(dom)?.[0] ?? "";
  const body = dom.slice(dom.indexOf('<div id="page">'), dom.indexOf('<script type="application/json"'));
  const prose = body.replace(/<svg[\s\S]*?<\/svg>/g, "").replace(/<[^>]*>/g, " ");
  expect(root.includes('data-ready="true"'), `${name}: the page was not drawn`);
  expect(!root.includes("data-error"), `${name}: a script failed: ${root}`);
  expect(!dom.includes(kMarker), `${name}: the marker is still there`);
  expect(!/<img/i.test(body), `${name}: text of the study became markup`);
  expect(!/\b(NaN|undefined|null|Infinity|\[object)/.test(prose), `${name}: ${/.{40}\b(NaN|undefined|null|Infinity|\[object).{20}/.exec(prose)?.[0]}`);
  expect(!/\d\.\d{7}/.test(prose), `${name}: a number with too many digits: ${/.{20}\d\.\d{7}.{9}/.exec(prose)?.[0]}`);
  expect(!/="[^"]*NaN/.test(body), `${name}: a figure has NaN in it`);
  for (const id of sections) expect(body.includes(`<section id="${id}"`), `${name}: no section ${id}`);
  const plots = body.split('class="canvas"').slice(1);
  expect(plots.every((p) => p.slice(0, 6000).includes("<svg")), `${name}: a figure is empty`);
}

/**
 * The page in frames of the given widths (Chromium has no window as narrow as a phone), each used as
 * a reader would: every choice made, every table opened, a search. The outcomes are in the title.
 */
function framed(folder, page, widths, height) {
  const probe = `<script>addEventListener("load", () => setTimeout(() => {
    document.title = Array.from(frames, ({ document: { documentElement: page } }) => {
      const size = [page.scrollWidth, page.scrollHeight];
      for (const select of page.querySelectorAll("select")) for (const option of select.options) { option.selected = true; select.dispatchEvent(new Event("change")); }
      for (const radio of page.querySelectorAll("input[type=radio]")) radio.click();
      page.querySelector("input[value=all]")?.click();
      for (const details of page.querySelectorAll("details")) details.open = true;
      const search = page.querySelector("input[type=search]");
      if (search) { search.value = search.placeholder.includes("p95") ? "${kMetricSearch}" : "${kSearch}"; search.dispatchEvent(new Event("input")); }
      return [...size, Math.max(size[0], page.scrollWidth), page.querySelector(".shown")?.textContent ?? "", page.dataset.error ?? ""].join("|");
    }).join(";;");
  }, 300))</script>`;
  const name = `frame-${widths.join("-")}-${page}`;
  const frames = widths.map((width) => `<iframe src="${page}" style="border:0;width:${width}px;height:${height}px"></iframe>`);
  writeFileSync(join(folder, name), `<!doctype html><title></title><body style="margin:0">${frames.join("")}${probe}`);
  return name;
}

const kWidths = [390, 760, 1280];
const shots = process.argv.includes("--shots") ? resolve(process.argv[process.argv.indexOf("--shots") + 1]) : null;
const folder = mkdtempSync(join(tmpdir(), "fieldtwin-page-"));
const template = await buildTemplate();
expect(template.length < 740e3, `the template has ${template.length} characters`);
expect(!/(src|href)=["']?https?:/.test(template), "the template refers to the network");
const cases = { sample, "none-wrongful": noWrongfulHolds(), "one-replication": oneReplication(), hostile: hostile(sample), bare: bare(),
  comparison, "hostile-comparison": hostile(comparison), "nothing-differs": nothingDiffers(), uncertain: uncertain(),
  sweep, screened: screened(), indices: indices(), capacity, overloaded: overloaded(), "hostile-sweep": hostileDesign(sweep), "hostile-capacity": hostileDesign(capacity),
  evaluation, "hostile-evaluation": hostile(evaluation), "no-templates": noTemplates() };
const kFoundMetrics = `${comparison.metrics.filter((m) => `${m.name} ${m.meaning}`.toLowerCase().includes(kMetricSearch)).length} of ${comparison.metrics.length} metrics`;
const kDesignSections = {
  sweep: kSweepSections, "hostile-sweep": kSweepSections, screened: ["factors", "map", "sensitivity", "points", "reading"], indices: [...kSweepSections, "sensitivity"],
  capacity: kCapacitySections, "hostile-capacity": kCapacitySections, overloaded: kCapacitySections.filter((s) => s !== "resources"),
};
const sectionsOf = (name, study) => (name === "bare" ? ["reproduce"]
  : kDesignSections[name] ? kDesignSections[name]
  : name === "no-templates" ? ["detection", "method"] : study.kind === "evaluation" ? kEvaluationSections
  : study.kind === "comparison" ? kComparisonSections.filter((s) => s !== "selection" || study.selection) : kSections);
for (const [name, study] of Object.entries(cases)) {
  if (only && !only.includes(name)) continue;
  const page = `${name}.html`;
  writeFileSync(join(folder, page), fill(template, study));
  const dom = chromium(folder, ["--window-size=1280,2000", "--virtual-time-budget=3000", "--dump-dom"], page);
  inspect(name, dom, sectionsOf(name, study));
  if (name === "comparison") inspectComparison(dom);
  if (name === "evaluation") inspectEvaluation(dom);
  if (kDesignSections[name]) inspectDesigns(name, dom);
  const wide = {};
  const flags = ["--allow-file-access-from-files", "--virtual-time-budget=3000"];
  const title = /<title>(.*?)<\/title>/.exec(chromium(folder, [...flags, "--dump-dom"], framed(folder, page, kWidths, 2000)))?.[1] ?? "";
  const outcomes = title.split(";;");
  for (const [i, width] of kWidths.entries()) {
    const [across, down, opened, shown, error] = (outcomes[i] ?? "").split("|");
    expect(Number(across) <= width && Number(opened) <= width, `${name}: ${across} px wide, ${opened} px opened, in a window of ${width} px`);
    if (name === "comparison") expect(shown === kFoundMetrics, `the search shows "${shown}", not "${kFoundMetrics}"`);
    if (name === "sample") expect(shown === kFound, `the search shows "${shown}", not "${kFound}"`);
    expect(!error, `${name} at ${width} px: ${error}`);
    wide[width] = Number(down);
  }
  if (!shots) continue;
  mkdirSync(shots, { recursive: true });
  for (const [width, height] of Object.entries(wide)) {
    for (const scheme of ["sample", "comparison", "sweep", "capacity", "evaluation"].includes(name) ? ["light", "dark"] : ["light"]) {
      chromium(folder, [`--window-size=${Math.max(500, width)},${height + 40}`, "--virtual-time-budget=3000",
        `--blink-settings=preferredColorScheme=${scheme === "dark" ? 0 : 1}`, `--screenshot=${join(shots, `${name}-${width}-${scheme}.png`)}`],
      framed(folder, page, [width], height));
    }
  }
}
rmSync(folder, { recursive: true, force: true });
if (failures.length > 0) {
  console.error(failures.join("\n"));
  process.exit(1);
}
console.log(`${Object.keys(cases).length} pages drawn, ${kSections.length} sections of a study, ${kComparisonSections.length} of a comparison, ${kSweepSections.length} of a sweep, ${kCapacitySections.length} of a search and ${kEvaluationSections.length} of an evaluation, no errors`);
