// The list of error categories: the usual ones by one key, all by name.

import { ask } from "./dialogs.js";
import { h } from "./dom.js";
import { ERROR_SEVERITIES } from "./words.js";

export class Palette {
  /** `first` is the category that Enter takes; `picked(category)` and `left()` end it. */
  constructor(categories, { first = null, title, picked, left }) {
    this.categories = categories;
    this.picked = picked;
    this.left = left;
    this.first = categories.find(({ id }) => id === first) ?? categories[0];
    this.box = h("input", {
      type: "text",
      "aria-label": "Find a category by name",
      placeholder: "find by name",
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => this.list(),
      onkeydown: (event) => this.typed(event),
    });
    this.options = h("div", { class: "options", role: "listbox", "aria-label": "Categories" });
    this.element = h("div", { class: "palette" },
      h("p", { class: "what" }, h("b", {}, title), h("label", { class: "end" }, h("kbd", { "aria-hidden": "true" }, "/"), this.box)),
      this.options);
    this.list();
  }

  /** What is offered: the usual ones until something is typed, then all whose name or meaning has the words. */
  get shown() {
    const wanted = this.box.value.trim().toLowerCase();
    if (!wanted) return [this.first, ...this.categories.filter((category) => category.key && category !== this.first)];
    return this.categories.filter(({ title, group, description }) => `${title} ${group} ${description}`.toLowerCase().includes(wanted));
  }

  list() {
    this.at = 0;
    this.options.replaceChildren(...this.shown.map((category, index) => h("button", {
      type: "button",
      role: "option",
      class: "option",
      "aria-selected": String(index === this.at),
      title: category.description,
      onclick: () => this.picked(category),
    },
    category.key ? h("kbd", { "aria-hidden": "true" }, category.key) : null,
    h("span", { class: "title" }, category.title),
    h("span", { class: "dim" }, category.group))));
    if (!this.options.childElementCount) this.options.append(h("p", { class: "dim" }, "No category has these words."));
  }

  move(step) {
    const options = [...this.options.querySelectorAll(".option")];
    if (!options.length) return;
    options[this.at]?.setAttribute("aria-selected", "false");
    this.at = (this.at + step + options.length) % options.length;
    options[this.at].setAttribute("aria-selected", "true");
    options[this.at].scrollIntoView({ block: "nearest" });
  }

  /** A key outside the box; every plain one is taken. */
  key(event) {
    if (event.target instanceof Node && this.box.contains(event.composedPath()[0])) return false;
    if (event.key === "Escape") this.left();
    else if (event.key === "Enter") this.enter();
    else if (event.key === "ArrowDown" || event.key === "ArrowRight") this.move(1);
    else if (event.key === "ArrowUp" || event.key === "ArrowLeft") this.move(-1);
    else if (event.key === "/" || event.code === "Slash") this.box.focus();
    else if (event.key === "Tab") return false;
    else this.byKey(event);
    return true;
  }

  byKey({ code }) {
    const key = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? /^Key([A-Z])$/.exec(code)?.[1].toLowerCase();
    const category = this.categories.find((candidate) => candidate.key && candidate.key === key);
    if (category) this.picked(category);
  }

  typed(event) {
    event.stopPropagation();
    if (event.key === "Escape") {
      this.box.value = "";
      this.list();
      this.box.blur();
    } else if (event.key === "Enter") this.enter();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    }
  }

  enter() {
    const category = this.shown[this.at];
    if (category) this.picked(category);
  }
}

/** Asks what a mark should say instead; resolves with {category, severity} or null. */
export function askMark(host, { typology, mark }) {
  const severity = h("select", { "aria-label": "Severity" }, ERROR_SEVERITIES.map(({ id, words, plain }) => h("option", { value: id, selected: id === mark.severity }, `${words}: ${plain}`)));
  const category = h("select", { "aria-label": "Category" }, grouped(typology).map(([group, categories]) => h("optgroup", { label: group },
    categories.map(({ id, title, description }) => h("option", { value: id, selected: id === mark.category }, `${title}: ${description}`)))));
  return ask(host, {
    title: "Change the mark",
    body: [h("label", { class: "field" }, h("span", {}, "Severity"), severity), h("label", { class: "field" }, h("span", {}, "Category"), category)],
    buttons: [{ label: "Change", value: () => ({ severity: severity.value, category: category.value }), go: true, print: ["Ctrl", "↵"] }, { label: "Cancel", value: null, print: ["Esc"] }],
    focus: severity,
  });
}

function grouped(categories) {
  const groups = new Map();
  for (const category of categories) groups.set(category.group, [...(groups.get(category.group) ?? []), category]);
  return [...groups];
}
