// The box above the queue: a query with completion, by the combobox pattern of WAI-ARIA.

import { h } from "./dom.js";
import { completions } from "./query.js";

export class FilterBox {
  /** `rows()` gives the rows whose speakers and outlets complete a word; `apply(query)` is called when the reviewer stops typing. */
  constructor(text, rows, apply) {
    this.rows = rows;
    this.apply = apply;
    this.options = [];
    this.input = h("input", {
      type: "text",
      role: "combobox",
      "aria-label": "Filter the queue",
      "aria-expanded": "false",
      "aria-controls": "filter-options",
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "Filter: state:waiting has:finding",
      value: text,
      oninput: () => this.typed(),
      onfocus: () => this.suggest(),
      onblur: () => this.close(),
      onkeydown: (event) => this.keydown(event),
    });
    this.menu = h("div", { class: "completions", id: "filter-options", role: "listbox", "aria-label": "Completions", hidden: true });
    this.element = h("div", { class: "filter" }, this.input, h("kbd", { "aria-hidden": "true" }, "/"), this.menu);
  }

  get text() {
    return this.input.value;
  }

  set text(query) {
    this.input.value = query;
    this.apply(query);
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  typed() {
    this.suggest();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.apply(this.text), 120);
  }

  suggest() {
    const options = completions(this.text, this.input.selectionStart ?? this.text.length, this.rows());
    this.options = options;
    this.chosen = -1;
    this.menu.replaceChildren(...options.map(({ label }, index) => h("div", {
      role: "option",
      id: `filter-option-${index}`,
      "aria-selected": "false",
      dir: "auto",
      // Before the input loses its focus, which would close the menu.
      onmousedown: (event) => { event.preventDefault(); this.take(index); },
    }, label)));
    this.menu.hidden = options.length === 0;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.menu.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  take(index) {
    this.input.value = this.options[index].text;
    this.input.setSelectionRange(this.text.length, this.text.length);
    this.typed();
  }

  keydown(event) {
    const open = !this.menu.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) this.suggest();
      else this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (open && this.chosen >= 0 && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      event.stopPropagation();
      this.take(this.chosen);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.shiftKey) {
      clearTimeout(this.timer);
      this.apply(this.text);
      this.close();
      this.input.blur();
    } else if (event.key === "Escape") {
      if (open) this.close();
      else this.input.blur();
      event.stopPropagation();
    }
  }

  move(step) {
    const last = this.options.length - 1;
    this.chosen = this.chosen + step > last ? 0 : this.chosen + step < 0 ? last : this.chosen + step;
    [...this.menu.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.chosen));
      if (index === this.chosen) option.scrollIntoView({ block: "nearest" });
    });
    this.input.setAttribute("aria-activedescendant", `filter-option-${this.chosen}`);
  }
}
