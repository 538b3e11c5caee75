// The article's door to Streamlit: the text with its quotations, their margin notes, and the corrections a reader makes.
//
// Streamlit calls the default export again whenever the data changes; what is on the page, a correction being typed included, is kept per mount.

import { Announcer, count, h } from "../workbench.review-pane/dom.js";
import { KINDS, STATES, stateOf } from "../workbench.review-pane/words.js";
import { Editor } from "./editor.js";
import { note } from "./notes.js";
import { Paper } from "./paper.js";
import { Requests } from "./requests.js";
import { SelectionBar } from "./selection.js";

const mounted = new WeakMap();

export default function article({ data, parentElement, setTriggerValue }) {
  if (!data) return undefined;
  let reader = mounted.get(parentElement);
  if (!reader || reader.id !== data.article.id) {
    reader?.close();
    reader = new Reader(parentElement, data.article.id);
    mounted.set(parentElement, reader);
  }
  reader.trigger = setTriggerValue;
  reader.receive(data);
  return () => {
    // A late answer of an earlier call ends here too; only an article that has left the page is closed.
    setTimeout(() => {
      if (parentElement.host?.isConnected ?? parentElement.isConnected) return;
      mounted.get(parentElement)?.close();
      mounted.delete(parentElement);
    });
  };
}

class Reader {
  constructor(root, id) {
    this.root = root;
    this.id = id;
    this.editor = null;
    this.requests = new Requests((message) => this.trigger("correction", message));
    this.announcer = new Announcer();
    this.legend = h("ul", { class: "legend", "aria-label": "Quotations by state" });
    this.kinds = h("ul", { class: "legend", "aria-label": "Quotations by kind" });
    this.message = h("p", { class: "message", role: "alert", hidden: true });
    this.finder = this.findForm();
    this.title = h("h1", { class: "title", dir: "auto" });
    this.paper = new Paper((key) => this.open(key));
    this.element = h("div", { class: "reader", style: "visibility: hidden" },
      this.title, h("div", { class: "top" }, h("div", {}, this.legend, this.kinds), this.finder), this.message, this.paper.element, this.announcer.element);
    root.append(this.element);
    this.bar = new SelectionBar(root, this.element, this.paper);
    this.element.addEventListener("pointerover", (event) => this.point(event));
    this.element.addEventListener("focusin", (event) => this.point(event));
    this.element.addEventListener("keydown", (event) => this.keydown(event));
  }

  close() {
    this.bar.close();
    this.requests.close();
    this.editor?.close();
    this.element.remove();
  }

  receive(data) {
    const former = this.data;
    this.data = data;
    const answer = this.requests.answered(data.answer);
    const shown = JSON.stringify([data.article.text, data.quotations]);
    if (shown !== this.shown) {
      this.shown = shown;
      this.draw();
    }
    if (answer) this.settle(answer);
    this.bar.actions = () => this.offers();
    if (!former) this.reveal();
  }

  /** Draws text and notes; a correction being typed keeps its fields and its caret. */
  draw() {
    const { article, quotations } = this.data;
    if (this.editor && !quotations.some(({ key }) => key === this.editor.key)) this.leave();
    const focused = this.root.activeElement;
    const notes = new Map(quotations.map((quotation) => [quotation.key, this.noteOf(quotation)]));
    this.paper.draw(article, quotations, notes);
    // A text that begins with its title needs no second one.
    this.title.textContent = article.title || "Untitled article";
    this.title.hidden = this.paper.element.querySelector("h1") !== null;
    if (focused && focused !== this.root.activeElement && focused.isConnected) focused.focus();
    const counts = Map.groupBy ? Map.groupBy(quotations, ({ state }) => stateOf(state).id) : grouped(quotations);
    this.legend.replaceChildren(...STATES.filter(({ id }) => counts.has(id)).map(({ id, words, shape }) => h("li", {},
      h("span", { class: `dot ${shape}`, "aria-hidden": "true" }), `${counts.get(id).length} ${words}`)));
    const ofKind = (id) => quotations.filter(({ kind }) => kind === id).length;
    this.kinds.replaceChildren(...Object.entries(KINDS).filter(([id]) => ofKind(id)).map(([id, words]) => h("li", {},
      h("span", { class: `swatch ${id}`, "aria-hidden": "true" }),
      count(ofKind(id), words, words.endsWith("quote") ? `${words}s` : words))));
    if (this.editor) this.editor.highlight();
  }

  noteOf(quotation) {
    if (this.editor?.key === quotation.key) return this.editor.element;
    return note(quotation, {
      address: this.address(quotation.key),
      open: () => this.open(quotation.key),
      correct: () => this.correct(quotation.key),
    });
  }

  address(key) {
    const query = new URLSearchParams({ project: this.data.project, unit: key });
    if (this.data.reviewer_in_address) query.set("reviewer", this.data.reviewer_in_address);
    return `review?${query}`;
  }

  open(key) {
    this.trigger("open", { key, n: Date.now() });
  }

  /** Opens the fields of a quotation in its note. */
  correct(key) {
    if (this.editor?.dirty && this.editor.key !== key) {
      this.say(`Save or cancel the correction of ${number(this.editor.key)} first.`);
      this.editor.focus();
      return;
    }
    this.leave(false);
    const { quotations } = this.data;
    const index = quotations.findIndex((quotation) => quotation.key === key);
    this.editor = new Editor({
      quotation: quotations[index],
      before: quotations[index - 1] ?? null,
      after: quotations[index + 1] ?? null,
      data: this.data,
      paper: this.paper,
      send: (kind, fields) => this.send(kind, fields, this.editor.seen),
      leave: () => this.leave(),
    });
    this.draw();
    this.editor.focus();
  }

  /** Closes the fields; what was not saved is gone. */
  leave(redraw = true) {
    const editor = this.editor;
    if (!editor) return;
    this.editor = null;
    editor.close();
    if (!redraw) return;
    this.draw();
    this.paper.noteElement(editor.key)?.querySelector(".correct")?.focus();
  }

  send(kind, fields, seen = this.data.cursor) {
    this.say("");
    this.editor?.busy(true);
    this.bar.hide();
    this.requests.send({ kind, seen, fields });
  }

  settle({ status, message, key, kind }) {
    this.editor?.busy(false);
    if (status === "stored") {
      const done = { correct: "Saved", add: "Added", split: "Split in two", join: "Joined", retire: "Taken out" }[kind] ?? "Saved";
      if (kind !== "add") this.leave();
      this.announcer.say(`${done}.`);
      if (key) this.paper.show(key);
      return;
    }
    if (this.editor && status === "conflict") this.editor.seen = this.data.cursor;
    this.say(message);
  }

  say(message) {
    const place = this.editor ? this.editor.message : this.message;
    for (const element of [this.message, place]) {
      element.textContent = element === place ? message : "";
      element.hidden = !element.textContent;
    }
  }

  /** What can be done with the words selected now. */
  offers() {
    const editor = this.editor;
    const add = { label: "Add as a quotation", act: (span) => this.send("add", { span }) };
    if (!editor) return [add];
    return [
      { label: `Bounds of ${number(editor.key)}`, act: (span) => editor.bound([span]) },
      { label: "One more part of it", act: (span) => editor.bound([...editor.fragments, span]) },
      ...(editor.dirty ? [] : [add]),
    ];
  }

  /** The way to add a quotation without a mouse: its words, typed or pasted. */
  findForm() {
    const field = h("input", { type: "text", "aria-label": "Words of the article to mark as a quotation", placeholder: "Words to mark as a quotation" });
    const submit = (event) => {
      event.preventDefault();
      const span = this.paper.find(field.value);
      if (!span) {
        this.say(field.value.trim() ? "The article does not have these words in this order." : "Type or paste words of the article.");
        return;
      }
      field.value = "";
      this.send("add", { span });
    };
    return h("form", { class: "finder", onsubmit: submit }, field, h("button", { type: "submit", class: "button" }, "Add"),
      h("span", { class: "dim" }, "or select them in the text"));
  }

  /** Lights up a quotation and its note together. */
  point(event) {
    const key = event.target.closest?.("[data-key]")?.dataset.key ?? null;
    if (key === this.pointed) return;
    this.pointed = key;
    for (const element of this.element.querySelectorAll("[data-key]")) element.classList.toggle("here", element.dataset.key === key);
  }

  keydown(event) {
    if (!this.editor?.element.contains(event.target)) return;
    if (event.key === "Escape") this.leave();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.editor.save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Nothing is seen before the style sheet is there. */
  reveal() {
    const show = () => {
      if (!getComputedStyle(this.element).getPropertyValue("--ready")) return setTimeout(show, 10);
      this.element.style.visibility = "";
      this.announcer.say(count(this.data.quotations.length, "quotation"));
      return undefined;
    };
    show();
  }
}

function number(key) {
  return key.split("/").at(-1);
}

function grouped(quotations) {
  const groups = new Map();
  for (const quotation of quotations) {
    const { id } = stateOf(quotation.state);
    groups.set(id, [...(groups.get(id) ?? []), quotation]);
  }
  return groups;
}
