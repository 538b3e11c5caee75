// Tracked changes as elements to read.

import { h, seen } from "./dom.js";

const TAGS = { deleted: "del", inserted: "ins" };

/** Changes as elements; deleted words are text here, unlike in the editor. */
export function drawnSteps(steps) {
  return steps.map(([kind, text]) => (kind === "equal" ? seen(text) : h(TAGS[kind], {}, seen(text))));
}

/** Changes as elements whose textContent is the new text: what was taken out is shown by the style sheet, as in the editor. */
export function drawnOver(steps) {
  return steps.map(([kind, text]) => (kind === "equal" ? seen(text) : kind === "deleted" ? h("del", { "data-text": text }) : h("ins", {}, seen(text))));
}
