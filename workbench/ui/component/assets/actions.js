// What each command does.

import { changes, mapSpan } from "./diff.js";
import { askDismissal, askReason, confirm, resolveConflict, showHelp } from "./dialogs.js";
import { utf16Span } from "./offsets.js";
import { TAB_IDS } from "./panel.js";
import { REMARKS } from "./remarks.js";

const REJECTIONS = ["says something else", "leaves out what was said", "adds what was not said", "wrong speaker", "not a quotation"];
const SHORT = 6000;
const WITHOUT_UNIT = new Set(["next", "previous", "filter", "kept", "bulk", "help", "swap", "larger", "smaller", "undo"]);

export class Actions {
  constructor(review) {
    this.review = review;
    this.alone = false;
  }

  /** Runs a command by its id; those that need a unit do nothing while none is here. */
  run(id, ...rest) {
    if (!this.review.view && !WITHOUT_UNIT.has(id)) return;
    if (TAB_IDS.has(id)) this.panel(id);
    else if (id === "second-look") this.secondLook();
    else this[id](...rest);
  }

  next() { this.step(1); }

  previous() { this.step(-1); }

  step(by) {
    const key = this.review.queue.neighbour(by);
    if (key) this.review.go(key);
    else this.review.announcer.say(by > 0 ? "That was the last quote of this queue." : "This is the first quote of this queue.");
  }

  filter() { this.review.queue.box.focus(); }

  edit() { this.review.rendering.editor.focus(); }

  leave() {
    if (this.review.correction.finish()) return;
    this.review.root.activeElement?.blur();
    this.review.center.focus({ preventScroll: true });
  }

  save() {
    if (!this.review.correction.finish()) this.review.saveCurrent();
  }

  help() { showHelp(this.review.element); }

  swap() {
    const { preferences } = this.review;
    preferences.set("swapped", !preferences.get("swapped", false));
    this.review.readAnew();
  }

  larger() { this.review.size(this.review.arabicSize + 1); }

  smaller() { this.review.size(this.review.arabicSize - 1); }

  context() {
    this.review.whole = !this.review.whole;
    this.review.readAnew();
  }

  panel(tab) {
    this.review.preferences.set("tab", tab);
    this.review.panel.show(tab);
  }

  baseline() {
    const { baselines } = this.review.view;
    const index = baselines.findIndex(({ id }) => id === this.review.baseline(this.review.view).id);
    this.review.compare(baselines[(index + 1) % baselines.length].id);
  }

  /** Looks at a place in the sources, counted from 1; 0 stands for none. */
  candidate(digit) {
    const { review } = this;
    const index = digit - 1;
    if (index >= review.view.source.candidates.length) return;
    review.shown.set(review.current, index);
    review.readAnew();
  }

  link() {
    const { review } = this;
    const shown = review.candidate(review.view);
    const place = review.view.source.candidates[shown];
    review.work.push(review.current, "link", shown === -1
      ? { candidate: null, document_id: null, spans: [] }
      : { candidate: shown, document_id: place.document_id, spans: place.spans });
    review.shown.delete(review.current);
    review.refresh();
  }

  /** Whether the reviewer would approve words of their own. */
  ownWords(unit) {
    const text = this.review.work.text(unit.key);
    return text !== unit.target.reviewed && text !== unit.target.published;
  }

  async approve() {
    const { review } = this;
    const key = review.current;
    if (this.undecided(key)) return;
    review.correction.finish();
    const unit = review.view;
    if (unit.source.chosen === null && !unit.source.text) {
      this.tell(key, "No Arabic to approve the rendering against. Choose its place in a source first.");
      return;
    }
    // The server has yet to hear of a correction just made, and will hold it to be the reviewer's own words.
    const own = this.ownWords(unit) || review.outbox.of(key).some(({ kind }) => kind === "revise-source");
    const override = own || !unit.may_approve;
    if (override && !this.alone && !review.data.project.alone) {
      const { yes, remember } = await confirm(review.element, {
        title: "Approve your own words?",
        explanation: (!own && unit.approve_note) || "You wrote this rendering. A second person should approve it; if you approve it alone, the log and the exports say so.",
        go: "Approve alone",
        remember: "Do not ask again until I leave the page",
      });
      if (!yes) return;
      this.alone ||= remember;
    }
    const changed = review.work.text(key) !== unit.target.published;
    const reason = changed && review.data.project.reason_on_change ? await this.whyChanged(key) : "";
    if (reason !== null) this.judge(key, changed ? "approved-with-changes" : "approved", { override, reason });
  }

  /** The project wants to know why words were changed before they are approved. */
  whyChanged(key) {
    return askReason(this.review.element, {
      title: "Why were the words changed?",
      explanation: "This project keeps a reason with every approval of changed words.",
      go: "Approve with changes",
      required: true,
      suggestions: ["mistranslation", "omission", "house style", "language"],
      text: this.review.work.keptReason(key, "approved-with-changes"),
    });
  }

  async reject() {
    const { review } = this;
    const key = review.current;
    if (this.undecided(key)) return;
    const reason = await askReason(review.element, {
      title: "Reject the rendering",
      explanation: "It leaves the exports until somebody writes a better one. Why?",
      go: "Reject",
      required: true,
      suggestions: REJECTIONS,
      text: review.work.keptReason(key, "rejected"),
    });
    if (reason) this.judge(key, "rejected", { reason });
  }

  secondLook() {
    const { review } = this;
    if (!this.undecided(review.current)) this.judge(review.current, "second-look");
  }

  /** Saves what was typed, files the verdict and shows the next unit without waiting for the server. */
  judge(key, verdict, more) {
    const { review } = this;
    review.work.save(key);
    review.work.verdict(key, verdict, more);
    review.queue.tell();
    const next = key === review.current ? review.queue.neighbour(1) : null;
    if (next) review.go(next);
    else review.queue.redraw(key);
    if (key === review.current) {
      review.refresh();
      review.announcer.say("That was the last quote of this queue.");
    }
  }

  undo() {
    const { review } = this;
    const undone = review.work.undo();
    review.undoWaits = undone === undefined;
    if (undone === undefined) review.announcer.say("Taken back as soon as it is saved");
    else if (undone === null) this.tell(null, "Nothing of this visit to undo. Earlier texts can be restored from the history.");
    else {
      review.store.settle(undone.unit);
      if (undone.unit !== review.current) review.go(undone.unit);
      else review.refresh();
      review.announcer.say(undone.number > 1 ? `Undone on ${undone.number} quotes` : "Undone");
    }
  }

  repair(digit) {
    const { review } = this;
    const finding = review.finding(digit);
    if (!finding) return;
    if (finding.suggestion === null || finding.suggestion === undefined || !finding.target_span) {
      this.tell(review.current, "This finding has no ready repair; edit the rendering, or dismiss it.");
      return;
    }
    const checked = review.live ? review.live.text : review.view.target.reviewed;
    const { editor } = review.rendering;
    const span = mapSpan(changes(checked, editor.text), utf16Span(checked, finding.target_span));
    if (!span) {
      this.tell(review.current, "The text has changed just there; repair it by hand.");
      return;
    }
    const text = editor.text.slice(0, span[0]) + finding.suggestion + editor.text.slice(span[1]);
    const end = span[0] + finding.suggestion.length;
    editor.replace(text, [end, end]);
  }

  async dismiss(digit) {
    const { review } = this;
    const key = review.current;
    const finding = review.finding(digit);
    if (!finding) return;
    const answer = await askDismissal(review.element, finding, review.work.keptReason(key, finding.id));
    if (answer === null) return;
    review.work.push(key, "dismiss", { finding: finding.id, check: finding.check, ...answer });
    if (review.live) review.live.findings = review.live.findings.filter((other) => other !== finding);
    if (key === review.current) review.refresh();
  }

  fidelity(value) { this.chosen("fidelity", value); }

  remedy(value) { this.chosen("remedy", value); }

  /** Files what was chosen in a list, which keeps the focus: arrow keys go on through it. */
  chosen(kind, value) {
    this.review.work.push(this.review.current, kind, { value });
    this.review.refresh();
  }

  restore(entry) {
    const { review } = this;
    if (this.undecided(review.current)) return;
    review.rendering.editor.replace(entry.restore);
    review.work.dropDraft(review.current);
    this.file("restore", { text: entry.restore, of: entry.sequence });
  }

  file(kind, payload) {
    const { review } = this;
    review.work.push(review.current, kind, payload);
    review.root.activeElement?.blur();
    review.refresh();
  }

  /** While two texts wait for a choice no verdict can be filed; the choice is asked for. */
  undecided(key) {
    if (!this.review.work.drafts.get(key)?.conflict) return false;
    this.resolve(key);
    return true;
  }

  /** Shows what the server said of an operation. */
  notice({ key, kind, author, message }) {
    const { review } = this;
    const label = review.store.row(key)?.label;
    const { notices } = review;
    if (kind === "conflict") {
      notices.add({ key, kind, label, message: "was saved by somebody else first. Your text is kept.", actions: [{ label: "Compare both texts…", run: () => this.resolve(key) }] });
      if (key === review.current && !review.element.querySelector("dialog[open]")) this.resolve(key);
    } else if (kind === "changed") {
      notices.add({ key, kind, label, message: `was changed by ${author ?? "somebody else"} before your action arrived; nothing was recorded.`, actions: [{ label: "Look at it", run: () => review.go(key) }] });
    } else notices.add({ key, kind, label, message, actions: key === review.current ? [] : [{ label: "Look at it", run: () => review.go(key) }] });
  }

  tell(key, message) {
    this.review.notices.add({ key, kind: "hint", message, lasts: SHORT });
  }

  async resolve(key) {
    const { review } = this;
    const draft = review.work.drafts.get(key);
    if (!draft?.conflict || this.resolving) return;
    this.resolving = true;
    const answer = await resolveConflict(review.element, { mine: draft.text, theirs: draft.conflict.theirs, label: review.store.row(key)?.label ?? key });
    this.resolving = false;
    if (!answer) return;
    review.notices.remove(key, "conflict");
    review.work.resolve(key, answer.text);
    review.queue.redraw(key);
    if (key === review.current) review.draw();
    review.tellSaved();
  }
}

Object.assign(Actions.prototype, REMARKS);
