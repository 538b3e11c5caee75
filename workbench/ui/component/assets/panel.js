// The evidence beside a unit, one tab each: findings, marks, places, comments, the editor's sheet, history, details.

import { printed } from "./commands.js";
import { commentsTab } from "./comments.js";
import { deskTab } from "./desk.js";
import { clock, h, isolate } from "./dom.js";
import { marksTab } from "./marks.js";
import { sourcesTab } from "./sources.js";
import { button } from "./unit.js";
import { SEVERITIES } from "./words.js";

// Matches from a translation memory and terms will be two more rows.
const TABS = [
  ["findings", "Findings", (unit) => open(unit).length],
  ["marks", "Marks", (unit) => unit.marks.length],
  ["sources", "Places", (unit) => unit.source.candidates.length],
  ["comments", "Comments", (unit) => unit.comments.filter(({ resolved }) => !resolved).length],
  ["desk", "Editor", () => 0],
  ["history", "History", () => 0],
  ["details", "Details", () => 0],
];
export const TAB_IDS = new Set(TABS.map(([id]) => id));

export class Panel {
  /**
   * `act(command, …)` does what a button says; `drafts` keeps what is being written; `project` holds the error categories and the sources,
   * `people()` gives those a comment can be meant for.
   */
  constructor({ act, tab, drafts, project, people }) {
    this.act = act;
    this.tab = TAB_IDS.has(tab) ? tab : TABS[0][0];
    this.drafts = drafts;
    this.project = project;
    this.people = people;
    this.place = null;
    this.tabs = h("div", { class: "ptabs", role: "tablist", "aria-label": "Evidence", onkeydown: (event) => this.keydown(event) });
    this.body = h("div", { class: "pbody", role: "tabpanel", id: "panel-body", tabindex: "0" });
    this.element = h("aside", { class: "side", "aria-label": "Evidence" }, this.tabs, this.body);
  }

  show(tab) {
    this.tab = tab;
    this.draw(this.unit);
    if (tab === "comments") this.body.querySelector("textarea")?.focus();
  }

  draw(unit) {
    if (this.unit?.key !== unit?.key) this.place = null;
    this.unit = unit;
    this.tabs.replaceChildren(...TABS.map(([id, label, number]) => this.tabElement(id, label, unit ? number(unit) : 0)));
    this.body.setAttribute("aria-label", TABS.find(([id]) => id === this.tab)[1]);
    this.body.replaceChildren(...(unit ? [this[this.tab](unit)].flat() : []));
  }

  /** Shows comments that came while one is being written; its field stays as it is. */
  commentsAround(unit) {
    this.unit = unit;
    const field = this.body.querySelector(".write");
    for (const node of [...this.body.childNodes]) if (node !== field) node.remove();
    field.before(...this.comments(unit).slice(0, -1));
  }

  tabElement(id, label, number) {
    const on = id === this.tab;
    return h("button", {
      type: "button",
      role: "tab",
      id: `tab-${id}`,
      "aria-selected": String(on),
      "aria-controls": "panel-body",
      tabindex: on ? "0" : "-1",
      title: `${label} (${printed(id)[0]})`,
      onclick: () => this.show(id),
    }, label, number ? h("span", { class: "number" }, number) : null, h("kbd", { "aria-hidden": "true" }, printed(id)[0]));
  }

  keydown(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = TABS.findIndex(([id]) => id === this.tab);
    this.show(TABS[(index + step + TABS.length) % TABS.length][0]);
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  findings(unit) {
    const shown = open(unit);
    const dismissed = unit.findings.filter((finding) => finding.dismissed);
    const cards = shown.map((finding, index) => this.finding(finding, index + 1));
    if (!cards.length) cards.push(h("p", { class: "nothing" }, "No open finding on this text."));
    if (dismissed.length) {
      cards.push(h("details", { class: "dismissed" }, h("summary", {}, `${dismissed.length} dismissed`),
        dismissed.map((finding) => h("p", { class: "dim" }, finding.title || finding.check, ": ", isolate(finding.message, { dir: "ltr" })))));
    }
    return cards;
  }

  finding(finding, digit) {
    const repair = finding.suggestion === null || finding.suggestion === undefined ? null : finding.suggestion;
    return h("article", { class: `finding ${finding.severity}` },
      h("h3", {}, h("span", { class: "digit", "aria-hidden": "true" }, digit), finding.title || finding.check,
        h("span", { class: "severity" }, finding.severity)),
      // Our own sentence, which may begin with somebody else's Arabic.
      h("p", {}, isolate(finding.message, { dir: "ltr" })),
      repair === null ? null : h("p", { class: "repair" }, "Repair: ", repair === "" ? "take it out" : h("q", {}, isolate(repair))),
      h("div", { class: "do" },
        repair === null ? null : button("Repair", [...printed("repair").slice(0, 1), digit], () => this.act("repair", digit), "quiet"),
        button("Mark", [...printed("take-over").slice(0, 1), digit], () => this.act("take-over", digit), "quiet"),
        button("Dismiss…", [...printed("dismiss").slice(0, 1), digit], () => this.act("dismiss", digit), "quiet")));
  }

  marks(unit) {
    return marksTab(unit, { act: this.act, typology: this.project.typology });
  }

  sources(unit) {
    return sourcesTab(unit, { act: this.act, sources: this.project.sources });
  }

  comments(unit) {
    return commentsTab(unit, { act: this.act, drafts: this.drafts, people: this.people(), place: this.place });
  }

  desk(unit) {
    return deskTab(unit, { act: this.act, drafts: this.drafts });
  }

  history(unit) {
    const entries = [...unit.history].sort((a, b) => b.sequence - a.sequence);
    if (!entries.length) return h("p", { class: "nothing" }, "Nothing has happened yet.");
    return h("div", {}, h("ol", { class: "history" }, entries.map((entry) => h("li", {},
      h("time", { title: entry.at }, clock(entry.at)),
      h("div", {},
        h("p", {}, h("b", {}, isolate(entry.author)), " ", isolate(entry.text)),
        entry.restore === null || entry.restore === undefined || entry.restore === unit.target.reviewed
          ? null
          : button("Restore this text", null, () => this.act("restore", entry), "quiet"))))),
      unit.events > entries.length ? button(`All ${unit.events} entries`, null, () => this.act("whole-history"), "quiet") : null);
  }

  details(unit) {
    return [
      h("h3", {}, "Scores, published against reviewed"),
      unit.scores.length
        ? h("dl", { class: "scores" }, unit.scores.map(({ name, value, signature }) => h("div", {},
          h("dt", {}, name), h("dd", {}, typeof value === "number" ? value.toFixed(1) : value), h("dd", { class: "signature" }, signature))))
        : h("p", { class: "nothing" }, "Scores come with the first change."),
      h("h3", {}, "About this unit"),
      h("dl", { class: "facts" },
        fact("Key", unit.key),
        fact("Text by", unit.author_of_text),
        fact("In the sources", unit.source.candidates.map((candidate) => candidate.outlet || candidate.document_id).join(", ") || "nowhere"),
        fact("Last event", unit.sequence)),
    ].flat();
  }
}

/** The findings that still stand, the worst first; their digits are their places here. */
export function open(unit) {
  return unit.findings
    .filter((finding) => !finding.dismissed)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function fact(name, value) {
  return value === null || value === undefined || value === "" ? null : h("div", {}, h("dt", {}, name), h("dd", {}, isolate(value)));
}

