// The fields in which a quotation is corrected, in the place of its note.

import { h, isolate, keys } from "../workbench.review-pane/dom.js";
import { KINDS } from "../workbench.review-pane/words.js";

const SHOWN_WORDS = 4;

export class Editor {
  /** `send(kind, fields)` sends a correction; `before` and `after` are the neighbours it may be joined to. */
  constructor({ quotation, before, after, data, paper, send, leave }) {
    Object.assign(this, { quotation, before, after, data, paper, send });
    this.key = quotation.key;
    this.seen = data.cursor;
    this.fragments = quotation.fragments;
    this.number = this.key.split("/").at(-1);
    this.speaker = this.party("Speaker", "speaker", data.speakers);
    this.outlet = this.party("Outlet", "outlet", data.outlets);
    this.kind = h("select", { onchange: () => this.touched() },
      Object.entries(KINDS).map(([id, words]) => h("option", { value: id, selected: id === quotation.kind }, words)));
    this.bounds = h("div", { class: "bounds", role: "group", "aria-label": "Bounds" });
    this.shape = h("div", { class: "shape", role: "group", "aria-label": "Split, join, take out" });
    this.message = h("p", { class: "message", role: "alert", hidden: true });
    this.saveButton = h("button", { type: "button", class: "button go", onclick: () => this.save() }, "Save", keys(["Ctrl", "↵"]));
    this.element = h("section", { class: "note editor", "data-key": this.key, "aria-label": `Correct ${this.number}` },
      h("h3", {}, `Correct ${this.number}`),
      this.speaker.element, this.outlet.element,
      h("label", { class: "field" }, h("span", {}, "Kind"), this.kind),
      this.bounds,
      h("div", { class: "buttons" }, this.saveButton,
        h("button", { type: "button", class: "button", onclick: leave }, "Cancel", keys(["Esc"]))),
      this.message, this.shape);
    this.drawBounds();
    this.drawShape();
    this.touched();
  }

  close() {
    globalThis.CSS?.highlights?.delete("draft-bounds");
  }

  focus() {
    this.speaker.who.focus();
  }

  /** Whether something is typed that is not saved. */
  get dirty() {
    return Object.keys(this.changes()).length > 0;
  }

  changes() {
    const { quotation } = this;
    const changes = {};
    for (const role of ["speaker", "outlet"]) {
      const [who, full] = [this[role].who.value.trim(), this[role].full.value.trim()];
      if (who === (quotation[role]?.who ?? "") && full === (quotation[role]?.stands_for ?? "")) continue;
      changes[role] = who;
      changes[`${role}_stands_for`] = full;
    }
    if (this.kind.value !== quotation.kind) changes.kind_wanted = this.kind.value;
    if (JSON.stringify(this.fragments) !== JSON.stringify(quotation.fragments)) changes.fragments = this.fragments;
    return changes;
  }

  save() {
    if (this.sending || !this.dirty) return;
    this.send("correct", { unit: this.key, ...this.changes() });
  }

  busy(sending) {
    this.sending = sending;
    this.touched();
  }

  touched() {
    const { dirty } = this;
    this.saveButton.disabled = this.sending || !dirty;
    for (const button of this.shape.querySelectorAll("button")) {
      button.disabled = this.sending || dirty;
      button.title = dirty ? "Save or cancel the correction first" : "";
    }
  }

  /** Two fields: the article's words for somebody, and the name they stand for. */
  party(label, role, known) {
    const list = `${role}-names`;
    const { who = "", stands_for: standsFor = "" } = this.quotation[role] ?? {};
    const field = (value, name, extra = {}) => {
      const input = h("input", { type: "text", dir: "auto", maxlength: 300, autocomplete: "off", "aria-label": name, oninput: () => this.touched(), ...extra });
      input.value = value ?? "";
      return input;
    };
    const whoField = field(who, `${label}, as the article says`, { list });
    const fullField = field(standsFor, `${label}, the full name`, { list, placeholder: "the same" });
    const element = h("div", { class: "party" },
      h("label", { class: "field" }, h("span", {}, label), whoField),
      h("label", { class: "field" }, h("span", {}, "stands for"), fullField),
      h("datalist", { id: list }, known.map((name) => h("option", { value: name }))));
    return { element, who: whoField, full: fullField };
  }

  /** Takes other bounds, not yet saved. */
  bound(fragments) {
    this.fragments = fragments.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0]);
    this.drawBounds();
    this.touched();
    this.highlight();
  }

  /** Moves the start or the end by a word. */
  move(edge, step) {
    const fragments = this.paper.units(this.fragments);
    const index = edge === 0 ? 0 : fragments.length - 1;
    const moved = [...fragments[index]];
    moved[edge] = step < 0 ? wordBefore(this.paper.text, moved[edge], edge) : wordAfter(this.paper.text, moved[edge], edge);
    if (moved[0] >= moved[1]) return;
    fragments[index] = moved;
    this.bound(fragments.map((fragment) => this.paper.points(fragment)));
  }

  drawBounds() {
    const parts = this.paper.units(this.fragments).map(([start, end]) => shortened(this.paper.text.slice(start, end)));
    const focused = this.bounds.getRootNode().activeElement?.dataset?.move;
    const step = (label, edge, by, words) => h("button", {
      type: "button", class: "button", "data-move": `${edge}${by}`, "aria-label": words, title: words, onclick: () => this.move(edge, by),
    }, label);
    this.bounds.replaceChildren(
      h("p", { class: "words", lang: "en" }, parts.map((part, index) => [index ? " … " : null, "“", isolate(part), "”"])),
      h("div", { class: "steps" },
        h("span", {}, "Start"), step("←", 0, -1, "Start one word earlier"), step("→", 0, 1, "Start one word later"),
        h("span", {}, "End"), step("←", 1, -1, "End one word earlier"), step("→", 1, 1, "End one word later")),
      h("p", { class: "dim" }, "Or select words in the text."));
    if (focused) this.bounds.querySelector(`[data-move="${focused}"]`)?.focus();
  }

  /** Splitting, joining and taking out; each is done at once. */
  drawShape() {
    const words = this.words();
    const cut = h("select", { "aria-label": "Split before this word" }, words.map(({ at, label }) => h("option", { value: at }, label)));
    const reason = h("input", { type: "text", "aria-label": "Why it is no quotation (optional)", placeholder: "why (optional)", maxlength: 2000 });
    const join = (other, label) => (other ? h("button", {
      type: "button", class: "button", onclick: () => this.send("join", { unit: this.key, other: other.key }),
    }, `${label} ${other.key.split("/").at(-1)}`) : null);
    this.shape.replaceChildren(
      ...[
        words.length ? h("div", { class: "line" }, cut, h("button", {
          type: "button", class: "button", onclick: () => this.send("split", { unit: this.key, at: Number(cut.value) }),
        }, "Split here")) : null,
        this.before || this.after ? h("div", { class: "line" }, join(this.before, "Join to"), join(this.after, "Join to")) : null,
        h("div", { class: "line" }, reason, h("button", {
          type: "button", class: "button", onclick: () => this.send("retire", { unit: this.key, reason: reason.value }),
        }, "Take out")),
      ].filter(Boolean));
  }

  /** The words a second quotation could begin with. */
  words() {
    return this.paper.units(this.quotation.fragments).flatMap(([start, end], index) => {
      const text = this.paper.text.slice(start, end);
      return [...text.matchAll(/\S+/gu)]
        .filter((match) => index > 0 || match.index > 0)
        .map((match) => ({
          at: this.paper.points([0, start + match.index])[1],
          label: `… ${text.slice(match.index).split(/\s+/).slice(0, SHOWN_WORDS).join(" ")}`,
        }));
    });
  }

  /** Shows bounds that are not saved in the text itself. */
  highlight() {
    if (!globalThis.Highlight || !globalThis.CSS?.highlights) return;
    if (JSON.stringify(this.fragments) === JSON.stringify(this.quotation.fragments)) CSS.highlights.delete("draft-bounds");
    else CSS.highlights.set("draft-bounds", new Highlight(...this.paper.ranges(this.fragments)));
  }
}

/** The start of the word before, or, for an end, the end of the word before. */
function wordBefore(text, at, edge) {
  const before = text.slice(0, at);
  const match = edge === 0 ? /\S+\s*$/u.exec(before) : /\s+\S*$/u.exec(before.trimEnd());
  return match ? match.index : at;
}

function wordAfter(text, at, edge) {
  const after = text.slice(at);
  const match = edge === 0 ? /^\S*\s+/u.exec(after) : /^\s*\S+/u.exec(after);
  return match ? at + match[0].length : at;
}

function shortened(text) {
  const words = text.split(/\s+/);
  return words.length <= 2 * SHOWN_WORDS + 1 ? text : `${words.slice(0, SHOWN_WORDS).join(" ")} … ${words.slice(-SHOWN_WORDS).join(" ")}`;
}
