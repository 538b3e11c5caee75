// The bitext's door to Streamlit: two columns of beads, a dot-plot beside them, keys along the bottom.
//
// Beads that are put right are kept in the browser's storage until the server has stored them; an edit is sent again until it is answered.

import { Announcer, h, keys } from "../workbench.review-pane/dom.js";
import { uuid } from "../workbench.review-pane/outbox.js";
import { Storage } from "../workbench.review-pane/storage.js";
import { confirm, confirmBefore, doubt, merge, moveTo, next, other, pushDown, pushUp, shape, split } from "./beads.js";
import { elsewhere, mark, places, words as moves } from "./moved.js";
import { Plot } from "./plot.js";

const mounted = new WeakMap();
const SAVE_AFTER = 1200;
const AGAIN_AFTER = 4000;
const UNDO_AT_MOST = 300;

export default function bitext({ data, parentElement, setTriggerValue }) {
  if (!data) return undefined;
  let page = mounted.get(parentElement);
  if (!page || page.id !== data.id) {
    page?.close();
    page = new Bitext(parentElement, data);
    mounted.set(parentElement, page);
  }
  page.trigger = setTriggerValue;
  page.receive(data);
  return () => setTimeout(() => {
    if (parentElement.host?.isConnected ?? parentElement.isConnected) return;
    mounted.get(parentElement)?.close();
    mounted.delete(parentElement);
  });
}

const KEYS = [
  [["↑", "↓"], "bead"], [["⇥"], "side"], [["↵"], "last segment down"], [["⌫"], "first segment up"], [["e"], "split"], [["m"], "merge with the next"],
  [["Space"], "confirm"], [["⇧", "Space"], "confirm all before"], [["n"], "next doubtful"], [["u"], "next open"], [["x"], "other side of what was moved"], [["Ctrl", "Z"], "undo"], [["a"], "align the rest again"],
];

class Bitext {
  constructor(root, data) {
    this.root = root;
    this.id = data.id;
    this.storage = new Storage(data.id, data.reviewer);
    this.at = 0;
    this.side = "source";
    this.asks = 0;
    this.announcer = new Announcer();
    this.plot = new Plot((index) => this.go(index));
    this.rows = h("div", { class: "beads", role: "listbox", tabindex: "0", "aria-label": "Beads", "aria-activedescendant": "bead-0" });
    this.status = h("span", { class: "status", role: "status" });
    this.message = h("div", { class: "message", role: "alert", hidden: true });
    this.heads = h("div", { class: "heads" });
    this.element = h("div", { class: "bitext reader" },
      this.message,
      h("div", { class: "work" },
        h("div", { class: "columns" }, this.heads, this.rows),
        h("aside", { "aria-label": "The whole document" }, this.plot.element,
          h("div", { class: "do" },
            h("button", { type: "button", class: "button", onclick: () => this.again() }, "Align the rest again", keys(["a"])),
            h("button", { type: "button", class: "button go", onclick: () => this.ask("units") }, "Make units of what is confirmed")),
          this.status)),
      h("footer", { class: "keybar" }, KEYS.map(([printed, label]) => h("span", {}, keys(printed), label))),
      this.announcer.element);
    root.append(this.element);
    this.rows.addEventListener("keydown", (event) => this.key(event));
    this.rows.addEventListener("click", (event) => this.click(event));
    this.rows.addEventListener("scroll", () => this.drawPlot());
    this.rows.addEventListener("dragstart", (event) => this.drag(event));
    this.rows.addEventListener("dragover", (event) => this.over(event));
    this.rows.addEventListener("dragleave", (event) => event.target.closest?.(".bead")?.classList.remove("over"));
    this.rows.addEventListener("drop", (event) => this.drop(event));
    this.leaving = () => this.save();
    window.addEventListener("pagehide", this.leaving);
  }

  close() {
    this.save();
    clearTimeout(this.saving);
    clearTimeout(this.trying);
    window.removeEventListener("pagehide", this.leaving);
    this.element.remove();
  }

  receive(data) {
    this.below = data.doubtful;
    if (data.beads) this.begin(data);
    if (data.answer) this.answered(data.answer);
  }

  /** Takes over texts and beads from the server; what was not saved here stands above them. */
  begin(data) {
    this.texts = { source: data.source.segments, target: data.target.segments };
    this.languages = { source: data.source.language, target: data.target.language };
    this.blocks = data.moved.map(([source, target]) => ({ source, target }));
    this.sequence = data.sequence;
    const kept = this.storage.get("bitext", "beads");
    const mine = kept && kept.sequence === data.sequence ? kept.beads : null;
    this.beads = (mine ?? data.beads).map(([source, target, score, confirmed]) => ({ source, target, score, confirmed }));
    this.history = [this.beads];
    this.place = 0;
    this.at = Math.min(this.storage.get("bitext", "at") ?? 0, this.beads.length - 1);
    this.heads.replaceChildren(h("h2", { lang: this.languages.source, dir: "auto" }, data.source.title), h("span"), h("h2", { lang: this.languages.target, dir: "auto" }, data.target.title));
    this.draw();
    if (mine) this.later();
    this.tell(mine ? "Saving…" : "Saved");
  }

  draw() {
    this.rows.replaceChildren(...this.beads.map((bead, index) => this.row(bead, index)));
    this.markMoved();
    this.show();
  }

  /** Says on the rows which of them hold one side of a block that was moved. */
  markMoved() {
    const before = this.moved ?? [];
    this.moved = places(this.beads, this.blocks);
    mark(this.rows, this.moved);
    for (const { index } of [...before, ...this.moved]) this.rows.children[index]?.setAttribute("aria-label", this.label(this.beads[index], index));
  }

  /** What a screen reader says of a bead. */
  label(bead, index) {
    const state = bead.confirmed ? "confirmed" : doubt(bead, this.below);
    const moved = this.moved?.filter((place) => place.index === index).map(moves) ?? [];
    return [`Bead ${index + 1}`, shape(bead), state, moved.length ? `moved: ${moved.join("; ")}` : null].filter(Boolean).join(", ");
  }

  row(bead, index) {
    const why = doubt(bead, this.below);
    const state = bead.confirmed ? "confirmed" : why ? "doubtful" : "open";
    const words = bead.confirmed ? "✓" : why ?? "";
    return h("div", { class: `bead ${state}${index === this.at ? " here" : ""}`, role: "option", id: `bead-${index}`, "data-index": index, "aria-selected": String(index === this.at), "aria-label": this.label(bead, index) },
      this.cell(bead, "source", index),
      h("div", { class: "link" }, h("span", { class: "shape" }, shape(bead)), h("span", { class: "why" }, words), bead.score === null ? null : h("span", { class: "score", title: "likeness of the two sides" }, bead.score.toFixed(2))),
      this.cell(bead, "target", index));
  }

  cell(bead, side, index) {
    const rtl = side === "source";
    return h("div", { class: `cell ${rtl ? "arabic" : "english"}${index === this.at && side === this.side ? " on" : ""}`, lang: this.languages[side], dir: rtl ? "rtl" : "ltr", "data-side": side },
      bead[side].length ? bead[side].map((number) => h("p", { draggable: "true", "data-segment": number }, this.texts[side][number])) : h("p", { class: "dim none", dir: "ltr" }, rtl ? "nothing in the Arabic" : "nothing in the English"));
  }

  /** Draws again only the rows that changed. */
  change(beads, at = this.at) {
    if (beads === this.beads) return;
    const before = this.beads;
    this.beads = beads;
    this.history = [...this.history.slice(Math.max(0, this.place + 1 - UNDO_AT_MOST), this.place + 1), beads];
    this.place = this.history.length - 1;
    this.redraw(before, at);
    this.keep();
  }

  redraw(before, at) {
    const { beads } = this;
    let head = 0;
    while (head < beads.length && head < before.length && beads[head] === before[head]) head += 1;
    let tail = 0;
    while (tail < beads.length - head && tail < before.length - head && beads.at(-1 - tail) === before.at(-1 - tail)) tail += 1;
    const rows = [...this.rows.children];
    const anchor = rows[before.length - tail] ?? null;
    for (const row of rows.slice(head, before.length - tail)) row.remove();
    this.at = Math.min(Math.max(at, 0), beads.length - 1);
    for (let index = head; index < beads.length - tail; index += 1) this.rows.insertBefore(this.row(beads[index], index), anchor);
    if (beads.length !== before.length) [...this.rows.children].forEach((row, index) => { row.dataset.index = index; row.id = `bead-${index}`; row.setAttribute("aria-label", this.label(beads[index], index)); });
    this.markMoved();
    this.show();
  }

  travel(step) {
    const beads = this.history[this.place + step];
    if (!beads) return;
    this.place += step;
    const before = this.beads;
    this.beads = beads;
    this.redraw(before, this.at);
    this.keep();
  }

  go(index, side = this.side) {
    if (index === null) {
      this.announcer.say("There is no further one.");
      return;
    }
    this.at = Math.min(Math.max(index, 0), this.beads.length - 1);
    this.side = side;
    this.show();
  }

  /** Marks where the reader is. */
  show() {
    for (const row of this.rows.querySelectorAll(".here, .on")) row.classList.remove("here", "on");
    const row = this.rows.children[this.at];
    if (!row) return;
    for (const marked of this.rows.querySelectorAll("[aria-selected=true]")) marked.setAttribute("aria-selected", "false");
    row.classList.add("here");
    row.setAttribute("aria-selected", "true");
    row.querySelector(`[data-side=${this.side}]`).classList.add("on");
    this.rows.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
    this.storage.put("bitext", "at", this.at);
    this.drawPlot();
  }

  drawPlot() {
    cancelAnimationFrame(this.plotting);
    this.plotting = requestAnimationFrame(() => {
      if (!this.beads || !this.element.isConnected) return;
      const { top, bottom } = this.rows.getBoundingClientRect();
      const visible = [...this.rows.children].map((row, index) => [row.getBoundingClientRect(), index]).filter(([box]) => box.bottom > top && box.top < bottom);
      this.plot.draw(this.beads, this.below, { at: this.at, from: visible[0]?.[1] ?? 0, to: visible.at(-1)?.[1] ?? 0 }, { source: this.texts.source.length, target: this.texts.target.length }, this.blocks);
    });
  }

  key(event) {
    if (event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    const done = control ? this.controlled(event) : this.plain(event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  controlled(event) {
    if (event.code === "KeyZ") this.travel(event.shiftKey ? 1 : -1);
    else if (event.code === "KeyY") this.travel(1);
    else return false;
    return true;
  }

  plain(event) {
    const { at, side, beads } = this;
    const page = 8;
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: beads.length - 1 };
    if (event.key in moves) this.go(moves[event.key]);
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight" || event.key === "Tab") {
      if (event.key === "Tab" && event.shiftKey) return false;
      this.go(at, event.key === "Tab" ? other[side] : event.key === "ArrowLeft" ? "source" : "target");
    } else if (event.key === "Enter") this.change(pushDown(beads, at, side));
    else if (event.key === "Backspace") this.change(pushUp(beads, at, side), at - (beads[at][side].length > 1 || beads[at][other[side]].length ? 0 : 1));
    else if (event.key === " ") this.confirmed(event.shiftKey);
    else return this.letter(event.code);
    return true;
  }

  letter(code) {
    const { at, beads } = this;
    const actions = {
      KeyE: () => this.change(split(beads, at)),
      KeyM: () => this.change(merge(beads, at)),
      KeyN: () => this.go(next(beads, at, (bead) => doubt(bead, this.below) !== null)),
      KeyU: () => this.go(next(beads, at, (bead) => !bead.confirmed)),
      KeyX: () => this.across(),
      KeyA: () => this.again(),
    };
    actions[code]?.();
    return code in actions;
  }

  /** From one side of a moved block to the other. */
  across() {
    const goal = elsewhere(this.moved, this.at);
    if (goal === null) this.announcer.say("Nothing in this bead was moved.");
    else this.go(goal, this.beads[goal].source.length ? "source" : "target");
  }

  confirmed(all) {
    if (all) this.change(confirmBefore(this.beads, this.at));
    else {
      const confirming = !this.beads[this.at].confirmed;
      this.change(confirm(this.beads, this.at), confirming ? this.at + 1 : this.at);
    }
  }

  click(event) {
    const goal = event.target.closest("[data-goto]");
    if (goal) {
      this.go(Number(goal.dataset.goto));
      return;
    }
    const cell = event.target.closest("[data-side]");
    const row = event.target.closest(".bead");
    if (row) this.go(Number(row.dataset.index), cell?.dataset.side);
  }

  drag(event) {
    const segment = event.target.closest?.("[data-segment]");
    if (!segment) return;
    this.dragged = { segment: Number(segment.dataset.segment), side: segment.closest("[data-side]").dataset.side };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", segment.textContent);
  }

  over(event) {
    if (!this.dragged) return;
    event.preventDefault();
    event.target.closest(".bead")?.classList.add("over");
  }

  drop(event) {
    const row = event.target.closest(".bead");
    row?.classList.remove("over");
    if (!row || !this.dragged) return;
    event.preventDefault();
    const goal = Number(row.dataset.index);
    this.change(moveTo(this.beads, this.dragged.side, this.dragged.segment, goal), goal);
    this.dragged = null;
  }

  /** Keeps the beads in the browser at once, and saves them when nothing more comes for a moment. */
  keep() {
    this.storage.put("bitext", "beads", { sequence: this.sequence, beads: this.listed() });
    this.tell("Saving…");
    this.later();
  }

  listed() {
    return this.beads.map(({ source, target, score, confirmed }) => [source, target, score ?? 0, confirmed]);
  }

  later() {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), SAVE_AFTER);
    this.due = true;
  }

  save() {
    clearTimeout(this.saving);
    if (!this.due || !this.beads) return;
    this.due = false;
    this.waiting = { request: uuid(), based_on: this.sequence, beads: this.listed(), tries: 0 };
    this.send();
  }

  send() {
    if (!this.waiting) return;
    const { tries, ...message } = this.waiting;
    this.waiting.tries = tries + 1;
    try {
      this.trigger("edit", { ...message, tries });
    } catch {
      // Streamlit refuses triggers while its connection is down; the timer tries again.
    }
    clearTimeout(this.trying);
    this.trying = setTimeout(() => {
      if (this.waiting) this.tell("Not saved yet; kept on this computer, trying again");
      this.send();
    }, AGAIN_AFTER);
  }

  answered({ request, status, message, sequence }) {
    if (request !== this.waiting?.request || status === "failed") return;
    this.waiting = null;
    clearTimeout(this.trying);
    if (status === "stored") {
      this.sequence = sequence;
      if (this.due) this.keep();
      else {
        this.storage.drop("bitext", "beads");
        this.tell("Saved");
        this.asked?.();
      }
    } else this.conflict(message);
    this.asked = null;
  }

  conflict(message) {
    this.tell("Not saved");
    this.message.replaceChildren(h("p", {}, message),
      h("button", { type: "button", class: "button", onclick: () => { this.storage.drop("bitext", "beads"); this.message.hidden = true; this.ask("reload"); } }, "Take theirs"));
    this.message.hidden = false;
  }

  again() { this.ask("again"); }

  /** Asks the server for something about the beads as they stand here; they are saved first. */
  ask(what) {
    const go = () => {
      this.asks += 1;
      this.trigger("ask", { what, n: this.asks });
    };
    this.save();
    if (this.waiting && what !== "reload") this.asked = go;
    else go();
  }

  tell(words) { this.status.textContent = words; }
}
