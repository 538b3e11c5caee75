// Words chosen by keyboard: a cursor that goes word by word through a text, in the direction the eye reads it.

import { words } from "./ground.js";

export class Chosen {
  /** `ground` is the text; `span` is what was selected already; `point` chooses a place between words instead of words. */
  constructor(ground, span = null) {
    this.ground = ground;
    this.words = words(ground.text);
    this.point = false;
    const first = span ? this.words.findIndex(([, end]) => end > span[0]) : 0;
    const last = span ? this.words.findLastIndex(([start]) => start < span[1]) : 0;
    this.anchor = Math.max(first, 0);
    this.head = Math.max(last, this.anchor);
    this.exact = span;
  }

  /** What is chosen, in UTF-16 units of the text; null in a text without words. */
  get span() {
    if (this.exact) return this.point ? [this.exact[0], this.exact[0]] : this.exact;
    if (!this.words.length) return this.ground.text ? null : [0, 0];
    if (this.point) return this.head < this.words.length ? [this.words[this.head][0], this.words[this.head][0]] : [this.ground.text.length, this.ground.text.length];
    const [low, high] = [Math.min(this.anchor, this.head), Math.max(this.anchor, this.head)];
    return [this.words[low][0], this.words[Math.min(high, this.words.length - 1)][1]];
  }

  /** Moves by a key; false where the key says nothing here. */
  key(event) {
    const forth = this.ground.rtl ? "ArrowLeft" : "ArrowRight";
    const back = this.ground.rtl ? "ArrowRight" : "ArrowLeft";
    const last = this.words.length - (this.point ? 0 : 1);
    if (event.code === "KeyA" && !this.point && !event.shiftKey) {
      this.exact = null;
      [this.anchor, this.head] = [0, Math.max(last, 0)];
      return true;
    }
    const to = { [forth]: this.head + 1, [back]: this.head - 1, Home: 0, End: last, ArrowDown: this.head + 5, ArrowUp: this.head - 5 }[event.key];
    if (to === undefined) return false;
    this.exact = null;
    this.head = Math.min(Math.max(to, 0), Math.max(last, 0));
    if (!event.shiftKey || this.point) this.anchor = this.head;
    return true;
  }

  get text() {
    const { span } = this;
    return span ? this.ground.text.slice(...span) : "";
  }
}
