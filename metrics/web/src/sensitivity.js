import { h } from "./dom.js";
import { line } from "./estimate.js";
import { figure } from "./figure.js";
import { format } from "./format.js";
import { section } from "./section.js";
import { sweptMetrics } from "./swept.js";
import { numbers } from "./table.js";
import { whiskers } from "./whiskers.js";

/** What screening and shares of variance say, where the design is made for them. */
export function sensitivity(sweep) {
  const metrics = sweptMetrics(sweep).filter((m) => m.analysis && Object.values(m.analysis.factors).some((f) => f.morris || f.sobol));
  if (metrics.length === 0) return null;
  const screening = sweep.design.kind === "morris";
  return section("sensitivity", screening ? "Which factors matter at all" : "Whose doing the differences are",
    screening
      ? "Morris screening: by how much the metric would change if the factor went from its lowest to its highest value, on average over where the others stand (μ*). A factor whose μ* is no larger than that of luck may be left alone."
      : "Sobol indices: the share of the metric’s variance that would go if the factor alone were known (first order), and that would stay if all but the factor were known (total). Total minus first order is what it does together with others. Luck is taken out.",
    metrics.map((m) => (screening ? screened(m) : shares(m))));
}

function screened(metric) {
  const rows = Object.entries(metric.analysis.factors).filter(([, f]) => f.morris).map(([name, f]) => ({ name, ...f.morris }))
    .sort((a, b) => b.mu_star.mean - a.mu_star.mean);
  const noise = Math.max(0, ...rows.map((r) => r.noise ?? 0));
  return figure({
    title: metric.name, note: noise > 0 ? `Luck alone would show up to ${format(metric.kind, noise)}.` : null,
    label: rows.map((r) => `${r.name}: ${line(r.mu_star, metric.kind)}`).join("; "),
    draw: (width) => whiskers(rows.map((r) => ({ label: r.name, e: r.mu_star })), { kind: metric.kind, axis: "μ*: size of the effect" }, width),
    after: numbers(`Screening of ${metric.name}`, [
      { name: "Factor", head: true, cell: (r) => r.name },
      { name: "μ*", numeric: true, cell: (r) => line(r.mu_star, metric.kind) },
      { name: "μ", numeric: true, cell: (r) => line(r.mu, metric.kind) },
      { name: "σ", numeric: true, cell: (r) => format(metric.kind, r.sigma) },
      { name: "μ* of luck", numeric: true, cell: (r) => format(metric.kind, r.noise) },
    ], rows),
  });
}

function shares(metric) {
  const rows = Object.entries(metric.analysis.factors).filter(([, f]) => f.sobol).map(([name, f]) => ({ name, ...f.sobol }))
    .sort((a, b) => b.total.mean - a.total.mean);
  const drawn = rows.flatMap((r) => [{ label: `${r.name}, first order`, e: cut(r.first) }, { label: `${r.name}, total`, e: cut(r.total) }]);
  return h("div", {}, figure({
    title: metric.name, note: null, label: drawn.map((d) => `${d.label}: ${line(d.e, "share")}`).join("; "),
    draw: (width) => whiskers(drawn, { kind: "share", axis: "share of the variance" }, width),
  }));
}

/** An index may be estimated a little below nothing. */
function cut(e) {
  const at = (v) => (v === null ? null : Math.max(0, v));
  return { mean: at(e.mean), ci_low: at(e.ci_low), ci_high: at(e.ci_high) };
}
