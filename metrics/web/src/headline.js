import { h } from "./dom.js";
import { between, hasInterval, isNone, words } from "./estimate.js";
import { format } from "./format.js";
import { portsAlone } from "./ports.js";
import { section } from "./section.js";

/** The few numbers that answer the study's question, each with its interval and its meaning. */
export function headline(study) {
  const { days } = study.scenario;
  const period = days > 1 ? `in ${days} days` : "in a day";
  const atPorts = Boolean(study.metrics?.["port.travellers"]);
  const wanted = [...(atPorts ? kPortCards : []), ...(portsAlone(study) ? [] : kCards)];
  const cards = wanted.map((card) => makeCard(card, study, period)).filter(Boolean);
  if (cards.length === 0) return null;
  return section("headline", "The main numbers", null,
    h("ul", { class: "cards" }, cards), readingHelp(study));
}

const kPortCards = [
  { metric: "port.travellers", label: "Travellers a day", prefix: "on average",
    meaning: () => "Travellers at gates and checkpoints with cameras." },
  { metric: "port.matched_when_captured", label: "Matched when captured", kind: "share", prefix: "on average",
    meaning: () => "Of the travellers whose photo was answered, the share for whom the gallery returned somebody." },
  { metric: "port.confirmed_end_to_end", label: "Confirmed end to end", kind: "share", prefix: "on average",
    meaning: () => "Of all travellers, the share for whom the gallery returned somebody." },
  { metric: "port.answered_within_2s", label: "Answers within 2 s", kind: "share", prefix: "on average",
    meaning: () => "From the photo's departure to the answer." },
  { metric: "port.manual_checks", label: "Documents checked by hand", kind: "share", prefix: "on average",
    meaning: () => "Of all travellers: those who opted out, were not captured or were not found." },
  { metric: "port.held_wrongly", label: "Held wrongly", prefix: "on average", unit: "per 100,000 travellers",
    meaning: () => "Travellers held although their true record gives no ground for it, of every kind." },
];

const kCards = [
  { metric: "scans.total", label: "Scans a day", perDay: true, prefix: "on average",
    meaning: () => "Attempts to identify a person by a photo of the face, successful or not." },
  { metric: "latency.answer_s.p95", label: "Time to an answer", kind: "seconds", prefix: "95 of 100 within",
    meaning: (study) => `Of 100 scans that get an answer, 95 have it within this time${typical("latency.answer_s.p50", "; half have it within ")(study)}.` },
  { metric: "latency.disposition_s.p95", label: "Time to a disposition", kind: "seconds", prefix: "95 of 100 within",
    meaning: (study) => `From opening the app to the officer's decision to hold or let go, whatever the answer${typical("latency.disposition_s.p50", "; half are decided within ")(study)}.` },
  { metric: "custody.wrongful.any.per_100k_scans", label: "Wrongful holds", prefix: "on average", unit: "per 100,000 scans",
    meaning: () => "People held although their true record gives no ground for it, of every kind." },
  { metric: "custody.wrongful.us_citizen.count", label: "US citizens held", prefix: "on average", period: true,
    meaning: (study) => everyHowMany(study) },
  { metric: "exposure.images", label: "Photos kept", prefix: "on average", period: true,
    meaning: (study) => photoYears(study) },
];

function makeCard(card, study, period) {
  const metric = study.metrics?.[card.metric];
  if (!metric || metric.mean === null) return null;
  const scale = card.perDay ? 1 / Math.max(1, study.scenario.days) : 1;
  const times = (v) => (v === null || v === undefined ? null : v * scale);
  const e = { mean: times(metric.mean), ci_low: times(metric.ci_low), ci_high: times(metric.ci_high) };
  const unit = card.unit ?? (card.period ? period : null);
  const none = isNone(e);
  return h("li", { class: "card", "data-metric": card.metric },
    h("h3", {}, card.label),
    h("p", { class: "prefix" }, prefix(card, none, study.replications)),
    h("p", { class: none ? "figure none" : "figure" }, words(e, card.kind).value, !none && unit && h("small", {}, ` ${unit}`)),
    h("p", { class: "between" }, between(e, card.kind), none && hasInterval(e) && unit && ` ${unit}`),
    h("p", { class: "meaning" }, card.meaning(study)));
}

function prefix(card, none, replications) {
  if (none || (replications === 1 && card.prefix === "on average")) {
    return replications === 1 ? "in one simulated run" : `in ${format("count", replications)} simulated runs`;
  }
  return card.prefix;
}

function typical(metric, words) {
  return (study) => {
    const m = study.metrics[metric];
    return m && m.mean !== null ? words + format("seconds", m.mean) : "";
  };
}

function everyHowMany(study) {
  const { mean } = study.metrics["custody.wrongful.us_citizen.count"];
  const { days } = study.scenario;
  const base = "People who are US citizens in truth, taken into custody on the strength of a scan";
  if (!(mean > 0) || mean / days > 0.5) return `${base}.`;
  const every = days / mean;
  return `${base}: about one every ${format("count", Math.round(every))} days.`;
}

function photoYears(study) {
  const years = study.metrics["exposure.image_years"];
  const citizens = study.metrics["exposure.citizen_images"];
  const images = study.metrics["exposure.images"];
  const parts = ["Face photos stored after the scan"];
  if (citizens?.mean > 0 && images.mean > 0) parts.push(`, ${format("share", Number((citizens.mean / images.mean).toFixed(2)))} of them of US citizens`);
  if (years?.mean > 0) parts.push(`; kept for ${words(years).value} photo-years in all`);
  return `${parts.join("")}.`;
}

function readingHelp(study) {
  const percent = format("share", study.confidence);
  if (study.replications === 1) {
    return h("p", { class: "aside" }, "This study has one replication. Its numbers are one outcome of chance; "
      + "run more replications to see how far they can be relied on.");
  }
  return h("p", { class: "aside" }, h("strong", {}, "How to read the ranges. "),
    `Each number is the average over ${format("count", study.replications)} simulated runs of the same period. `
    + `The range beside it is a ${percent} confidence interval: how exactly this average is known. It does not say how much `
    + "one day differs from the next, and it does not cover whether the assumptions are right.");
}
