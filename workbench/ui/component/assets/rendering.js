// The card with the editor: the text compared with a baseline, what changed, and how to edit it.

import { printed } from "./commands.js";
import { count, h, isolate, keys } from "./dom.js";
import { Editor } from "./editor.js";
import { utf16Span } from "./offsets.js";

export class RenderingCard {
  /** `edited(text)` after each change by the user, `baseline(id)` when another text to compare with is picked. */
  constructor(root, { edited, baseline }) {
    this.editor = new Editor(root, (text) => {
      this.tell();
      edited(text);
    });
    this.compare = h("select", { "aria-label": "Compare with", onchange: () => baseline(this.compare.value) });
    this.number = h("span", { class: "changes" });
    this.author = h("span", { class: "dim" });
    this.element = h("section", { class: "card rendering", "aria-label": "Rendering" },
      h("div", { class: "cap" },
        h("h2", {}, "Rendering"), this.author,
        h("label", { class: "end" }, "changes against", this.compare, keys(printed("baseline")))),
      this.editor.element, this.editor.summary,
      h("div", { class: "tools" },
        this.number,
        h("span", {}, keys(printed("edit")), "edit"),
        h("span", {}, keys(printed("leave")), "leave"),
        h("span", {}, keys(["Ctrl", "Z"]), "take back typing"),
        h("span", {}, keys(printed("mark")), "mark words"),
        h("button", { type: "button", class: "button quiet end", onclick: () => this.editor.replace(this.editor.baseline) }, "Take back all changes")));
  }

  /** Shows a unit: its text here, the text it is compared with, its findings. */
  open(unit, text, baseline) {
    this.editor.open(text, baseline.text);
    this.baselines(unit, baseline.id);
    this.refresh(unit);
    this.tell();
  }

  /** What may have changed around a text that stays as it is. */
  refresh(unit) {
    const { published, reviewed } = unit.target;
    this.author.replaceChildren(...(unit.author_of_text && reviewed !== published ? ["text by ", isolate(unit.author_of_text)] : []));
  }

  baselines(unit, chosen) {
    this.compare.replaceChildren(...unit.baselines.map(({ id, label }) => h("option", { value: id, selected: id === chosen }, label)));
  }

  against(baseline) {
    this.compare.value = baseline.id;
    this.editor.compare(baseline.text);
    this.tell();
  }

  /** Underlines what the findings point at; their spans count in `text`. */
  underline(findings, text) {
    this.editor.underline(findings
      .filter((finding) => finding.target_span && !finding.dismissed)
      .map((finding) => ({ span: utf16Span(text, finding.target_span), severity: finding.severity })), text);
  }

  tell() {
    const { changed } = this.editor;
    this.number.textContent = changed ? count(changed, "change") : "no changes";
  }
}
