// Correcting the Arabic of a unit: its editor stands in the place of the source, its draft in the browser, the correction in the outbox.

import { ArabicEditor } from "./arabic.js";
import { resolveConflict } from "./dialogs.js";

export class Correction {
  constructor(review) {
    this.review = review;
    this.key = null;
    this.editor = new ArabicEditor(review.root, {
      typed: (text) => review.storage.put("arabic", this.key, { text, based_on: this.base, from: this.from }),
      dropped: () => review.storage.drop("arabic", this.key),
      saved: (text) => this.file(text),
      left: () => this.leave(),
    });
  }

  get open() {
    return this.editor.element.isConnected;
  }

  /** Whether the Arabic of this unit is being corrected. */
  of(key) {
    return this.open && this.key === key;
  }

  /** Puts the editor in the place of the source; what it saves is based on the unit as it is seen now, or was when its draft was begun. */
  async begin() {
    const { review } = this;
    if (this.open) {
      this.editor.editor.focus();
      return;
    }
    const { key } = review.view;
    const draft = await this.chosen(review.storage.get("arabic", key));
    const { view } = review;
    if (draft === undefined || view?.key !== key) return;
    this.key = key;
    review.shown.delete(view.key);
    review.reading.sides.querySelector(".source")?.replaceWith(this.editor.element);
    this.base = draft?.based_on ?? review.work.base(view.key);
    const { text, uncorrected } = view.source;
    this.from = draft?.from ?? text;
    this.editor.open(draft?.text ?? text, { stored: text, uncorrected: uncorrected ?? text });
  }

  /** The draft to go on with; one that came second is first held against the Arabic as somebody else corrected it: undefined then. */
  async chosen(draft) {
    const { view, element } = this.review;
    const theirs = view.source.text;
    // Somebody else may have changed the rendering only.
    if (!draft?.conflict || draft.text === theirs || theirs === draft.from) return draft;
    const label = this.review.store.row(view.key)?.label ?? view.key;
    const answer = await resolveConflict(element, { mine: draft.text, theirs: { text: theirs, author: view.source.corrected_by }, label, arabic: true });
    if (answer?.text === theirs) this.review.storage.drop("arabic", view.key);
    else if (answer) {
      Object.assign(this, { key: view.key, base: view.sequence, from: theirs });
      this.file(answer.text);
      if (this.review.current === view.key) this.review.refresh();
    }
    return undefined;
  }

  /** Files what was typed and goes back to reading; whether there was anything to finish. */
  finish() {
    if (!this.open) return false;
    this.editor.finish();
    return true;
  }

  file(text) {
    const { review, key } = this;
    review.storage.drop("arabic", key);
    review.work.push(key, "revise-source", { text, from: this.from }, this.base);
    review.store.expect(key, { state: "changed" });
    review.queue.redraw(key);
  }

  leave() {
    const { review } = this;
    this.editor.element.remove();
    review.reading.forget();
    review.readAnew();
    review.center.focus({ preventScroll: true });
  }
}
