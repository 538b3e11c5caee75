// Marking words as an error: choose them on either side, one key for the severity, one for the category.

import { Chosen } from "./chosen.js";
import { h, isolate, keys } from "./dom.js";
import { highlight } from "./ground.js";
import { placeIn } from "./offsets.js";
import { Palette } from "./palette.js";
import { button } from "./unit.js";
import { ERROR_SEVERITIES, severityOf } from "./words.js";

const CHOSEN = "chosen-words";
const OTHER = "chosen-other";

/** The strip under the texts while words are chosen, and what the keys do meanwhile. */
export class Marking {
  /**
   * `grounds()` gives the texts of the unit by side; `typology()` the categories; `filed(fields)` gets a finished mark, `commented(side, place)`
   * the words of a comment; `keys(handler)` gives all keys to a handler until it is null; `say(words)` speaks to screen readers;
   * `linked(side, span)` shows what belongs to the words chosen, null for none.
   */
  constructor({ grounds, typology, filed, commented, keys: handler, say, linked }) {
    Object.assign(this, { grounds, typology, filed, commented, handler, say, linked });
    this.element = h("div", { class: "marking", role: "group", "aria-label": "Mark words", hidden: true });
    this.side = null;
  }

  get active() {
    return this.side !== null;
  }

  /** Begins on a side, with words that are selected there already. */
  begin(side, span = null) {
    this.texts = this.grounds();
    this.chosen = new Map();
    this.omission = false;
    this.palette = null;
    // A button keeps the keys that press it.
    const own = (event, field) => field?.matches("input, textarea, select, [contenteditable]") || (field?.matches("button") && [" ", "Enter"].includes(event.key));
    this.handler((event, field) => !own(event, field) && this.key(event));
    this.choose(this.texts[side]?.text ? side : "target", span);
  }

  /** Offers to mark words that were selected with the mouse; keys still mean what they always do. */
  offer(side, span, typing) {
    if (this.active) return;
    const words = this.grounds()[side].text.slice(...span);
    this.element.hidden = false;
    this.element.replaceChildren(h("div", { class: "do" },
      h("span", {}, "“", isolate(words.length > 60 ? `${words.slice(0, 60)}…` : words), "”"),
      button("Mark these words", typing ? ["Alt", "M"] : ["m"], () => this.begin(side, span), "go"),
      button("not now", null, () => this.withdraw(), "quiet")));
  }

  withdraw() {
    if (!this.active) this.element.hidden = true;
  }

  choose(side, span = null) {
    if (!this.texts[side]) return;
    this.side = side;
    if (!this.chosen.has(side) || span) this.chosen.set(side, new Chosen(this.texts[side], span));
    this.chosen.get(side).point = this.omission && side === "target";
    this.draw();
  }

  end() {
    if (!this.active) {
      this.withdraw();
      return;
    }
    this.side = null;
    this.palette = null;
    this.element.hidden = true;
    this.element.replaceChildren();
    highlight(CHOSEN, []);
    highlight(OTHER, []);
    this.linked(null, null);
    this.handler(null);
  }

  /** What a key does; true where it was taken. Keys with Ctrl, Alt or the system's own are not. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (this.palette) return this.palette.key(event);
    const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code);
    if (event.key === "Escape") this.end();
    else if (event.key === "Tab") this.choose(this.side === "target" ? "source" : "target");
    else if (digit) this.severity(ERROR_SEVERITIES[digit[1] - 1].id);
    else if (event.code === "KeyO") this.toggleOmission();
    else if (event.code === "KeyN") this.comment();
    else if (event.key === "Enter") return true;
    else if (!this.chosen.get(this.side).key(event)) return !["Shift", "F1", "F5", "F12", "?"].includes(event.key) && event.key.length === 1;
    else this.draw();
    return true;
  }

  /** The texts may have been drawn anew: what is chosen stays as long as its text reads as it did. */
  redrawn() {
    if (!this.active) return;
    const texts = this.grounds();
    const chosen = [...this.chosen];
    if (chosen.some(([side, { ground }]) => texts[side]?.text !== ground.text)) {
      this.end();
      this.say("The text has changed. Choose the words again.");
    } else if (chosen.some(([, { ground }]) => !ground.elements[0].isConnected)) {
      this.texts = texts;
      for (const [side, choice] of chosen) choice.ground = texts[side];
      this.draw();
    }
  }

  /** An omission is a place in the rendering and the words of the Arabic that are missing there. */
  toggleOmission() {
    this.omission = !this.omission;
    for (const [side, chosen] of this.chosen) chosen.point = this.omission && side === "target";
    if (this.omission && this.side === "source") this.choose("target");
    else this.draw();
  }

  severity(id) {
    this.picked = id;
    const standard = this.omission ? "omission" : "span";
    this.palette = new Palette(this.typology(), {
      first: this.omission ? "accuracy/omission" : null,
      title: `${severityOf(id).words}: which error?`,
      picked: (category) => this.file(category, standard),
      left: () => { this.palette = null; this.draw(); },
    });
    this.draw();
    this.say(`${severityOf(id).words}. Which error?`);
  }

  file(category, standard) {
    const place = (side) => this.placeOf(side);
    const whole = category.place === "whole";
    const fields = { category: category.id, severity: this.picked, target: null, source: null };
    if (whole) fields.target = placeIn(this.texts.target.text, [0, this.texts.target.text.length]);
    else if (standard === "omission") Object.assign(fields, { target: place("target") ?? placeIn(this.texts.target.text, [0, 0]), source: place("source") });
    else fields[this.side] = place(this.side);
    if (!fields.target && !fields.source) {
      this.say("Nothing is chosen.");
      return;
    }
    this.filed(fields);
    this.say(`Marked ${severityOf(this.picked).words.toLowerCase()}: ${category.title}`);
    this.end();
  }

  comment() {
    const place = this.placeOf(this.side);
    const { side } = this;
    this.end();
    if (place) this.commented(side, place);
  }

  placeOf(side) {
    const chosen = this.chosen.get(side);
    return chosen?.span ? placeIn(chosen.ground.text, chosen.span) : null;
  }

  draw() {
    this.element.hidden = false;
    const here = this.chosen.get(this.side);
    const others = [...this.chosen].filter(([side]) => side !== this.side && this.omission).flatMap(([, chosen]) => rangesOf(chosen));
    highlight(CHOSEN, rangesOf(here));
    highlight(OTHER, others);
    reveal(here);
    this.linked(this.side, here.span);
    if (this.palette) {
      this.element.replaceChildren(this.palette.element);
      this.element.scrollIntoView({ block: "nearest" });
      return;
    }
    const arabic = this.side === "source";
    this.element.replaceChildren(
      h("p", { class: "what" },
        h("b", {}, this.omission ? "Something is missing here: " : "Marking "),
        here.point ? "the place shown" : ["“", isolate(here.text, { lang: arabic ? "ar" : "en" }), "”"],
        h("span", { class: "dim" }, arabic ? " in the Arabic" : " in the rendering")),
      h("div", { class: "do" },
        ERROR_SEVERITIES.map(({ id, key, words }) => button(words, [key], () => this.severity(id), `severity-${id}`)),
        button(this.omission ? "no omission" : "omission", ["o"], () => this.toggleOmission(), "quiet"),
        button("comment", ["n"], () => this.comment(), "quiet"),
        button("other side", ["⇥"], () => this.choose(arabic ? "target" : "source"), "quiet"),
        h("span", { class: "dim" }, keys(["←", "→"]), " word, ", keys(["⇧"]), " longer, ", keys(["a"]), " all"),
        button("leave", ["Esc"], () => this.end(), "quiet")));
    this.element.scrollIntoView({ block: "nearest" });
    this.say(here.point ? `Place after “${here.ground.text.slice(0, here.span?.[0] ?? 0).split(/\s+/).slice(-3).join(" ")}”` : here.text);
  }
}

function rangesOf(chosen) {
  const { span } = chosen;
  if (!span) return [];
  // A point is shown by the character it stands before, or the last one.
  const shown = span[0] === span[1] ? [Math.max(0, Math.min(span[0], chosen.ground.text.length - 1)), Math.min(span[0] + 1, chosen.ground.text.length)] : span;
  return chosen.ground.ranges(shown);
}

function reveal(chosen) {
  const [range] = rangesOf(chosen);
  const box = range?.getBoundingClientRect();
  const card = range?.startContainer.parentElement?.closest(".arabic, .editor, .reading");
  if (!box || !card || card.scrollHeight <= card.clientHeight + 1) return;
  const frame = card.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) card.scrollTop += box.top - frame.top - frame.height / 3;
}
