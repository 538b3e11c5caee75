// The review page: queue left, one unit in the middle, evidence right, one bar of actions at the bottom.

import { Actions } from "./actions.js";
import { Arrival } from "./arrival.js";
import { Bar, Notices } from "./bar.js";
import { Calm } from "./calm.js";
import { Keyboard } from "./commands.js";
import { Correction } from "./correction.js";
import { Announcer, beforePaint, h, idle } from "./dom.js";
import { fit } from "./frame.js";
import { Ground } from "./ground.js";
import { Knowledge } from "./knowledge.js";
import { Links } from "./links.js";
import { MarksDrawn } from "./marks_drawn.js";
import { Marking } from "./marking.js";
import { open as openFindings, Panel } from "./panel.js";
import { Queue } from "./queue.js";
import { Reading } from "./reading.js";
import { RenderingCard } from "./rendering.js";
import { Preferences } from "./storage.js";
import { heading } from "./unit.js";
import { stateOf } from "./words.js";

const WANTED_BEFORE = 4;
const WANTED_AFTER = 19;
const CHECK_AFTER = 250;
const SAVE_AFTER = 5000;
const LEFT_AFTER = 10000;
const NARROW = window.matchMedia("(max-width: 60rem)");

export class Review {
  constructor(root, project) {
    this.root = root;
    this.project = project;
    const { store, work, outbox, storage } = project;
    Object.assign(this, { store, work, outbox, storage });
    this.preferences = new Preferences();
    this.actions = new Actions(this);
    this.run = (id, ...rest) => this.actions.run(id, ...rest);
    this.current = null;
    this.shown = new Map();
    this.live = null;
    this.requests = 0;
    this.knowledge = new Knowledge(this);
    this.build();
    project.changed = () => this.tellSaved();
  }

  build() {
    const { root, preferences } = this;
    this.queue = new Queue(this.store, {
      go: (key) => this.go(key),
      query: "",
      filtered: (query) => this.storage.put("place", "query", query),
      found: (field, value) => this.knowledge.found(field, value),
    });
    this.rendering = new RenderingCard(root, {
      edited: (text) => this.edited(text),
      baseline: (id) => this.compare(id),
    });
    this.panel = new Panel({
      act: this.run,
      tab: preferences.get("tab", "findings"),
      drafts: {
        get: (key) => this.storage.get("comment", key),
        put: (key, text) => (text ? this.storage.put("comment", key, text) : this.storage.drop("comment", key)),
      },
      project: this.store,
      people: () => this.store.people(),
    });
    this.marking = new Marking({
      grounds: () => this.grounds(),
      typology: () => this.store.typology,
      filed: (fields) => this.actions.fileMark(fields),
      commented: (side, place) => this.actions.run("comment-on", side, place),
      keys: (mode) => { this.keyboard.mode = mode; },
      say: (words) => this.announcer.say(words),
      linked: (side, span) => (span ? this.links.at(side, span) : this.links.clear()),
    });
    this.marksDrawn = new MarksDrawn();
    this.correction = new Correction(this);
    this.bar = new Bar(this.run);
    this.notices = new Notices();
    this.announcer = new Announcer();
    this.head = h("div");
    this.reading = new Reading(this.run);
    this.unitElement = h("div", { class: "unit" }, this.head, this.reading.element, this.rendering.element, this.marking.element);
    this.loading = h("p", { class: "nothing loading", role: "status" }, "Fetching the quote…");
    this.center = h("section", { class: "center", tabindex: "-1", "aria-label": "Quote" }, this.notices.element, this.loading, this.unitElement);
    this.element = h("div", { class: "pane", style: "visibility: hidden" },
      this.queue.element,
      h("div", { class: "middle" }, this.center, this.bar.element),
      this.panel.element, this.announcer.element);
    root.append(this.element);
    this.unfit = fit(root.host ?? root, this.element);
    this.size(preferences.get("arabic-size", 21));
    this.element.addEventListener("focusout", (event) => this.left(event));
    this.links = new Links(this);
    this.arrival = new Arrival(this);
    this.unitElement.addEventListener("mouseup", () => setTimeout(() => this.selected()));
    this.hidden = () => this.saveCurrent();
    window.addEventListener("pagehide", this.hidden);
    // Before the keyboard: it must know where the focus belongs.
    this.calm = new Calm(root, (field) => (field === this.rendering.editor.element ? this.rendering.editor.resume() : field.focus()));
    this.keyboard = new Keyboard({ run: this.run, inside: () => this.field(), waiting: (id) => this.bar.expecting(id) });
  }

  close() {
    this.saveCurrent();
    // The page is another one by now, and Streamlit has forgotten the pane's part of it.
    this.outbox.flush(true);
    this.outbox.send = null;
    this.closed = true;
    this.calm.close();
    this.keyboard.close();
    this.unfit();
    window.removeEventListener("pagehide", this.hidden);
    this.marking.end();
    this.marksDrawn.clear();
    this.links.close();
    clearTimeout(this.checking);
    clearTimeout(this.saving);
    clearTimeout(this.leftOver);
    this.project.changed = () => {};
    this.element.remove();
  }

  /** The field of the pane that has the focus, null when none has, undefined while the focus is elsewhere on the page. */
  field() {
    const host = this.root.host ?? this.root;
    const active = document.activeElement;
    if (active === host) return this.root.activeElement;
    if (!active || active === document.body || active.contains(host)) return null;
    return undefined;
  }

  /** Takes in the server's answer. */
  receive(data) {
    const first = this.data === undefined;
    this.data = data;
    const { rows, units } = this.store.absorb(data);
    this.outbox.cursor = this.store.cursor;
    this.outbox.received(units);
    this.outbox.answered(data);
    this.knowledge.take(data);
    this.links.take(data.links);
    const settled = this.outbox.acknowledge(data.acks ?? []);
    const notices = this.work.settle(settled);
    if (this.undoWaits && settled.length) this.actions.undo();
    this.arrival.askForRest();
    if (data.checks) this.checked(data.checks);
    if (first) this.arrival.begin(data);
    else this.queue.update({ moved: rows.moved, changed: [...rows.changed, ...settled.map(([{ unit }]) => unit)].filter((key) => this.store.rows.has(key)) });
    this.arrival.comeBack();
    this.arrival.follow(data);
    if (units.has(this.current) || data.acks?.length) this.refresh();
    for (const notice of notices) this.actions.notice(notice);
    this.prefetch();
    this.tellSaved();
    this.reveal();
  }

  /** What was typed on other quotes before a reload is saved, as it is when a quote is left; not what another tab may be typing just now. */
  saveLeft() {
    clearTimeout(this.leftOver);
    for (const key of this.work.left(this.current)) if (this.work.save(key)) this.queue.redraw(key);
    this.leftOver = setTimeout(() => this.saveLeft(), LEFT_AFTER);
  }

  /** Nothing is seen before the style sheet is there. */
  reveal() {
    if (this.revealed) return;
    this.revealed = true;
    const show = () => {
      if (this.closed) return undefined;
      if (!getComputedStyle(this.element).getPropertyValue("--ready")) return setTimeout(show, 10);
      this.element.style.visibility = "";
      this.queue.measure();
      this.queue.reveal();
      if (NARROW.matches) this.center.scrollIntoView({ block: "start" });
      return undefined;
    };
    show();
  }

  /** Shows another unit; what was typed on the former one is saved. */
  go(key) {
    if (key === null || key === undefined) return;
    if (key !== this.current) {
      this.saveCurrent();
      this.marking.end();
      this.correction.finish();
    }
    const editing = this.rendering.editor.focused;
    this.current = key;
    this.outbox.at = key;
    this.live = null;
    this.links.clear();
    this.queue.select(key);
    this.draw();
    beforePaint(() => {
      this.center.scrollTop = 0;
      // In one column the unit stands below the queue.
      if (this.revealed && NARROW.matches) this.center.scrollIntoView({ block: "start" });
    });
    if (editing && this.view) this.rendering.editor.focus();
    this.storage.put("place", "unit", key);
    const row = this.store.row(key);
    this.announcer.say(`${row.label}. ${stateOf(row.state).words}`);
    this.prefetch();
    if (this.work.drafts.get(key)?.conflict) this.actions.notice({ key, kind: "conflict" });
  }

  get view() {
    return this.current === null ? null : this.work.view(this.current);
  }

  /** Draws the current unit anew, its editor too. */
  draw() {
    const unit = this.view;
    this.loading.hidden = unit !== null;
    this.unitElement.hidden = unit === null;
    if (unit) {
      this.drawRead(unit);
      this.rendering.open(unit, this.work.text(unit.key), this.baseline(unit));
    }
    this.drawEvidence(unit);
  }

  /** Draws what changed around the editor; the text itself only when nobody is writing it. */
  refresh() {
    const unit = this.view;
    if (!unit) return;
    if (this.unitElement.hidden) {
      this.draw();
      return;
    }
    this.drawRead(unit);
    const text = this.work.text(unit.key);
    this.rendering.baselines(unit, this.baseline(unit).id);
    if (text !== this.rendering.editor.text) this.rendering.open(unit, text, this.baseline(unit));
    else this.rendering.refresh(unit);
    if (this.live && this.live.text === unit.target.reviewed && text === unit.target.reviewed) this.live = null;
    this.drawEvidence(unit);
  }

  /** Draws what is read; what has not changed stays, with the reader's selection and scrolling. */
  drawRead(unit) {
    const drawn = JSON.stringify([unit.key, unit.state, unit.heading]);
    if (drawn !== this.drawn) this.drawHead(unit);
    this.drawn = drawn;
    // Moving the editor would take the focus and the caret out of it, and what is typed then would be taken for commands.
    if (this.correction.of(unit.key)) this.reading.republish(unit, this.how(unit));
    else this.reading.show(unit, this.how(unit));
    idle(() => this.prepare());
  }

  /** Draws what is read anew for another way of reading it, and what is marked in it. */
  readAnew() {
    if (!this.view) return;
    this.drawRead(this.view);
    this.drawEvidence(this.view);
  }

  /** How a unit is read: the place on show, how much of the source, which side first. */
  how(unit) {
    return { shown: this.candidate(unit), whole: this.whole === true, swapped: this.preferences.get("swapped", false) };
  }

  /** Has the next unit ready to be read. */
  prepare() {
    const key = this.queue.neighbour(1);
    const unit = key === null || this.correction.open ? null : this.work.view(key);
    this.reading.prepare(unit, unit && this.how(unit));
  }

  drawHead(unit) {
    this.head.replaceChildren(heading(unit, this.store.several, this.store.here.get(unit.key)));
  }

  /** The texts that words can be marked in: the rendering, and the Arabic in use. */
  grounds() {
    const target = new Ground({ side: "target", elements: [this.rendering.editor.element] });
    const elements = [...this.reading.sides.querySelectorAll(".source .arabic mark.span")];
    const inUse = this.view && (this.view.source.chosen ?? -1) === this.candidate(this.view);
    const joiner = this.view?.source.uncorrected ? "" : " […] ";
    return { target, source: inUse && elements.length ? new Ground({ side: "source", elements, joiner, rtl: true }) : null };
  }

  /** Words were selected with the mouse: they can be marked. */
  selected() {
    if (!this.view || this.correction.open) return;
    const grounds = this.grounds();
    const side = ["source", "target"].find((name) => grounds[name]?.selected(this.root));
    if (side) this.marking.offer(side, grounds[side].selected(this.root), this.rendering.editor.focused);
    else this.marking.withdraw();
  }

  drawEvidence(unit) {
    if (unit) {
      this.marksDrawn.draw(unit, this.grounds(), this.work.text(unit.key));
      this.rendering.underline(this.findings(unit), this.live ? this.live.text : unit.target.reviewed);
      this.bar.unit({ changed: this.work.text(unit.key) !== unit.target.published, note: this.actions.ownWords(unit) ? null : unit.approve_note });
    }
    this.marking.redrawn();
    // A comment being written keeps its field.
    const writing = this.panel.body.contains(this.root.activeElement) && this.root.activeElement.matches("textarea, select");
    if (!writing || this.panel.unit?.key !== unit?.key) this.panel.draw(unit && { ...unit, findings: this.findings(unit) });
    else if (this.panel.tab === "comments") this.panel.commentsAround(unit);
  }

  /** What the checks say of the text as it stands, as far as they have answered. */
  findings(unit) {
    return this.live?.findings ?? unit.findings;
  }

  /** The finding with this digit in the panel. */
  finding(digit) {
    const unit = this.view;
    return unit ? openFindings({ findings: this.findings(unit) })[digit - 1] : undefined;
  }

  /** The candidate on show: the one looked at, else the one in use; -1 for none. */
  candidate(unit) {
    const looked = this.shown.get(unit.key);
    if (looked !== undefined && looked < unit.source.candidates.length) return looked;
    return unit.source.chosen ?? -1;
  }

  baseline(unit) {
    const wanted = this.comparing ?? this.data.baseline;
    return unit.baselines.find(({ id }) => id === wanted) ?? unit.baselines[0] ?? { id: "published", text: unit.target.published };
  }

  compare(id) {
    this.comparing = id;
    this.rendering.against(this.baseline(this.view));
  }

  edited(text) {
    const key = this.current;
    this.work.type(key, text);
    if (this.view.marks.length) this.marksDrawn.draw(this.view, this.grounds(), text);
    this.bar.wording(text !== this.view.target.published);
    this.tellSaved();
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.check(key, text), CHECK_AFTER);
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.saveCurrent(), SAVE_AFTER);
  }

  check(key, text) {
    this.requests += 1;
    this.asked = { key, text, request: this.requests };
    this.outbox.ask(this.asked);
  }

  /** Findings on a text that was being typed; an answer to an older question is dropped. */
  checked({ key, request, findings }) {
    if (key !== this.current || request !== this.asked?.request) return;
    this.live = { text: this.asked.text, findings };
    this.drawEvidence(this.view);
  }

  /** Saves when the focus leaves the editor, not while a dialog asks something about its text. */
  left(event) {
    if (event.target === this.rendering.editor.element && !event.relatedTarget?.closest?.("dialog")) this.saveCurrent();
  }

  saveCurrent() {
    clearTimeout(this.saving);
    if (this.current !== null && this.work.save(this.current)) this.queue.redraw(this.current);
  }

  prefetch() {
    if (this.current === null) return;
    const window = this.queue.window(WANTED_BEFORE, WANTED_AFTER);
    const missing = this.store.missing([this.current, ...window]);
    if (missing.length) this.outbox.want([...new Set(missing)]);
  }

  size(pixels) {
    this.arabicSize = Math.min(40, Math.max(16, pixels));
    this.element.style.setProperty("--arabic-size", `${this.arabicSize / 16}rem`);
    this.preferences.set("arabic-size", this.arabicSize);
  }

  tellSaved() {
    const draft = this.work.drafts.has(this.current) || this.work.left(this.current, 0).length > 0;
    this.bar.saved(this.outbox.status, { draft, lasting: this.storage.lasting });
  }
}
