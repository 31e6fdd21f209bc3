/**
 * A histogram `[[low, high, share], ...]` with any bins, as bars of equal width on a log axis:
 * `perDecade` bars for each power of ten within `domain`. A bin's share is split over the bars in
 * proportion to the time they have in common; what lies beyond the domain goes to its end bars.
 */
export function rebin(histogram, domain, perDecade) {
  const count = Math.max(1, Math.ceil(Math.log10(domain[1] / domain[0]) * perDecade));
  const step = Math.log(domain[1] / domain[0]) / count;
  const edge = (k) => domain[0] * Math.exp(step * k);
  const bars = Array.from({ length: count }, (_, k) => ({ low: edge(k), high: edge(k + 1), share: 0 }));
  const barOf = (t) => Math.min(count - 1, Math.max(0, Math.floor(Math.log(Math.max(t, domain[0]) / domain[0]) / step)));
  for (const [low, high, share] of histogram) {
    const end = high ?? low * 2;
    const first = barOf(low);
    const last = barOf(end);
    if (first === last || end <= low) {
      bars[first].share += share;
      continue;
    }
    for (let k = first; k <= last; ++k) {
      const from = k === first ? low : bars[k].low;
      const to = k === last ? end : bars[k].high;
      bars[k].share += share * Math.max(0, to - from) / (end - low);
    }
  }
  return bars;
}
