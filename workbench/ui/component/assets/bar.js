// The bar at the bottom: what to do with the unit, whether everything is saved, and what went wrong.

import { printed } from "./commands.js";
import { count, h, isolate } from "./dom.js";
import { button } from "./unit.js";

export class Bar {
  constructor(run) {
    this.approve = button("Approve", printed("approve"), () => run("approve"), "go");
    this.note = h("p", { class: "note", hidden: true });
    this.status = h("span", { class: "status", role: "status" });
    this.prefix = h("span", { class: "prefix", role: "status", hidden: true });
    this.element = h("footer", { class: "bar" },
      h("div", { class: "buttons", role: "group", "aria-label": "Verdict" },
        this.approve,
        button(h("span", {}, "Reject", h("span", { class: "room" }, " rendering"), "…"), printed("reject"), () => run("reject")),
        button("Second look", printed("second-look"), () => run("second-look")),
        button("Undo", printed("undo"), () => run("undo"))),
      h("div", { class: "end" }, this.prefix, this.status, button(h("span", { class: "unseen" }, "Keys"), printed("help"), () => run("help"), "quiet")),
      this.note);
  }

  /** Words the approval as it will be recorded. */
  unit({ changed, note }) {
    this.wording(changed);
    this.note.textContent = note ?? "";
    this.note.hidden = !note;
  }

  wording(changed) {
    this.approve.firstChild.data = changed ? "Approve with changes" : "Approve";
  }

  /** Says whether everything is saved. */
  saved({ waiting, offline, failure }, { draft, lasting }) {
    let [kind, words] = ["saved", "Saved"];
    if (offline) [kind, words] = ["offline", `Offline: ${count(waiting, "change")} kept here`];
    else if (failure) [kind, words] = ["offline", `${failure} – ${count(waiting, "change")} kept, trying again`];
    else if (waiting) [kind, words] = ["saving", `Saving ${count(waiting, "change")}…`];
    else if (draft) [kind, words] = ["draft", lasting ? "Draft" : "Not saved"];
    if (this.status.textContent === words) return;
    this.status.className = `status ${kind}`;
    this.status.textContent = words;
    this.status.title = kind === "draft" && lasting ? "Kept on this computer; saved when you leave the editor" : "";
  }

  expecting(id) {
    this.prefix.hidden = !id;
    this.prefix.textContent = id ? `${WHICH[id] ?? "Which"} which? 1–9` : "";
  }
}

const WHICH = {
  repair: "Repair",
  dismiss: "Dismiss",
  "take-over": "Mark",
  "change-mark": "Change",
  note: "Note on",
  unmark: "Take away",
  settle: "Settle",
};

/** What the reviewer must know or decide about other units; each notice stays until it is answered. */
export class Notices {
  constructor() {
    this.shown = [];
    this.element = h("div", { class: "notices", role: "alert" });
  }

  /** `actions`: [{label, run}]; a notice about the same unit and matter replaces the former one. */
  add({ key, kind, label, message, actions = [], lasts = 0 }) {
    this.remove(key, kind);
    const notice = { key, kind };
    const close = () => this.drop(notice);
    notice.element = h("div", { class: `notice ${kind}` },
      h("p", {}, label ? [isolate(label, { class: "label" }), " "] : null, message),
      actions.map((action) => button(action.label, null, () => { close(); action.run(); })),
      h("button", { type: "button", class: "close", "aria-label": "Close this notice", onclick: close }, "×"));
    this.shown.push(notice);
    this.element.append(notice.element);
    if (lasts) setTimeout(close, lasts);
  }

  remove(key, kind) {
    for (const notice of this.shown.filter((shown) => shown.key === key && shown.kind === kind)) this.drop(notice);
  }

  drop(notice) {
    notice.element.remove();
    this.shown = this.shown.filter((shown) => shown !== notice);
  }
}
