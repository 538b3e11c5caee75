// Words that belong together: under the pointer on one side, its counterpart on the other.

import { changes, mapSpan } from "./diff.js";
import { Ground, highlight } from "./ground.js";
import { utf16Span } from "./offsets.js";

const NAME = "linked-words";

export class Links {
  constructor(review) {
    this.review = review;
    this.known = new Map();
    this.asked = new Map(); // the sequence each unit was asked about at
    this.shown = null;
    const { unitElement } = review;
    unitElement.addEventListener("pointermove", (event) => this.moved(event));
    unitElement.addEventListener("pointerleave", () => { if (!review.marking.active) this.clear(); });
  }

  close() {
    cancelAnimationFrame(this.due);
    this.clear();
  }

  /** Takes in the server's answers; what waits for one is shown. */
  take(answers) {
    for (const answer of answers ?? []) this.known.set(answer.key, answer);
    if (answers?.length && this.wanted) this.at(...this.wanted);
  }

  /** The pairs of spans of a unit, as UTF-16 units of its Arabic and of the rendering as it stands there; asked for where they are not known. */
  of(unit) {
    const { source, target, links } = this.known.get(unit.key) ?? {};
    if (source !== unit.source.text || target !== unit.target.reviewed) {
      if (this.asked.get(unit.key) !== unit.sequence) this.review.outbox.question("links", unit.key);
      this.asked.set(unit.key, unit.sequence);
      return [];
    }
    const typed = this.review.work.text(unit.key);
    if (this.pairs?.key !== unit.key || this.pairs.typed !== typed || this.pairs.links !== links) {
      const steps = typed === target ? null : changes(target, typed);
      const found = links
        .map(([left, right]) => ({ source: utf16Span(source, left), target: steps ? mapSpan(steps, utf16Span(target, right)) : utf16Span(target, right) }))
        .filter((link) => link.source && link.target);
      this.pairs = { key: unit.key, typed, links, found };
    }
    return this.pairs.found;
  }

  /** The words around a place of one side are shown with their counterparts. */
  at(side, [start, end]) {
    const unit = this.review.view;
    this.wanted = [side, [start, end]];
    const pair = unit && this.of(unit).find((link) => link[side][0] < end && start < link[side][1]);
    this.draw(pair ?? null);
  }

  clear() {
    this.wanted = null;
    this.draw(null);
  }

  draw(pair) {
    if (pair === this.shown) return;
    this.shown = pair;
    const grounds = pair && this.review.grounds();
    highlight(NAME, pair ? ["source", "target"].flatMap((side) => grounds[side]?.ranges(pair[side]) ?? []) : []);
  }

  moved({ clientX, clientY, buttons }) {
    if (this.review.marking.active) return;
    this.place = buttons ? null : [clientX, clientY];
    this.due ??= requestAnimationFrame(() => {
      this.due = undefined;
      if (this.place) this.pointed(...this.place);
    });
  }

  pointed(x, y) {
    const { review } = this;
    const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: review.root instanceof ShadowRoot ? [review.root] : [] });
    const grounds = caret && review.view && !review.correction.open ? this.pointedAt() : {};
    for (const [side, ground] of Object.entries(grounds)) {
      const offset = ground?.offset(caret.offsetNode, caret.offset) ?? null;
      if (offset !== null) return this.at(side, [offset, offset + 1]);
    }
    return this.clear();
  }

  /** The texts to point at; of the English as published, too, while nothing has been changed. */
  pointedAt() {
    const { review } = this;
    const { source, target } = review.grounds();
    const { published, reviewed } = review.view.target;
    const same = published === reviewed && review.work.text(review.current) === reviewed;
    const read = same && review.reading.sides.querySelector(".published mark.span");
    return { source, target: read?.matches(":hover") ? new Ground({ side: "target", elements: [read] }) : target };
  }
}
