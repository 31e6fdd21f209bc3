import { h } from "./dom.js";

const drawings = [];

/**
 * A figure that draws itself for the width it has: `draw(width)` returns an element. `label` tells in
 * a sentence what is seen, for those who cannot see it; `after` follows the drawing.
 */
export function figure({ title, note, legend, label, draw, after }) {
  const canvas = h("div", { class: "canvas", role: "img", "aria-label": label });
  drawings.push({ canvas, draw, width: 0 });
  return h("figure", {},
    h("figcaption", {}, h("h3", {}, title), note && h("p", {}, note)),
    legend && h("ul", { class: "legend", "aria-hidden": "true" }, legend.map(({ mark, text }) =>
      h("li", {}, h("span", { class: `mark ${mark}` }), text))),
    canvas, after);
}

function drawOne(drawing) {
  const width = Math.floor(drawing.canvas.clientWidth);
  if (width === 0 || width === drawing.width) return;
  drawing.width = width;
  drawing.canvas.replaceChildren(drawing.draw(width));
}

/** Draws a figure anew because what it shows has changed; before the page is there it does nothing. */
export function redraw(element) {
  const drawing = drawings.find((d) => element.contains(d.canvas));
  drawing.width = 0;
  drawOne(drawing);
}

/** Draws all figures, now and whenever their width changes. To be called once, on the full page. */
export function drawFigures() {
  const observer = new ResizeObserver((entries) => {
    for (const entry of entries) drawOne(drawings.find((d) => d.canvas === entry.target));
  });
  for (const drawing of drawings) {
    drawOne(drawing);
    observer.observe(drawing.canvas);
  }
}

/** What all plots share; the colours follow the page's light or dark scheme. */
export const kPlotStyle = {
  fontFamily: "inherit", fontSize: "12px", background: "transparent", overflow: "visible", color: "var(--ink-soft)",
};

/** Below this width the labels of rows stand above them, not beside. */
export const kNarrow = 620;

export function shorten(text, most = 64) {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
