// The two texts as they are read, side by side. Those of the next unit stand ready: laid out, but neither seen nor read out, so that going on to it
// costs no shaping of Arabic.

import { beforePaint, h } from "./dom.js";
import { publishedCard, sourceCard } from "./unit.js";

export class Reading {
  constructor(act) {
    this.act = act;
    this.sides = h("div", { class: "sides" });
    this.element = h("div", { class: "texts" }, this.sides);
    this.drawn = null;
    this.ahead = null;
  }

  /** Shows a unit: `how` is {shown, whole, swapped}. What stands there already stays. */
  show(unit, how) {
    const drawn = readOf(unit, how);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    if (this.ahead?.drawn === drawn) {
      this.sides.remove();
      this.sides = this.ahead.sides;
      this.sides.classList.remove("ahead");
      this.ahead = null;
    } else fill(this.sides, unit, how, this.act);
  }

  /** Lays a unit out that will probably be wanted next; null for none. */
  prepare(unit, how) {
    const drawn = unit && readOf(unit, how);
    if (this.ahead?.drawn === drawn) return;
    this.ahead?.sides.remove();
    this.ahead = unit && { drawn, sides: h("div", { class: "sides ahead" }) };
    if (!unit) return;
    fill(this.ahead.sides, unit, how, this.act);
    this.element.append(this.ahead.sides);
  }

  /** Only the English as published is drawn anew: beside it somebody is writing. */
  republish(unit, how) {
    this.drawn = readOf(unit, how);
    this.sides.querySelector(".published").replaceWith(publishedCard(unit));
  }

  /** What stands there is no longer what was drawn. */
  forget() {
    this.drawn = null;
  }
}

function fill(sides, unit, { shown, whole, swapped }, act) {
  const cards = [sourceCard(unit, { shown, whole, act }), publishedCard(unit)];
  sides.replaceChildren(...(swapped ? cards.reverse() : cards));
  const marks = sides.querySelectorAll("mark.span:first-of-type");
  beforePaint(() => marks.forEach(intoView));
}

/** Everything that is read of a unit: where it is the same, the same is drawn. */
function readOf({ key, kind, reasons, heading: { cue }, source, target: { reviewed, ...target }, findings }, how) {
  const brackets = reviewed === target.published ? findings.filter(({ check }) => check === "brackets-added") : [];
  return JSON.stringify([key, kind, reasons, cue, source, target, brackets, how]);
}

/** Scrolls a long text, and nothing else, to its span. */
function intoView(mark) {
  const text = mark.parentElement;
  if (!text.isConnected || text.scrollHeight <= text.clientHeight + 1) return;
  const line = parseFloat(getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, mark.offsetTop - text.offsetTop - 1.5 * line);
}
