// The marks drawn on the words of both sides, with the CSS Custom Highlight API: selections and edits are not touched by them.

import { changes, mapSpan } from "./diff.js";
import { highlight } from "./ground.js";
import { utf16Span } from "./offsets.js";
import { ERROR_SEVERITIES } from "./words.js";

export class MarksDrawn {
  /** Draws a unit's marks; `typed` is the rendering as it is being written, which may be ahead of the stored one. */
  draw(unit, grounds, typed) {
    if (!unit.marks.length && !this.drawn) return;
    const steps = typed === unit.target.reviewed ? null : changes(unit.target.reviewed, typed);
    for (const { id } of ERROR_SEVERITIES) {
      const marks = unit.marks.filter(({ severity }) => severity === id);
      const ranges = marks.flatMap((mark) => [
        ...this.ranges(grounds.target, mark.target, unit.target.reviewed, steps),
        ...this.ranges(grounds.source, mark.source, unit.source.text, null),
      ]);
      highlight(`mark-${id}`, ranges);
    }
    this.drawn = unit.marks.length > 0;
  }

  ranges(ground, place, text, steps) {
    if (!ground || !place?.span) return [];
    let span = utf16Span(text, place.span);
    if (steps) span = mapSpan(steps, span);
    if (!span || span[1] > ground.text.length) return [];
    // A point is shown on the characters it stands between.
    if (span[0] === span[1]) span = [Math.max(0, span[0] - 1), Math.min(ground.text.length, span[0] + 1)];
    return ground.ranges(span);
  }

  clear() {
    for (const { id } of ERROR_SEVERITIES) highlight(`mark-${id}`, []);
    this.drawn = false;
  }
}
