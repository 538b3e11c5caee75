// Tracked changes as elements to read.

import { h, seen } from "./dom.js";

const TAGS = { deleted: "del", inserted: "ins" };

/** Changes as elements; deleted words are text here, unlike in the editor. */
export function drawnSteps(steps) {
  return steps.map(([kind, text]) => (kind === "equal" ? seen(text) : h(TAGS[kind], {}, seen(text))));
}
