// What the margin says of a quotation: who to whom, its kind, its state, how many findings, and the way to correct it.

import { count, h, isolate } from "../workbench.review-pane/dom.js";
import { KINDS, stateOf } from "../workbench.review-pane/words.js";

export function note(quotation, { address, open, correct }) {
  const state = stateOf(quotation.state);
  const number = quotation.key.split("/").at(-1);
  const follow = (event) => {
    // With a modifier the browser opens a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  };
  return h("section", { class: `note ${state.id}`, "data-key": quotation.key, "aria-label": `Quotation ${number}` },
    h("p", { class: "who" },
      h("span", { class: `dot ${state.shape}`, "aria-hidden": "true" }),
      h("a", { href: address, onclick: follow, title: `Review ${number}` },
        party(quotation.speaker) ?? "no speaker named",
        quotation.outlet ? [" → ", party(quotation.outlet)] : null),
      h("button", { type: "button", class: "button quiet correct", onclick: correct, "aria-label": `Correct ${number}` }, "Correct…")),
    h("p", { class: "about" },
      h("span", { class: "number" }, number), " · ", KINDS[quotation.kind] ?? quotation.kind,
      // Where most quotations begin; its shape says it, and takes no line.
      h("span", { class: state.id === "waiting" ? "unseen" : "" }, " · ", state.words),
      quotation.findings ? [" · ", h("b", { class: "findings" }, count(quotation.findings, "finding"))] : null),
    said(quotation));
}

/** The name; after it, in the tooltip, how the article says it. */
function party(found) {
  return found ? isolate(found.stands_for || found.who, { title: found.stands_for ? `in the article: ${found.who}` : null }) : null;
}

/** The article's own words for the speaker, where they stand for a fuller name. */
function said({ speaker }) {
  return speaker?.stands_for ? h("p", { class: "said" }, "in the text “", isolate(speaker.who), "”") : null;
}
