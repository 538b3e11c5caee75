// Streamlit's own dialog about a lost connection takes the focus, and what is typed then goes nowhere. The pane says itself what it keeps, so the dialog
// is closed as it opens, and the focus goes back to the field it was taken from, at the latest with the next key.

import { connected } from "./outbox.js";

const DIALOG = "[data-testid='stDialog']";
// How long before the dialog is seen the focus may have left the field for it.
const JUST_NOW = 400;

export class Calm {
  /** `refocus(field)` gives a field of the pane the focus and its caret. */
  constructor(root, refocus) {
    this.root = root;
    this.refocus = refocus;
    this.taken = null;
    this.left = { field: null, at: 0 };
    this.observer = new MutationObserver(() => this.look());
    this.observer.observe(document.body, { childList: true });
    this.noted = (event) => { this.left = { field: event.target, at: performance.now() }; };
    this.pressed = () => this.giveBack();
    root.addEventListener("focusout", this.noted);
    window.addEventListener("keydown", this.pressed, true);
    // Who clicks elsewhere has gone there.
    this.elsewhere = () => { this.taken = null; };
    window.addEventListener("pointerdown", this.elsewhere, true);
  }

  close() {
    window.removeEventListener("pointerdown", this.elsewhere, true);
    this.observer.disconnect();
    this.root.removeEventListener("focusout", this.noted);
    window.removeEventListener("keydown", this.pressed, true);
  }

  look() {
    const dialog = document.querySelector(DIALOG);
    if (!dialog || connected()) return;
    const just = performance.now() - this.left.at < JUST_NOW ? this.left.field : null;
    this.taken ??= this.root.activeElement ?? just;
    dialog.querySelector("button[aria-label='Close']")?.click();
    requestAnimationFrame(() => requestAnimationFrame(() => this.giveBack()));
  }

  /** Once the dialog is gone; a character whose key gives the focus back goes into the field. */
  giveBack() {
    if (!this.taken || document.querySelector(DIALOG)) return;
    const field = this.taken;
    this.taken = null;
    const nowhere = !this.root.activeElement && (document.activeElement ?? document.body) === document.body;
    if (field.isConnected && nowhere) this.refocus(field);
  }
}
