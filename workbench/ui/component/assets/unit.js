// One unit as it is read: who said it, the Arabic in its surroundings, the English as published in its paragraph.

import { arabicText } from "./arabic.js";
import { printed } from "./commands.js";
import { count, h, isolate, keys, seen } from "./dom.js";
import { utf16Spans } from "./offsets.js";
import { CERTAINTIES, KINDS, stateOf } from "./words.js";

const REASONS_SHOWN = 2;
// Making a formatter takes a millisecond, too long between two quotes.
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** Who, where, when, and the unit's state; the article's title where the project has several. */
export function heading(unit, several, others) {
  const { speaker, resolved, outlet, outlet_resolved: outletResolved, date, article_title: article, position, of } = unit.heading;
  const who = resolved || speaker;
  const state = stateOf(unit.state);
  const meta = [];
  if (resolved && speaker && resolved !== speaker) meta.push(["in the text “", isolate(speaker), "”"]);
  if (outlet || outletResolved) meta.push(["to ", isolate(outletResolved || outlet)]);
  if (date) meta.push(longDate(date));
  if (position) meta.push(`quote ${position} of ${of}`);
  return h("header", { class: "head" },
    h("div", { class: "who" },
      h("h1", {}, who ? isolate(who) : "No speaker named"),
      h("p", { class: "meta" },
        meta.map((part, index) => [index ? " · " : null, part]),
        article && several ? h("span", { class: "article" }, " · ", isolate(article)) : null)),
    others?.length ? h("span", { class: "others", role: "status" }, isolate(others.join(", ")), others.length > 1 ? " are here too" : " is here too") : null,
    h("span", { class: "state" }, h("span", { class: `dot ${state.shape}`, "aria-hidden": "true" }), state.words));
}

/** The Arabic: candidates as tabs, the span in its surroundings, how sure its place is and why. */
export function sourceCard(unit, { shown, whole, act }) {
  const { candidates, chosen } = unit.source;
  const candidate = candidates[shown] ?? supplied(unit);
  return h("section", { class: "card source", "aria-label": "Source" },
    h("div", { class: "cap" },
      h("h2", {}, "Source"),
      tabs(unit, shown, act),
      candidate ? button([whole ? "less" : "more", h("span", { class: "unseen" }, " context")], ["s"], () => act("context"), "quiet end") : null,),
    candidate ? arabicText(candidate, { whole, text: unit.source.text, uncorrected: shown === chosen || candidate.supplied ? unit.source.uncorrected : null }) : missing(unit),
    candidate && !candidate.supplied
      ? h("div", { class: "why" },
        h("span", {}, "Place: ", h("b", {}, placeWords(unit, candidate, shown))),
        (candidate.reasons ?? []).slice(0, REASONS_SHOWN).map((reason) => h("span", {}, reason)),
        more((candidate.reasons ?? []).slice(REASONS_SHOWN), figures(candidate, unit, shown === chosen)))
      : null,
    candidate?.supplied ? null : h("div", { class: "choice" }, choice(unit, candidate, shown, act)),
    h("div", { class: "further" },
      button("whole source", printed("reader"), () => act("reader"), "quiet"),
      candidate && (shown === chosen || candidate.supplied) ? button(unit.source.uncorrected ? "change the correction" : "correct the Arabic", printed("correct"), () => act("correct"), "quiet") : null));
}

/** The Arabic that came with a file or a bead, where it stands in no source of the project; null for none. */
function supplied({ source }) {
  if (!source.supplied || source.candidates.length) return null;
  return { pieces: [[source.uncorrected ?? source.text, true]], before: "", after: "", reasons: [], title: "came with the unit", supplied: true };
}

function tabs(unit, shown, act) {
  if (supplied(unit)) return h("div", { class: "tabs" }, h("span", { class: "tab on" }, h("span", { class: "outlet" }, "as supplied")));
  const { candidates, chosen } = unit.source;
  const options = candidates.map((candidate, index) => h("button", {
    type: "button",
    class: `tab${index === shown ? " on" : ""}`,
    title: candidate.outlet || candidate.title || null,
    "aria-pressed": String(index === shown),
    onclick: () => act("candidate", index + 1),
  },
  h("span", { class: "digit", "aria-hidden": "true" }, index + 1),
  h("span", { class: "outlet" }, isolate(candidate.outlet || candidate.title || `source ${index + 1}`)),
  index === chosen ? h("span", { class: "chosen", title: "the place in use" }, "✓", h("span", { class: "unseen" }, " in use")) : null));
  options.push(h("button", {
    type: "button",
    class: `tab without${shown === -1 ? " on" : ""}`,
    "aria-pressed": String(shown === -1),
    onclick: () => act("candidate", 0),
    title: "Not in the supplied sources",
  }, h("span", { class: "digit", "aria-hidden": "true" }, 0), h("span", { class: "outlet" }, "none")));
  return h("div", { class: "tabs", role: "group", "aria-label": "Places in the sources" }, options);
}

function missing(unit) {
  const words = unit.source.candidates.length
    ? "No supplied source is taken to hold this quotation. Pick a place with its digit, or leave it so."
    : "None of the supplied sources holds this quotation.";
  return h("div", { class: "none" }, h("p", {}, words), unit.source.candidates.length ? null : h("p", { class: "dim" }, "Add the outlet's Arabic under New article, and it will be looked for there."));
}

function choice(unit, candidate, shown, act) {
  const { chosen } = unit.source;
  if (shown === -1) {
    return chosen === null && (unit.source.confirmed || !unit.source.candidates.length)
      ? h("span", { class: "dim" }, "Recorded as not in the supplied sources")
      : button("Not in the supplied sources", ["y"], () => act("link"));
  }
  if (!candidate) return null;
  const title = candidate.title || candidate.outlet || "";
  const about = h("span", { class: "about", title },
    isolate(title),
    candidate.published ? h("span", {}, ` · ${longDate(candidate.published)}`) : null,
    candidate.provenance && candidate.provenance !== "original" ? h("span", {}, ` · ${candidate.provenance}`) : null);
  if (shown === chosen && unit.source.confirmed) return [h("span", { class: "confirmed" }, "✓ place confirmed"), about];
  return [button(shown === chosen ? "Confirm this place" : "Use this place", ["y"], () => act("link")), about];
}

function placeWords(unit, candidate, shown) {
  const { chosen, confirmed, certainty } = unit.source;
  if (shown === chosen) return confirmed ? "confirmed by a person" : CERTAINTIES[certainty] ?? certainty ?? "proposed";
  return candidate.state === "rejected" || confirmed ? "ruled out" : "another candidate";
}

function figures(candidate, unit, chosen) {
  const parts = [`likeness ${two(candidate.score)}`, `margin ${two(candidate.margin)}`];
  if (chosen && typeof unit.source.confidence === "number") parts.push(`confidence ${Math.round(unit.source.confidence * 100)} %`);
  return parts.join(" · ");
}

/** What is one click away: further reasons, then figures. */
function more(reasons, last = null) {
  const lines = [...reasons, last].filter(Boolean);
  return lines.length ? h("details", {}, h("summary", {}, "more"), lines.map((line) => h("div", {}, line))) : null;
}

/** The English as published, in its paragraph. */
export function publishedCard(unit) {
  const { published, before, after, paragraph, interpolations, elisions } = unit.target;
  const notes = [KINDS[unit.kind] ?? unit.kind];
  if (interpolations?.length) notes.push(count(interpolations.length, "bracketed addition"));
  if (elisions?.length) notes.push(count(elisions.length, "elision"));
  const place = paragraph === null || paragraph === undefined || paragraph === "" ? null : `paragraph ${paragraph}`;
  return h("section", { class: "card published", "aria-label": "As published" },
    h("div", { class: "cap" }, h("h2", {}, "As published"), h("span", { class: "end dim" }, place)),
    h("div", { class: "english", dir: "ltr", lang: "en", tabindex: "0", role: "group", "aria-label": "English as published" },
      h("span", { class: "context" }, before),
      h("mark", { class: "span" }, withNotes(published, interpolations ?? [], elisions ?? [], evidence(unit))),
      h("span", { class: "context" }, after)),
    h("div", { class: "why" },
      notes.filter(Boolean).map((note) => h("span", {}, note)),
      unit.heading.cue ? h("span", {}, "cue ", h("b", {}, isolate(unit.heading.cue))) : null,
      more(unit.reasons ?? [])));
}

/** What the checks say of each bracket of a rendering that is as published, by its place. */
function evidence({ target, findings }) {
  const found = target.reviewed === target.published ? findings.filter(({ check, target_span: span }) => check === "brackets-added" && span) : [];
  return new Map(found.map(({ target_span: span, message }) => [String(span), message]));
}

function withNotes(text, interpolations, elisions, said) {
  const marked = [
    ...utf16Spans(text, interpolations).map((span, index) => [...span, "interpolation", said.get(String(interpolations[index])) ?? "put in by the writer"]),
    ...utf16Spans(text, elisions).map((span) => [...span, "elision", "left out by the writer"]),
  ].sort((a, b) => a[0] - b[0]);
  const pieces = [];
  let at = 0;
  for (const [start, end, kind, title] of marked) {
    if (start < at) continue;
    pieces.push(seen(text.slice(at, start)), h("span", { class: kind, title }, text.slice(start, end)));
    at = end;
  }
  return [...pieces, seen(text.slice(at))];
}

/** A button with its key printed; `label` is text or nodes, `look` is "go" for what is done next, "quiet" for what stands among other things. */
export function button(label, printed, onclick, look = "") {
  return h("button", { type: "button", class: `button ${look}`.trim(), onclick }, label, printed?.length ? keys(printed) : null);
}

function longDate(date) {
  const time = new Date(date);
  return Number.isNaN(time.valueOf()) ? date : DAY.format(time);
}

function two(number) {
  return typeof number === "number" ? number.toFixed(2) : "–";
}
