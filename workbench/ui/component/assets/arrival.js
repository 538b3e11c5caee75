// Which quote is shown when the pane opens: the one a link names, else where this reviewer was, else the first that waits.

import { stateOf } from "./words.js";

export class Arrival {
  constructor(review) {
    this.review = review;
    this.later = null;
  }

  begin(data) {
    const { review } = this;
    const { queue, storage, store } = review;
    queue.box.text = data.query ?? storage.get("place", "query") ?? "";
    // A link to a quote wins over the filter of the last visit.
    if (data.go_to && !queue.keys.includes(data.go_to)) queue.box.text = "";
    const order = queue.keys;
    const remembered = storage.get("place", "unit");
    const waiting = order.find((key) => ["waiting", "changed"].includes(stateOf(store.row(key).state).id));
    const start = [data.go_to, remembered, waiting, order[0]].find((key) => key && store.rows.has(key));
    if (start) review.go(start);
    // The rest of a large project comes with the next answer; who wants one of its quotes is brought there then, unless they have gone on.
    const wanted = data.go_to ?? remembered;
    this.later = wanted && !store.rows.has(wanted) && store.rows.size < (store.total ?? 0) ? { from: start, to: wanted } : null;
    for (const key of review.work.conflicts) review.actions.notice({ key, kind: "conflict" });
    review.outbox.schedule(0);
    review.saveLeft();
  }

  /** A link to another quote was followed while the pane is open. */
  follow({ go_to: wanted }) {
    if (wanted && wanted !== this.wentTo && this.review.store.rows.has(wanted)) this.review.go(wanted);
    this.wentTo = wanted;
  }

  /** Goes to the quote that was wanted at first, once its row is there. */
  comeBack() {
    const { review } = this;
    if (!this.later || !review.store.rows.has(this.later.to)) return;
    const { from, to } = this.later;
    this.later = null;
    if (review.current === from && !review.rendering.editor.focused) review.go(to);
  }

  /** After a reload of the server's session the first answer may hold only what changed; ask for everything then. */
  askForRest() {
    const { store, outbox } = this.review;
    if (store.total === null || store.rows.size >= store.total) return;
    outbox.cursor = 0;
    outbox.behind = true;
    outbox.schedule(0);
  }
}
