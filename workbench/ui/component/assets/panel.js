// The evidence beside a unit: findings, comments, history, details, one tab each.

import { printed } from "./commands.js";
import { clock, direction, h, isolate } from "./dom.js";
import { button } from "./unit.js";
import { FIDELITIES, REMEDIES, SEVERITIES } from "./words.js";

const TABS = [
  ["findings", "Findings", (unit) => open(unit).length],
  ["comments", "Comments", (unit) => unit.comments.length],
  ["history", "History", () => 0],
  ["details", "Details", () => 0],
];

export class Panel {
  /** `act(command, …)` does what a button says; `drafts` keeps comments that are being written. */
  constructor({ act, tab, drafts }) {
    this.act = act;
    this.tab = tab;
    this.drafts = drafts;
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
    this.unit = unit;
    this.tabs.replaceChildren(...TABS.map(([id, label, number]) => this.tabElement(id, label, unit ? number(unit) : 0)));
    this.body.setAttribute("aria-label", TABS.find(([id]) => id === this.tab)[1]);
    this.body.replaceChildren(...(unit ? [this[this.tab](unit)].flat() : []));
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
    }, label, number ? h("span", { class: "number" }, number) : null);
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
        button("Dismiss…", [...printed("dismiss").slice(0, 1), digit], () => this.act("dismiss", digit), "quiet")));
  }

  comments(unit) {
    const field = h("textarea", {
      rows: 3,
      dir: "auto",
      "aria-label": "Write a comment",
      placeholder: "Write a comment",
      oninput: () => this.drafts.put(unit.key, field.value),
    });
    field.value = this.drafts.get(unit.key) ?? "";
    const send = () => {
      if (!field.value.trim()) return;
      this.act("comment", field.value.trim());
      this.drafts.put(unit.key, "");
    };
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      send();
    });
    return [
      unit.comments.length ? null : h("p", { class: "nothing" }, "No comment yet."),
      ...unit.comments.map(({ author, at, text, waiting }) => h("article", { class: "comment" },
        h("h3", {}, isolate(author), h("time", {}, waiting ? "saving…" : clock(at))),
        h("p", { dir: direction(text) }, text))),
      h("div", { class: "write" }, field, button("Comment", ["Ctrl", "↵"], send)),
    ].filter(Boolean);
  }

  history(unit) {
    const entries = [...unit.history].sort((a, b) => b.sequence - a.sequence);
    if (!entries.length) return h("p", { class: "nothing" }, "Nothing has happened yet.");
    return h("ol", { class: "history" }, entries.map((entry) => h("li", {},
      h("time", { title: entry.at }, clock(entry.at)),
      h("div", {},
        h("p", {}, h("b", {}, isolate(entry.author)), " ", isolate(entry.text)),
        entry.restore === null || entry.restore === undefined || entry.restore === unit.target.reviewed
          ? null
          : button("Restore this text", null, () => this.act("restore", entry), "quiet")))));
  }

  details(unit) {
    return [
      picker("How it stands to the Arabic", "fidelity", FIDELITIES, unit.fidelity, (value) => this.act("fidelity", value)),
      picker("What the editor should do", "remedy", REMEDIES, unit.remedy, (value) => this.act("remedy", value)),
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

function picker(label, name, values, value, picked) {
  return h("label", { class: "field" }, h("span", {}, label),
    h("select", { name, onchange: (event) => picked(event.target.value || null) },
      h("option", { value: "", selected: !value }, "not said"),
      values.map((option) => h("option", { value: option, selected: option === value }, option))));
}

function fact(name, value) {
  return value === null || value === undefined || value === "" ? null : h("div", {}, h("dt", {}, name), h("dd", {}, isolate(value)));
}

