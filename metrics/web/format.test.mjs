// node --test format.test.mjs
import assert from "node:assert/strict";
import test from "node:test";
import { classes } from "./src/classes.js";
import { between, line } from "./src/estimate.js";
import { format, formatHour, formatPeriod, formatTogether, plural, tick } from "./src/format.js";
import { rebin } from "./src/rebin.js";

const e = (mean, ci_low = null, ci_high = null) => ({ mean, ci_low, ci_high });

test("a number has the digits that its interval supports", () => {
  assert.equal(line(e(1013.4, 1004.8, 1022.0)), "1,013 (1,005 to 1,022)");
  assert.equal(line(e(3.14159265, 2.9663, 3.3137)), "3.1 (3.0 to 3.3)");
  assert.equal(line(e(0.0912345678, 0.061, 0.119)), "0.091 (0.061 to 0.119)");
  assert.equal(line(e(10.04, 10.01, 10.07)), "10.04 (10.01 to 10.07)");
  assert.equal(line(e(15, 15, 15)), "15");
});

test("durations and shares share a unit within an interval", () => {
  assert.equal(line(e(9.6, 8.1, 11.3), "seconds"), "9.6 s (8.1 to 11.3 s)");
  assert.equal(line(e(3010, 2890, 3130), "seconds"), "50.2 min (48.2 to 52.2 min)");
  assert.equal(line(e(7200, 5000, 9400), "seconds"), "2.0 h (1.4 to 2.6 h)");
  assert.equal(format("seconds", 3 * 86400), "3 days");
  assert.equal(line(e(0.149, 0.143, 0.155), "share"), "14.9% (14.3 to 15.5%)");
  assert.equal(format("count", 14_130_000), "14.1 million");
});

test("nothing seen is a bound, not a rate", () => {
  assert.equal(line(e(0, 0, 0.0075)), "none seen (at most 0.0075)");
  assert.equal(between(e(0, 0, 0.0075)), "at most 0.0075");
  assert.equal(line(e(0)), "none seen");
});

test("one replication has no interval", () => {
  assert.equal(line(e(942)), "942");
  assert.equal(between(e(942)), "no interval from one replication");
  assert.equal(between(e(3.14, 2.97, 3.31)), "between 3.0 and 3.3");
  assert.deepEqual(formatTogether("count", [5, null, null]).texts, ["5", null, null]);
});

test("axes, clocks and periods", () => {
  assert.deepEqual([0.1, 1, 60, 600, 3600].map((t) => tick("seconds", t)), ["0.1 s", "1 s", "1 min", "10 min", "1 h"]);
  assert.deepEqual([0, 0.05].map((t) => tick("share", t)), ["0%", "5%"]);
  assert.deepEqual([0, 6.5, 12, 23, 24].map(formatHour), ["midnight", "6:30 am", "noon", "11 pm", "midnight"]);
  assert.equal(formatPeriod("2025-11-03", 1), "Monday, November 3, 2025");
  assert.equal(formatPeriod("2025-11-28", 7), "November 28, 2025 to December 4, 2025 (7 days)");
  assert.equal(plural(1, "officer"), "1 officer");
  assert.equal(plural(3613, "officer"), "3,613 officers");
});

test("rebinning keeps the whole share", () => {
  const histogram = [[0, 0.5, 0.1], [0.5, 3, 0.4], [3, 4, 0.3], [4, 900, 0.2]];
  const bars = rebin(histogram, [0.1, 100], 12);
  const total = bars.reduce((sum, b) => sum + b.share, 0);
  assert.ok(Math.abs(total - 1) < 1e-9, `the shares sum to ${total}`);
  const upTo3 = rebin([[1, 10, 1]], [1, 100], 1);
  assert.deepEqual(upTo3.map((b) => Number(b.share.toFixed(9))), [1, 0]);
});

test("map classes are round, and zero is its own", () => {
  const wide = classes([0, 0.6, 5, 40, 444], "count");
  assert.deepEqual(wide.labels, ["none", "under 3", "3 to 10", "10 to 30", "30 to 100", "100 to 300", "300 or more"]);
  assert.equal(wide.of(0), 0);
  assert.equal(wide.of(444), 6);
  assert.deepEqual(classes([48, 88], "seconds").labels, ["none", "under 50 s", "50 to 60 s", "60 to 70 s", "70 to 80 s", "80 s or more"]);
  assert.deepEqual(classes([0, 0], "count").labels, ["none"]);
  assert.deepEqual(classes([7, 7], "count").labels, ["none", "above 0"]);
});
