// Texts that words can be chosen in: where a piece of the text stands in the DOM, and which piece the reader has selected.

import { rangeOf } from "./dom.js";

/** Words as the eye takes them: letters with their marks and joiners, numbers, apostrophes and hyphens inside; quote marks and stops on their own. */
const WORD = /[\p{L}\p{M}\p{N}\p{Pc}\u200c\u200d]+(?:['’\-.,:٫٬][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text as [start, end) in UTF-16 units. */
export function words(text) {
  return [...text.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]);
}

/** A text made of the text nodes of some elements; `joiner` stands between them in the text and nowhere in the DOM. */
export class Ground {
  constructor({ side, elements, joiner = "", rtl = false }) {
    this.side = side;
    this.rtl = rtl;
    this.elements = elements;
    this.joiner = joiner;
    this.text = elements.map((element) => element.textContent).join(joiner);
  }

  /** The DOM ranges of a span: one for each element it reaches into. */
  ranges([start, end]) {
    const found = [];
    let offset = 0;
    for (const element of this.elements) {
      const { length } = element.textContent;
      const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, length)];
      if (from < to || (start === end && from === to && from >= 0 && from <= length)) found.push(rangeWithin(element, from, to));
      offset += length + this.joiner.length;
    }
    return found;
  }

  /** Where a place of the DOM stands in the text, null where it is elsewhere. */
  offset(node, at) {
    let offset = 0;
    for (const element of this.elements) {
      if (element.contains(node)) {
        const before = document.createRange();
        before.setStart(element, 0);
        before.setEnd(node, at);
        return offset + before.toString().length;
      }
      offset += element.textContent.length + this.joiner.length;
    }
    return null;
  }

  /** The selected part of the text, null where nothing of it is selected. */
  selected(root) {
    const selection = rangeOf(root);
    if (!selection || selection.collapsed) return null;
    let offset = 0;
    let span = null;
    for (const element of this.elements) {
      const part = partWithin(element, selection);
      if (part) span = [span ? span[0] : offset + part[0], offset + part[1]];
      offset += element.textContent.length + this.joiner.length;
    }
    return span && this.text.slice(...span).trim() ? trimmed(this.text, span) : null;
  }
}

/** The span without white space at its ends. */
export function trimmed(text, [start, end]) {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

function rangeWithin(element, start, end) {
  const range = document.createRange();
  range.setStart(...position(element, start, start < end));
  range.setEnd(...position(element, end));
  return range;
}

/** The text node and offset of a place; between two nodes the end of the earlier one, or with `after` the start of the later. */
export function position(element, offset, after = false) {
  let rest = offset;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let last = [element, element.childNodes.length];
  while (node) {
    if (rest < node.length || (rest === node.length && !after)) return [node, rest];
    rest -= node.length;
    last = [node, node.length];
    node = walker.nextNode();
  }
  return last;
}

/** Which part of an element's text lies inside a range: [start, end] or null. */
function partWithin(element, selection) {
  const whole = document.createRange();
  whole.selectNodeContents(element);
  const inside = document.createRange();
  inside.setStart(selection.startContainer, selection.startOffset);
  inside.setEnd(selection.endContainer, selection.endOffset);
  if (inside.compareBoundaryPoints(Range.START_TO_END, whole) <= 0 || inside.compareBoundaryPoints(Range.END_TO_START, whole) >= 0) return null;
  if (inside.compareBoundaryPoints(Range.START_TO_START, whole) < 0) inside.setStart(whole.startContainer, whole.startOffset);
  if (inside.compareBoundaryPoints(Range.END_TO_END, whole) > 0) inside.setEnd(whole.endContainer, whole.endOffset);
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(inside.startContainer, inside.startOffset);
  const start = before.toString().length;
  return [start, start + inside.toString().length];
}

/** Draws spans of a text under a name of the CSS Custom Highlight API; the name's style is in the style sheet. */
export function highlight(name, ranges) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
