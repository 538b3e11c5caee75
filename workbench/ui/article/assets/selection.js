// What can be done with selected words, offered right below them.

import { h } from "../workbench.review-pane/dom.js";

export class SelectionBar {
  constructor(root, host, paper) {
    this.root = root;
    this.host = host;
    this.paper = paper;
    this.actions = () => [];
    this.element = h("div", { class: "offers", role: "toolbar", "aria-label": "Selected words", hidden: true });
    // A press on a button must not take the selection away before it acts.
    this.element.addEventListener("pointerdown", (event) => event.preventDefault());
    host.append(this.element);
    this.changed = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.update(), 120);
    };
    document.addEventListener("selectionchange", this.changed);
    this.pressed = () => { this.pressing = true; };
    this.released = () => { this.pressing = false; this.changed(); };
    host.addEventListener("pointerdown", this.pressed);
    window.addEventListener("pointerup", this.released);
    paper.selecting = () => this.span() !== null;
  }

  close() {
    clearTimeout(this.timer);
    document.removeEventListener("selectionchange", this.changed);
    window.removeEventListener("pointerup", this.released);
  }

  hide() {
    this.element.hidden = true;
    this.selection()?.removeAllRanges?.();
  }

  selection() {
    // Chromium keeps a shadow tree's selection to itself.
    return this.root.getSelection?.() ?? document.getSelection();
  }

  range() {
    const selection = this.selection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const composed = this.root.getSelection ? null : selection.getComposedRanges?.({ shadowRoots: [this.root] })?.[0];
    if (!composed) return selection.getRangeAt(0);
    const range = document.createRange();
    range.setStart(composed.startContainer, composed.startOffset);
    range.setEnd(composed.endContainer, composed.endOffset);
    return range;
  }

  span() {
    const range = this.range();
    return range ? this.paper.span(range) : null;
  }

  update() {
    if (this.pressing) return;
    const range = this.range();
    const span = range && this.paper.span(range);
    this.element.hidden = !span;
    if (!span) return;
    this.element.replaceChildren(...this.actions().map(({ label, act }) => h("button", {
      type: "button",
      class: "button",
      onclick: () => { act(span); this.hide(); },
    }, label)));
    const lines = range.getClientRects();
    const last = lines[lines.length - 1] ?? range.getBoundingClientRect();
    const host = this.host.getBoundingClientRect();
    const left = Math.min(Math.max(0, last.left - host.left), Math.max(0, host.width - this.element.offsetWidth));
    this.element.style.left = `${left}px`;
    this.element.style.top = `${last.bottom - host.top + 6}px`;
  }
}
