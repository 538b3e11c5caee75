// The marks on a unit: what people say is wrong with its words, by severity and category.

import { printed } from "./commands.js";
import { clock, count, h, isolate } from "./dom.js";
import { button } from "./unit.js";
import { severityOf } from "./words.js";

/** The marks in the order of the digits that act on them: the worst first, then as they stand in the text. */
export function ordered(marks) {
  const start = ({ target, source }) => target?.span?.[0] ?? source?.span?.[0] ?? Infinity;
  return [...marks].sort((a, b) => severityOf(b.severity).points - severityOf(a.severity).points || start(a) - start(b));
}

export function marksTab(unit, { act, typology }) {
  const marks = ordered(unit.marks);
  const titles = new Map((typology ?? []).map(({ id, title }) => [id, title]));
  const points = marks.reduce((sum, { severity }) => sum + severityOf(severity).points, 0);
  return [
    h("p", { class: "start" }, button("Mark words", printed("mark"), () => act("mark"))),
    ...marks.map((mark, index) => card(mark, index + 1, titles.get(mark.category) ?? mark.category, act)),
    marks.length
      ? h("p", { class: "dim points" }, `${count(points, "penalty point")} (MQM: minor 1, major 5, critical 25). One quotation is too little for a grade.`)
      : h("p", { class: "nothing" }, "No mark yet. Choose words with the mouse or the keyboard, then a severity, then a category."),
  ];
}

function card(mark, digit, title, act) {
  const severity = severityOf(mark.severity);
  return h("article", { class: `mark ${severity.id}`, "data-mark": mark.mark },
    h("h3", {}, h("span", { class: "digit", "aria-hidden": "true" }, digit),
      h("span", { class: "sign", "aria-hidden": "true" }, severity.sign), title,
      h("span", { class: "severity" }, severity.words)),
    place(mark.target, "en", mark.source ? "missing here" : "no words"),
    place(mark.source, "ar", ""),
    mark.note ? h("p", { class: "note", dir: "auto" }, mark.note) : null,
    h("p", { class: "dim by" }, isolate(mark.author), mark.waiting ? " · saving…" : ` · ${clock(mark.at)}`, mark.origin ? " · from a finding" : null),
    h("div", { class: "do" },
      button("Change…", [printed("change-mark")[0], digit], () => act("change-mark", digit), "quiet"),
      button("Note…", [...printed("note").slice(0, 2), digit], () => act("note", digit), "quiet"),
      button("Remove", [printed("unmark")[0], digit], () => act("unmark", digit), "quiet")));
}

function place(anchor, lang, otherwise) {
  if (!anchor) return null;
  return h("p", { class: "words" },
    anchor.exact ? h("q", {}, isolate(anchor.exact, { lang, dir: lang === "ar" ? "rtl" : "ltr" })) : h("span", { class: "dim" }, otherwise),
    anchor.span ? null : h("span", { class: "gone" }, " on words that have changed since"));
}
