// What is done without changing the rendering: marks, comments, the editor's lines, other places in the sources, verdicts on many quotes.

import { askBulk, askKept } from "./bulk.js";
import { numbered } from "./comments.js";
import { askReason } from "./dialogs.js";
import { ordered } from "./marks.js";
import { placeIn, utf16Span } from "./offsets.js";
import { uuid } from "./outbox.js";
import { askMark } from "./palette.js";
import { readSource } from "./reader.js";
import { SEVERITY_OF_FINDING } from "./words.js";

const KIND_OF_FIELD = { gloss: "gloss", explanation: "explain" };

/** Methods of Actions, each a command. */
export const REMARKS = {
  /** Chooses words to mark: those selected with the mouse, else the first ones. */
  mark() {
    const { review } = this;
    review.saveCurrent();
    const grounds = review.grounds();
    const side = ["source", "target"].find((name) => grounds[name]?.selected(review.root));
    const span = side ? grounds[side].selected(review.root) : null;
    review.root.activeElement?.blur();
    document.getSelection()?.removeAllRanges();
    review.center.focus({ preventScroll: true });
    review.marking.begin(side ?? "target", span);
  },

  /** Files a mark; `former` is what it replaces. A dialog may have been answered after another unit was shown: `key` is the mark's own. */
  fileMark(fields, former = null, key = this.review.current) {
    const { review } = this;
    review.work.push(key, "mark", { mark: former?.mark ?? uuid(), note: "", origin: "", ...fields, former });
    review.refresh();
  },

  markAt(digit) {
    return ordered(this.review.view.marks)[digit - 1];
  },

  async "change-mark"(digit) {
    const { review } = this;
    const mark = this.markAt(digit);
    const key = review.current;
    if (!mark) return;
    const answer = await askMark(review.element, { typology: review.store.typology, mark });
    if (answer) this.fileMark({ ...kept(mark), ...answer }, mark, key);
  },

  async note(digit) {
    const { review } = this;
    const mark = this.markAt(digit);
    const key = review.current;
    if (!mark) return;
    const note = await askReason(review.element, { title: "A note on the mark", explanation: `“${mark.target?.exact || mark.source?.exact || "missing"}”`, go: "Save", required: false, text: mark.note, label: "Note" });
    if (note !== null) this.fileMark({ ...kept(mark), note }, mark, key);
  },

  unmark(digit) {
    const { review } = this;
    const mark = this.markAt(digit);
    if (!mark) return;
    review.work.push(review.current, "unmark", { mark: mark.mark, former: mark });
    review.announcer.say("Mark taken away");
    review.refresh();
  },

  /** A finding of the machine becomes a person's mark. */
  "take-over"(digit) {
    const { review } = this;
    const finding = review.finding(digit);
    if (!finding) return;
    review.saveCurrent();
    const checked = review.live ? review.live.text : review.view.target.reviewed;
    const { text } = review.rendering.editor;
    const target = finding.target_span && checked === text ? placeIn(text, utf16Span(text, finding.target_span)) : null;
    const arabic = review.view.source.text;
    const source = finding.source_span && !target?.exact ? placeIn(arabic, utf16Span(arabic, finding.source_span)) : null;
    if (checked !== text) this.tell(review.current, "The text has changed since; take the finding over in a moment.");
    else {
      const place = target || source ? {} : { target: placeIn(text, [0, text.length]) };
      this.fileMark({ category: finding.category, severity: SEVERITY_OF_FINDING[finding.severity], note: finding.message, origin: finding.id, target, source, ...place });
      this.panel("marks");
    }
  },

  comment(text, mentions = []) {
    const { panel } = this.review;
    const on = panel.place ? { side: panel.place.side, place: panel.place.place } : {};
    panel.place = null;
    this.file("comment", { text, mentions, ...on });
    panel.body.querySelector("textarea")?.focus();
  },

  /** What the next comment is on; without a place, the whole unit. */
  "comment-on"(side = null, place = null) {
    this.review.panel.place = place && { side, place };
    this.panel("comments");
  },

  settle(digit) {
    const { review } = this;
    const comment = numbered(review.view.comments)[digit - 1];
    if (!comment || comment.waiting) return;
    review.work.push(review.current, "resolve", { comment: comment.id, resolved: !comment.resolved });
    review.refresh();
  },

  /** Saves a line of the editor's sheet. */
  write(key, name, text, was) {
    const { review } = this;
    review.storage.drop("comment", `${name}:${key}`);
    review.work.push(key, KIND_OF_FIELD[name], { text, was });
  },

  sheet() {
    this.review.saveCurrent();
    const link = new URL(window.location.href);
    link.pathname = link.pathname.replace(/[^/]*$/, "sheet");
    link.searchParams.delete("unit");
    const { article } = this.review.store.row(this.review.current);
    if (article) link.searchParams.set("article", article);
    window.open(link, "_blank", "noopener");
  },

  "whole-history"() { this.review.outbox.wholeHistory(this.review.current); },

  /** Reads a whole source; other words of it can become the place. */
  async reader(documentId = null) {
    const { review } = this;
    const { source } = review.view;
    const { sources } = review.store;
    const shown = source.candidates[review.candidate(review.view)];
    const first = documentId ?? shown?.document_id ?? sources[0]?.id;
    if (!first) {
      this.tell(review.current, "This project has no source yet. Add the outlet's Arabic under New article.");
      return;
    }
    const key = review.current;
    const place = (id) => (shown?.document_id === id ? shown : source.candidates.find((candidate) => candidate.document_id === id))?.spans ?? [];
    const chosen = await readSource(review.element, review.root, { sources, first, place, ask: (id) => review.knowledge.document(id) });
    if (!chosen) return;
    const { document_id: id, spans, ...words } = chosen;
    const about = sources.find((candidate) => candidate.id === id);
    review.work.push(key, "link", { candidate: null, document_id: id, spans, place: { ...words, outlet: about?.outlet, title: about?.title, published: about?.published, language: about?.language, provenance: about?.provenance } });
    review.shown.delete(key);
    if (key === review.current) review.refresh();
    review.queue.redraw(key);
  },

  /** Corrects the Arabic itself, where a scan or a typist got it wrong. */
  correct() {
    const { review } = this;
    if (!review.view.source.text) this.tell(review.current, "There is no Arabic to correct. Choose its place in a source first.");
    else review.correction.begin();
  },

  async bulk() {
    const { review } = this;
    review.saveCurrent();
    const rows = review.queue.keys.map((key) => review.store.row(key)).filter(Boolean);
    const answer = await askBulk(review.element, {
      rows,
      query: review.queue.query.trim(),
      own: (row) => (row.by ?? []).includes(review.data.reviewer),
      open: (key) => review.work.drafts.has(key),
      reasonOnChange: review.data.project.reason_on_change,
    });
    if (!answer?.rows.length) return;
    const batch = `${Date.now()}`;
    for (const row of answer.rows) {
      const verdict = answer.verdict === "approved" && row.changed ? "approved-with-changes" : answer.verdict;
      review.work.verdict(row.key, verdict, { reason: answer.reason, override: answer.alone, batch });
    }
    review.queue.refresh();
    review.refresh();
    review.announcer.say(`${answer.rows.length} quotes. Undo takes all of them back.`);
  },

  async kept() {
    const { review } = this;
    const answer = await askKept(review.element, { queries: review.store.queries, query: review.queue.query.trim() });
    if (answer?.apply !== undefined) review.queue.box.text = answer.apply;
    if (answer?.save) review.knowledge.keepQuery("save-query", { name: answer.save, query: review.queue.query.trim() });
    if (answer?.drop) review.knowledge.keepQuery("drop-query", { name: answer.drop });
  },
};

/** A mark's own places, which stay as they are when what it says of them changes. */
function kept({ category, severity, note, origin, target, source }) {
  return { category, severity, note, origin, target: target && "kept", source: source && "kept" };
}
