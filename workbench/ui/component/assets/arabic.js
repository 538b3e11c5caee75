// The Arabic of a unit: read in its surroundings, or corrected where a scan or a typist got it wrong, with the corrections as tracked changes.

import { changes } from "./diff.js";
import { h, keys, seen } from "./dom.js";
import { Editor } from "./editor.js";
import { drawnOver } from "./drawn.js";
import { button } from "./unit.js";

const CONTEXT_SHOWN = 320;

/** The Arabic to read: the span stands out, its context is dimmed; a correction shows what was there. */
export function arabicText(candidate, { whole, text, uncorrected }) {
  const before = whole ? candidate.before : shortened(candidate.before, -1);
  const after = whole ? candidate.after : shortened(candidate.after, 1);
  const inside = uncorrected === null || uncorrected === undefined
    ? candidate.pieces.map(([piece, inSpan]) => (inSpan ? h("mark", { class: "span" }, seen(piece)) : leftOut(piece)))
    : h("mark", { class: "span corrected" }, drawnOver(changes(uncorrected, text)));
  // One paragraph for the bidi algorithm: the marks carry no isolate, so that Latin words and digits fall as they do in the source itself.
  return h("div", { class: "arabic", dir: "rtl", lang: candidate.language || "ar", tabindex: "0", role: "group", "aria-label": "Arabic text" },
    h("span", { class: "context" }, seen(before)), inside, h("span", { class: "context" }, seen(after)));
}

/** What stands between the parts of an elided quotation. */
function leftOut(piece) {
  return h("span", { class: "context leftout", title: "left out of the quotation" }, seen(piece));
}

/** The end of a long context that touches the span, cut at a space. */
function shortened(text, side) {
  if (!text || text.length <= CONTEXT_SHOWN) return text ?? "";
  if (side > 0) return `${text.slice(0, CONTEXT_SHOWN).replace(/\s\S*$/u, "")} …`;
  return `… ${text.slice(-CONTEXT_SHOWN).replace(/^\S*\s/u, "")}`;
}

/** The editor for the Arabic; it is on the page only while somebody corrects. */
export class ArabicEditor {
  /** `saved(text)` files the correction, `left()` goes back to reading, `typed(text)` keeps a draft, `dropped()` lets go of one that says nothing new. */
  constructor(root, { saved, left, typed, dropped }) {
    this.saved = saved;
    this.dropped = dropped;
    this.left = left;
    this.editor = new Editor(root, typed, { label: "Arabic, corrected", lang: "ar", id: "arabic-changes" });
    this.element = h("section", { class: "card source correcting", "aria-label": "Correct the Arabic" },
      h("div", { class: "cap" }, h("h2", {}, "Correct the Arabic"), h("span", { class: "end dim" }, "the source itself stays as it was; only this quote reads so")),
      this.editor.element, this.editor.summary,
      h("div", { class: "tools" },
        button("Done", ["Esc"], () => this.finish()),
        button("As in the source", null, () => this.editor.replace(this.editor.baseline), "quiet"),
        h("span", { class: "dim" }, "invisible characters are shown by name; ", keys(["Ctrl", "Z"]), " takes back")));
  }

  /** `stored` is what is recorded now: a draft that differs from it is filed even when nothing more is typed. */
  open(text, { stored, uncorrected }) {
    this.stored = stored;
    this.editor.open(text, uncorrected);
    requestAnimationFrame(() => this.editor.focus());
  }

  finish() {
    const { text } = this.editor;
    if (text !== this.stored) this.saved(text);
    else this.dropped();
    this.left();
  }
}
