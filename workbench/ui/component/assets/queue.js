// The queue: every unit of the project in the order of the text, thousands of them, of which only the visible ones are in the DOM.

import { Announcer, beforePaint, count, h, isolate, keys } from "./dom.js";
import { FilterBox } from "./filter.js";
import { matcher } from "./query.js";
import { KINDS, stateOf } from "./words.js";

const SPARE_ROWS = 6;

export class Queue {
  /** `go(key)` is called when the reviewer picks a unit; `query` is the filter to begin with. */
  constructor(store, { go, query, filtered, found }) {
    this.store = store;
    this.go = go;
    this.filtered = filtered;
    this.found = found;
    this.keys = [];
    this.current = null;
    this.drawn = new Map();
    Object.assign(this, { height: 58, top: 0, shownHeight: 0 });
    this.announcer = new Announcer();
    this.box = new FilterBox(query, () => [...store.rows.values()], (text) => {
      // What the server found is asked for anew: texts have changed since.
      store.found.clear();
      this.filter(text);
    });
    this.spacer = h("div", { class: "rows" });
    this.list = h("div", {
      class: "list",
      role: "listbox",
      tabindex: "0",
      "aria-label": "Quotes",
      onscroll: () => this.scrolled(),
      onkeydown: (event) => this.keydown(event),
      onclick: (event) => this.pick(event),
    }, this.spacer);
    this.total = h("span");
    this.meter = h("div", { class: "meter", "aria-hidden": "true" }, h("i"));
    this.nothing = h("p", { class: "nothing", hidden: true });
    this.element = h("nav", { class: "queue", "aria-label": "Queue" },
      this.box.element,
      h("div", { class: "count" }, this.total, keys(["j", "k"])),
      this.meter, this.nothing, this.list, this.announcer.element);
    new ResizeObserver(() => this.measure()).observe(this.list);
  }

  get query() {
    return this.box.text;
  }

  /** Applies the query anew. Rows keep their place afterwards, so that approving one does not make the list jump. */
  filter(query) {
    const passes = matcher(query, this.found);
    this.keys = this.store.order().filter((key) => passes(this.store.row(key)));
    this.list.scrollTop = 0;
    this.top = 0;
    this.refresh();
    this.reveal();
    this.announcer.say(`${count(this.keys.length, "quote")} shown`);
    this.filtered(query);
  }

  /** Shows rows that came or changed; new ones join when the query lets them. */
  update({ moved = true, changed = [] } = {}) {
    const passes = matcher(this.query, this.found);
    if (!moved && changed.every((key) => this.index?.has(key) || !passes(this.store.row(key)))) {
      for (const key of changed) if (this.index?.has(key)) this.redraw(key);
      this.tell();
      return;
    }
    const shown = new Set(this.keys);
    this.keys = this.store.order().filter((key) => shown.has(key) || passes(this.store.row(key)));
    this.refresh();
  }

  refresh() {
    this.index = new Map(this.keys.map((key, index) => [key, index]));
    this.tell();
    this.layOut();
  }

  /** Says how far the review is. */
  tell() {
    const { all, approved } = this.store.progress();
    const shown = this.keys.length === all ? count(all, "quote") : `${this.keys.length} of ${count(all, "quote")}`;
    this.total.textContent = `${shown} · ${approved} approved`;
    this.meter.firstChild.style.width = all ? `${(100 * approved) / all}%` : "0";
    this.nothing.hidden = this.keys.length > 0;
    this.nothing.textContent = all ? "No quote passes this filter." : "No quotes yet.";
  }

  /** The unit `step` places from the current one, or null at the end of the queue. */
  neighbour(step) {
    const index = this.index?.get(this.current);
    return index === undefined ? this.keys[0] ?? null : this.keys[index + step] ?? null;
  }

  /** The keys around the current unit that will be wanted next. */
  window(before, after) {
    const index = this.index?.get(this.current) ?? 0;
    return this.keys.slice(Math.max(0, index - before), index + after + 1);
  }

  select(key) {
    const former = this.current;
    this.current = key;
    for (const changed of [former, key]) this.redraw(changed);
    this.reveal();
  }

  /** Draws one row anew, if it is visible. */
  redraw(key) {
    const index = this.index?.get(key);
    const element = index === undefined ? null : this.drawn.get(index);
    if (element) this.replace(index, element);
    else if (index === undefined) this.draw(true);
  }

  /** Looks at how large the list is. Elsewhere what was seen here is used: asking a page that has just been changed makes it lay itself out. */
  measure() {
    this.height = parseFloat(getComputedStyle(this.list).getPropertyValue("--row")) || 58;
    this.shownHeight = this.list.clientHeight;
    this.top = this.list.scrollTop;
    this.layOut();
  }

  layOut() {
    this.spacer.style.height = `${this.keys.length * this.height}px`;
    this.draw(true);
  }

  scrolled() {
    this.top = this.list.scrollTop;
    this.draw();
  }

  reveal() {
    const index = this.index?.get(this.current);
    if (index === undefined) return;
    const place = index * this.height;
    const { top } = this;
    // What is out of sight comes to the upper third, so that the list does not move at every step.
    if (place < top || place + this.height > top + this.shownHeight) {
      const most = Math.max(0, this.keys.length * this.height - this.shownHeight);
      this.top = Math.min(most, Math.max(0, place - Math.floor(this.shownHeight / 3 / this.height) * this.height));
    }
    if (this.top !== top) beforePaint(() => { this.list.scrollTop = this.top; });
    this.draw();
  }

  draw(anew = false) {
    const first = Math.max(0, Math.floor(this.top / this.height) - SPARE_ROWS);
    const last = Math.min(this.keys.length, Math.ceil((this.top + this.shownHeight) / this.height) + SPARE_ROWS);
    for (const [index, element] of this.drawn) {
      if (!anew && index >= first && index < last) continue;
      element.remove();
      this.drawn.delete(index);
    }
    for (let index = first; index < last; index += 1) {
      if (this.drawn.has(index)) continue;
      const element = this.rowElement(index);
      this.drawn.set(index, element);
      this.spacer.append(element);
    }
    const here = this.index?.get(this.current);
    if (this.drawn.has(here)) this.list.setAttribute("aria-activedescendant", rowId(here));
    else this.list.removeAttribute("aria-activedescendant");
  }

  replace(index, element) {
    const fresh = this.rowElement(index);
    element.replaceWith(fresh);
    this.drawn.set(index, fresh);
  }

  rowElement(index) {
    const key = this.keys[index];
    const row = this.store.row(key);
    const state = stateOf(row.state);
    const here = key === this.current;
    return h("div", {
      class: `row${here ? " here" : ""}`,
      id: rowId(index),
      role: "option",
      "aria-selected": here ? "true" : "false",
      "aria-posinset": index + 1,
      "aria-setsize": this.keys.length,
      "data-key": key,
      style: `transform: translateY(${index * this.height}px)`,
    },
    h("span", { class: `dot ${state.shape}`, title: state.words }),
    h("span", { class: "label" }, presence(this.store.here.get(key)), isolate(row.label || key)),
    row.findings ? h("span", { class: "findings", title: count(row.findings, "open finding") }, row.findings, h("span", { class: "unseen" }, " open findings")) : null,
    h("span", { class: "said" }, who(row), notes(row, state.id), h("span", { class: "unseen" }, `, ${state.words}`)));
  }

  pick(event) {
    const key = event.target.closest?.("[data-key]")?.dataset.key;
    if (key) this.go(key);
  }

  keydown(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.list.clientHeight / this.height) - 1);
    const index = this.index?.get(this.current) ?? 0;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: this.keys.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const key = this.keys[Math.min(Math.max(to, 0), this.keys.length - 1)];
    if (key) this.go(key);
  }
}

/** The people who look at a unit right now. */
function presence(names) {
  return names?.length ? h("span", { class: "here-too", title: `${names.join(", ")} on this quote now` }, names.map((name) => [...name][0]).join(""), h("span", { class: "unseen" }, ` ${names.join(", ")} on this quote. `)) : null;
}

function rowId(index) {
  return `queue-${index}`;
}

function who(row) {
  const parts = row.speaker ? [isolate(row.speaker)] : [];
  if (row.outlet && row.outlet !== row.speaker) parts.push(row.speaker ? " → " : "→ ", isolate(row.outlet));
  return h("span", { class: "by" }, parts.length ? parts : "no speaker named");
}

/** What sets a row apart; never cut short, unlike the names before it. */
function notes(row, state) {
  const kind = row.kind && row.kind !== "direct" ? (KINDS[row.kind] ?? row.kind).replace(/ quote$/, "") : null;
  const special = { "no-source": h("b", {}, "no source"), changed: "changed" }[state]
    ?? (row.changed ? "changed" : state === "waiting" && row.certainty === "unsure" ? "place unsure" : null);
  return [kind, special].filter(Boolean).map((note) => h("span", { class: "aside" }, " · ", note));
}
