// What Vega looks for around it, in an engine that has the language alone, and the drawing of one still chart.
"use strict";

globalThis.window = globalThis;
globalThis.setInterval = () => 0; // nothing here comes again
globalThis.clearInterval = () => {};
globalThis.structuredClone = (held) => {
  if (held === null || typeof held !== "object") return held;
  if (Array.isArray(held)) return held.map(structuredClone);
  return Object.fromEntries(Object.entries(held).map(([name, value]) => [name, structuredClone(value)]));
};

// Of the size of letters, what one takes across in the widest of common fonts, by the first that it is.
const LETTERS = [
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/, 1],
  [/[%@MWmw—]/, 0.92],
  [/[\s.,:;'|!()\[\]/ijl-]/, 0.34],
  [/[A-Z]/, 0.68],
];
const OTHER_LETTER = 0.6;

// How wide a text stands: no machine's fonts are asked, so the same chart is the same everywhere.
function width(item, text) {
  const room = (letter) => LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_LETTER;
  return item.fontSize * [...String(text ?? "")].reduce((sum, letter) => sum + room(letter), 0);
}

// Gives the SVG of a chart in Vega-Lite, which is JSON as text.
globalThis.draw = async (text) => {
  vega.textMetrics.width = width;
  const { spec } = vegaLite.compile(JSON.parse(text), { logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(spec), { renderer: "none", logLevel: vega.Error });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
};
