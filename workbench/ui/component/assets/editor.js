// The rendering, editable, with its changes against a baseline drawn while typing.
//
// The text is plain and lives in `this.text`; the DOM is drawn from it. Deleted words are empty <del> elements whose words are shown by the style
// sheet (attr(data-text)): the caret cannot get into them, copying leaves them out, and textContent is the text itself.

import { changeCount, changes, inWords, mapSpan } from "./diff.js";
import { CONTROL, controlName, h, named, rangeOf } from "./dom.js";
import { position } from "./ground.js";
import { tagAt, touching } from "./tags.js";
import { SEVERITIES } from "./words.js";

const UNDO_PAUSE = 700;
const UNDO_AT_MOST = 500;
const TAIL = "tail";
// A finding on (nearly) the whole text points at nothing in it; underlining everything would hide the others.
const WHOLE_SHARE = 0.7;
const WHOLE_SHOWN = 24;

export class Editor {
  /** `edited(text)` is called after every change of the text by the user; `label`, `lang` and `id` say what the text is. */
  constructor(root, edited, { label = "Rendering", lang = "en", id = "rendering-changes" } = {}) {
    const rtl = lang === "ar";
    this.root = root;
    this.edited = edited;
    this.text = "";
    this.baseline = "";
    this.marks = [];
    this.summary = h("p", { class: "unseen", id });
    this.element = h("div", {
      class: `editor ${rtl ? "arabic" : "english"}`,
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      "aria-describedby": id,
      contenteditable: "plaintext-only",
      spellcheck: "true",
      lang,
      dir: rtl ? "rtl" : "ltr",
      tabindex: "0",
    });
    // Older browsers know only rich editing; paste and line breaks are intercepted either way.
    if (this.element.contentEditable !== "plaintext-only") this.element.setAttribute("contenteditable", "true");
    this.listen();
  }

  /** Shows another unit's text; forgets what could be undone. */
  open(text, baseline) {
    this.text = text;
    this.baseline = baseline;
    this.history = [{ text, caret: [text.length, text.length] }];
    this.place = 0;
    this.base = text;
    this.draw();
  }

  /** Compares with another text. */
  compare(baseline) {
    this.baseline = baseline;
    this.draw(this.caret());
  }

  /** Replaces the whole text as one step that can be undone. */
  replace(text, caret = [text.length, text.length]) {
    if (text === this.text) return;
    this.record(text, caret, true);
    this.text = text;
    this.draw(this.focused ? caret : null);
    this.edited(text);
  }

  /** Underlines findings: [{span: [start, end] in UTF-16 units of `text`, severity}]. */
  underline(marks, text) {
    this.marks = marks;
    this.base = text;
    this.highlight();
  }

  focus() {
    this.element.focus({ preventScroll: false });
    const caret = this.history[this.place].caret;
    this.select(caret);
  }

  /** Takes the focus again where it was left. */
  resume() {
    this.element.focus({ preventScroll: true });
    this.select(this.last ?? [this.text.length, this.text.length]);
  }

  get focused() {
    return this.root.activeElement === this.element;
  }

  get changed() {
    return changeCount(this.steps);
  }

  listen() {
    const element = this.element;
    element.addEventListener("beforeinput", (event) => this.before(event));
    element.addEventListener("input", () => this.read());
    element.addEventListener("compositionstart", () => { this.composing = true; });
    element.addEventListener("compositionend", () => {
      this.composing = false;
      this.read();
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") requestAnimationFrame(() => this.leaveTag(event));
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.code === "KeyZ") this.travel(event, event.shiftKey ? 1 : -1);
      else if (event.code === "KeyY") this.travel(event, 1);
    });
    // A closing dialog gives the focus back without a caret, and what is typed then would be lost.
    element.addEventListener("focus", () => requestAnimationFrame(() => {
      if (this.focused && !this.caret()) this.select(this.last ?? [this.text.length, this.text.length]);
    }));
    element.addEventListener("blur", () => { this.last = this.caret() ?? this.last; });
  }

  before(event) {
    if (this.touchTag(event)) return;
    const kind = event.inputType;
    if (kind === "historyUndo" || kind === "historyRedo") this.travel(event, kind === "historyUndo" ? -1 : 1);
    else if (kind === "insertParagraph" || kind === "insertLineBreak") this.insert(event, "\n");
    else if (kind === "insertFromPaste" || kind === "insertFromDrop") {
      const pasted = event.dataTransfer?.getData("text/plain");
      if (kind === "insertFromPaste" && pasted !== undefined) this.insert(event, pasted.replace(/\r\n?/g, "\n"));
    } else if (kind.startsWith("format")) event.preventDefault();
  }

  /** Deletes a tag as a whole, and types behind one instead of into it; whether there was one. */
  touchTag(event) {
    const caret = this.caret();
    const done = caret && caret[0] === caret[1] ? touching(this.text, caret[0], event.inputType, event.data ?? "") : null;
    if (!done) return false;
    event.preventDefault();
    this.replace(done.text, [done.caret, done.caret]);
    return true;
  }

  /** Takes the caret on to the edge of a tag that an arrow key has brought it into. */
  leaveTag({ key, shiftKey }) {
    const caret = this.caret();
    const tag = caret && !shiftKey && caret[0] === caret[1] ? tagAt(this.text, caret[0]) : null;
    if (!tag) return;
    const on = (key === "ArrowRight") === (this.element.dir === "ltr");
    this.select([tag[Number(on)], tag[Number(on)]]);
  }

  insert(event, text) {
    event.preventDefault();
    const [start, end] = this.caret() ?? [this.text.length, this.text.length];
    const caret = start + text.length;
    this.replace(this.text.slice(0, start) + text + this.text.slice(end), [caret, caret]);
  }

  /** Takes the text over from the DOM after the browser changed it. */
  read() {
    if (this.composing) return;
    const caret = this.caret();
    const text = textOf(this.element);
    if (text !== this.text) {
      this.record(text, caret ?? [text.length, text.length]);
      this.text = text;
    }
    this.draw(caret);
    this.edited(this.text);
  }

  record(text, caret, alone = false) {
    const now = performance.now();
    const top = this.history[this.place];
    const space = /\s$/.test(text.slice(0, caret[1])) && text.length > this.text.length;
    this.history.length = this.place + 1;
    if (!alone && !space && this.place > 0 && !top.alone && now - top.at < UNDO_PAUSE) this.history[this.place] = { text, caret, at: now };
    else {
      if (this.place === 0) this.history[0].caret = this.last ?? caret;
      this.history.push({ text, caret, at: now, alone });
      if (this.history.length > UNDO_AT_MOST) this.history.splice(1, 1);
      this.place = this.history.length - 1;
    }
  }

  travel(event, step) {
    event.preventDefault();
    const place = this.place + step;
    if (!this.history[place]) return;
    this.place = place;
    this.text = this.history[place].text;
    this.draw(this.history[place].caret);
    this.edited(this.text);
  }

  draw(caret = null) {
    this.steps = changes(this.baseline, this.text);
    const wanted = this.steps.flatMap(pieces);
    if (this.text.endsWith("\n")) wanted.push({ kind: TAIL, text: "" });
    const children = [...this.element.childNodes];
    wanted.forEach((piece, index) => {
      const node = children[index];
      if (node && fits(node, piece)) fill(node, piece);
      else if (node) node.replaceWith(made(piece));
      else this.element.append(made(piece));
    });
    for (const node of children.slice(wanted.length)) node.remove();
    this.element.classList.toggle("empty", this.text === "");
    if (caret) this.select(caret);
    this.highlight();
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { this.summary.textContent = inWords(this.steps); }, 400);
  }

  highlight() {
    if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
    const moved = this.base === this.text ? null : changes(this.base, this.text);
    for (const severity of SEVERITIES) {
      const ranges = this.marks
        .filter((mark) => mark.severity === severity)
        .map((mark) => (moved ? mapSpan(moved, mark.span) : mark.span))
        .filter((span) => span && span[1] - span[0] <= Math.max(WHOLE_SHOWN, this.text.length * WHOLE_SHARE))
        .map((span) => this.range(visible(this.text, span)));
      CSS.highlights.set(`finding-${severity}`, new Highlight(...ranges));
    }
  }

  /** Where the selection lies in the text, or null when it is elsewhere. */
  caret() {
    const range = rangeOf(this.root);
    if (!range || !this.element.contains(range.startContainer) || !this.element.contains(range.endContainer)) return null;
    return [
      offsetOf(this.element, range.startContainer, range.startOffset),
      offsetOf(this.element, range.endContainer, range.endOffset),
    ];
  }

  select([start, end]) {
    const selection = document.getSelection();
    const [startNode, startOffset] = position(this.element, start);
    const [endNode, endOffset] = position(this.element, end);
    selection.setBaseAndExtent(startNode, startOffset, endNode, endOffset);
  }

  range([start, end]) {
    const range = document.createRange();
    range.setStart(...position(this.element, start, true));
    range.setEnd(...position(this.element, end));
    return range;
  }
}

/** A comma, a space or an empty place is too little to be seen underlined: the words it stands between are, too. */
function visible(text, [start, end]) {
  if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) return [start, end];
  const before = text.slice(0, start).match(/\S*\s*$/u)[0].length;
  const after = text.slice(end).match(/^\s*\S*/u)[0].length;
  return [start - before, end + after];
}

/** A step of the changes as what is drawn: invisible characters that are there stand in elements of their own, which show their names. */
function pieces([kind, text]) {
  if (kind === "deleted" || !CONTROL.test(text)) return [{ kind, text }];
  return text.split(CONTROL).filter(Boolean).map((piece) => ({ kind: controlName(piece) ? `${kind}-control` : kind, text: piece }));
}

const TAGS = { "equal-control": "SPAN", "inserted-control": "INS", deleted: "DEL", inserted: "INS", [TAIL]: "BR" };

function fits(node, { kind }) {
  if (kind === "equal") return node.nodeType === Node.TEXT_NODE;
  return node.nodeName === TAGS[kind] && node.classList.contains("control") === kind.endsWith("control");
}

function fill(node, { kind, text }) {
  if (kind === "deleted") {
    if (node.childNodes.length) node.replaceChildren();
    if (node.dataset.text !== text) node.dataset.text = text;
  } else if (kind.endsWith("control")) {
    if (node.textContent !== text) node.replaceWith(named(text, node.nodeName));
  } else if (kind === "inserted") {
    if (node.childNodes.length === 1 && node.firstChild.nodeType === Node.TEXT_NODE) fill(node.firstChild, { kind: "equal", text });
    else node.textContent = text;
  } else if (kind === "equal" && node.data !== text) node.data = text;
}

function made({ kind, text }) {
  if (kind === "equal") return document.createTextNode(text);
  if (kind === TAIL) return h("br", { class: TAIL });
  if (kind.endsWith("control")) return named(text, TAGS[kind]);
  if (kind === "deleted") return h("del", { "data-text": text });
  return h("ins", {}, text);
}

function textOf(element) {
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    else if (node.nodeName === "BR") text += node.className === TAIL ? "" : "\n";
    else text += textOf(node);
  }
  return text.replace(/\r\n?/g, "\n");
}

function offsetOf(element, container, offset) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(container, offset);
  return textOf(range.cloneContents()).length;
}
