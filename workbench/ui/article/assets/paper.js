// The article as a reader sees it: paragraph by paragraph, its quotations marked, their notes beside them.

import { h } from "../workbench.review-pane/dom.js";
import { pointSpan, utf16Spans } from "../workbench.review-pane/offsets.js";
import { stateOf } from "../workbench.review-pane/words.js";

const WORD = /[\p{L}\p{M}\p{N}'’\-]/u;

export class Paper {
  /** `open(key)` is called when a quotation is clicked. */
  constructor(open) {
    this.open = open;
    this.element = h("div", { class: "paper" });
    this.element.addEventListener("click", (event) => this.clicked(event));
  }

  /** Draws everything anew; `notes` are elements by the keys of the quotations. */
  draw(article, quotations, notes) {
    this.text = article.text;
    this.language = article.language;
    this.notes = notes;
    this.pieces = pieces(article.text, quotations);
    this.paragraphs = [];
    const placed = new Set();
    const rows = [];
    let start = 0;
    for (const line of article.text.split("\n")) {
      if (line.trim()) rows.push(this.row(start, start + line.length, !rows.length && line.trim() === article.title.trim(), placed));
      start += line.length + 1;
    }
    this.element.replaceChildren(...rows);
  }

  /** A paragraph and the notes of the quotations that begin in it. */
  row(start, end, headline, placed) {
    const here = this.pieces.filter((piece) => piece.start < end && piece.end > start);
    const children = [];
    let at = start;
    for (const piece of here) {
      const from = Math.max(piece.start, start);
      if (from > at) children.push(this.text.slice(at, from));
      at = Math.min(piece.end, end);
      children.push(mark(piece, this.text.slice(from, at), from === piece.first));
    }
    if (at < end) children.push(this.text.slice(at, end));
    const keys = [...new Set(here.map((piece) => piece.quotation.key))].filter((key) => !placed.has(key));
    for (const key of keys) placed.add(key);
    const paragraph = h(headline ? "h1" : "p", { class: "par", lang: this.language, dir: "auto" }, children);
    this.paragraphs.push({ element: paragraph, start, end });
    return h("div", { class: "row" }, paragraph,
      h("div", { class: "margin" }, keys.map((key) => this.notes.get(key))));
  }

  noteElement(key) {
    return this.element.querySelector(`.margin [data-key="${CSS.escape(key)}"]`);
  }

  /** Brings a quotation into sight. */
  show(key) {
    this.element.querySelector(`mark[data-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "nearest" });
  }

  clicked(event) {
    const key = event.target.closest?.("mark[data-key]")?.dataset.key;
    if (key && !this.selecting?.()) this.open(key);
  }

  /** A place of the page as an offset of the text in UTF-16 units; null outside the text. */
  offset(node, within) {
    const found = this.paragraphs.find(({ element }) => element.contains(node));
    if (!found) return null;
    const range = document.createRange();
    range.setStart(found.element, 0);
    range.setEnd(node, within);
    // A paragraph holds nothing but its words: what marks a state in it has no text.
    return found.start + range.toString().length;
  }

  /** The words a range of the page covers, whole words at both ends, as code points; null where there is none. */
  span(range) {
    const start = this.offset(range.startContainer, range.startOffset);
    if (start === null) return null;
    let end = this.offset(range.endContainer, range.endOffset);
    if (end === null) {
      // Three clicks select up to the start of what follows the paragraph.
      end = this.paragraphs.findLast(({ element }) => range.intersectsNode(element))?.end ?? null;
    }
    if (end === null || end <= start) return null;
    return this.points(this.whole(start, end));
  }

  whole(start, end) {
    const { text } = this;
    while (start < end && /\s/.test(text[start])) start += 1;
    while (end > start && /\s/.test(text[end - 1])) end -= 1;
    while (start > 0 && WORD.test(text[start]) && WORD.test(text[start - 1])) start -= 1;
    while (end < text.length && WORD.test(text[end - 1]) && WORD.test(text[end])) end += 1;
    return [start, end];
  }

  points(span) {
    return pointSpan(this.text, span);
  }

  units(spans) {
    return utf16Spans(this.text, spans);
  }

  /** Where the article has these words, blanks counting alike; the first place that is no quotation, else the first. */
  find(words) {
    const pattern = words.trim().split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
    if (!pattern) return null;
    const found = [...this.text.matchAll(new RegExp(pattern, "gu"))].map((match) => [match.index, match.index + match[0].length]);
    const free = found.find(([start, end]) => !this.pieces.some((piece) => piece.start < end && piece.end > start));
    const place = free ?? found[0];
    return place ? this.points(place) : null;
  }

  /** Ranges of the page that cover these spans, for a highlight. */
  ranges(spans) {
    return this.units(spans).flatMap(([start, end]) => this.paragraphs
      .filter((paragraph) => paragraph.start < end && paragraph.end > start)
      .map((paragraph) => rangeIn(paragraph, Math.max(start, paragraph.start), Math.min(end, paragraph.end))));
  }
}

/** The text cut where a quotation begins or ends; a piece inside several belongs to the innermost. */
function pieces(text, quotations) {
  const fragments = quotations.flatMap((quotation) => utf16Spans(text, quotation.fragments)
    .map(([start, end], index) => ({ start, end, quotation, first: index === 0 ? start : -1 })));
  const cuts = [...new Set(fragments.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const found = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [start, end] = [cuts[index], cuts[index + 1]];
    const covering = fragments.filter((fragment) => fragment.start <= start && fragment.end >= end);
    if (!covering.length) continue;
    const inner = covering.reduce((one, other) => (other.end - other.start < one.end - one.start ? other : one));
    found.push({ start, end, quotation: inner.quotation, first: inner.first });
  }
  return found;
}

function mark({ quotation }, words, begins) {
  const state = stateOf(quotation.state);
  const first = begins ? /^\S*/u.exec(words)[0] : "";
  return h("mark", { class: `quote ${state.id} ${quotation.kind}`, "data-key": quotation.key },
    // The shape stays on the line of the first word.
    begins ? h("span", { class: "begin" }, h("span", { class: `dot ${state.shape}`, "aria-hidden": "true" }), first) : null,
    words.slice(first.length));
}

function rangeIn({ element, start: from }, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = from;
  let begun = false;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const next = at + node.length;
    if (!begun && start < next) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= next) {
      range.setEnd(node, end - at);
      break;
    }
    at = next;
  }
  return range;
}
