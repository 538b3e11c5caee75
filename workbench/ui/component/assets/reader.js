// A whole source, read in a dialog: the place in use is marked, other words can be chosen as the place.

import { Chosen } from "./chosen.js";
import { h, isolate, keys, seen } from "./dom.js";
import { Ground, highlight } from "./ground.js";
import { pointSpan, utf16Spans } from "./offsets.js";
import { button } from "./unit.js";

const CHOSEN = "chosen-words";
const TAKEN = "chosen-other";

/**
 * Shows a source; resolves with {document_id, spans (code points), pieces} of the words chosen, or null.
 *
 * `ask(id)` asks the server for a document and resolves with its {id, text}; `place(id)` gives the spans in use in that document.
 */
export function readSource(host, root, { sources, first, ask, place }) {
  return new Promise((resolve) => {
    const reader = new Reader(root, { sources, ask, place, done: (answer) => { result = answer; dialog.close(); } });
    let result = null;
    const dialog = h("dialog", { class: "wide sourcereader", "aria-label": "Read the source" }, reader.element);
    dialog.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (reader.key(event)) event.preventDefault();
    });
    dialog.addEventListener("mouseup", () => setTimeout(() => reader.mouse()));
    dialog.addEventListener("close", () => {
      highlight(CHOSEN, []);
      highlight(TAKEN, []);
      dialog.remove();
      resolve(result);
    });
    host.append(dialog);
    dialog.showModal();
    reader.open(first);
  });
}

class Reader {
  constructor(root, { sources, ask, place, done }) {
    Object.assign(this, { root, sources, ask, place, done });
    this.taken = [];
    this.text = h("div", { class: "reading arabic", dir: "rtl", lang: "ar", tabindex: "0", role: "document", "aria-label": "The source" });
    this.list = h("select", { "aria-label": "Source", onchange: () => this.open(this.list.value) },
      sources.map(({ id, outlet, title, published }) => h("option", { value: id }, [outlet, title, published].filter(Boolean).join(" · ") || id)));
    this.words = h("p", { class: "what" });
    this.use = button("Use these words as the place", ["↵"], () => this.finish(), "go");
    this.element = h("div", {},
      h("div", { class: "cap" }, h("h2", {}, "Source"), this.list),
      this.text, this.words,
      h("div", { class: "buttons" }, this.use,
        button("and these too", ["+"], () => this.take()),
        h("span", { class: "dim" }, keys(["←", "→"]), " word ", keys(["⇧"]), " longer; or select with the mouse"),
        button("Close", ["Esc"], () => this.done(null))));
  }

  async open(id) {
    this.list.value = id;
    this.text.replaceChildren(h("p", { class: "dim", dir: "ltr" }, "Fetching the source…"));
    const document = await this.ask(id);
    if (!document || this.list.value !== id) return;
    this.document = document;
    const spans = utf16Spans(document.text, this.place(id));
    const pieces = [];
    let at = 0;
    for (const [start, end] of spans) {
      pieces.push(seen(document.text.slice(at, start)), h("mark", { class: "span" }, seen(document.text.slice(start, end))));
      at = end;
    }
    const body = h("div", { class: "fulltext" }, pieces, seen(document.text.slice(at)));
    this.text.replaceChildren(body);
    this.ground = new Ground({ side: "source", elements: [body], rtl: true });
    this.taken = [];
    this.chosen = new Chosen(this.ground, spans[0] ?? null);
    this.touched = false;
    this.draw();
    body.querySelector("mark")?.scrollIntoView({ block: "center" });
    this.text.focus({ preventScroll: true });
  }

  mouse() {
    const span = this.ground?.selected(this.root);
    if (!span) return;
    this.chosen = new Chosen(this.ground, span);
    this.touched = true;
    this.draw(false);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.ground || event.composedPath()[0] === this.list) return false;
    if (event.key === "Enter" && !event.composedPath()[0].matches?.("button")) this.finish();
    else if (event.key === "+" || event.key === "=") this.take();
    else if (["Tab", "Escape", "Enter", " ", "PageDown", "PageUp"].includes(event.key) || !this.chosen.key(event)) return false;
    else {
      this.touched = true;
      this.draw();
    }
    return true;
  }

  /** Keeps the chosen words and goes on to others: what an ellipsis left out stands between them. */
  take() {
    const { span } = this.chosen;
    if (span && span[0] < span[1]) this.taken = [...this.taken.filter(([start, end]) => end <= span[0] || start >= span[1]), span];
    this.draw();
  }

  get spans() {
    const { span } = this.chosen;
    const apart = span && this.taken.every(([start, end]) => end <= span[0] || start >= span[1]);
    return [...this.taken, ...(apart && (this.touched || !this.taken.length) ? [span] : [])].sort((a, b) => a[0] - b[0]);
  }

  finish() {
    const { spans, document } = this;
    if (!spans.length) return;
    this.done({
      document_id: document.id,
      spans: spans.map((span) => pointSpan(document.text, span)),
      pieces: spans.flatMap(([start, end], index) => [...(index ? [[document.text.slice(spans[index - 1][1], start), false]] : []), [document.text.slice(start, end), true]]),
      before: document.text.slice(Math.max(0, spans[0][0] - 160), spans[0][0]),
      after: document.text.slice(spans.at(-1)[1], spans.at(-1)[1] + 160),
    });
  }

  draw(scroll = true) {
    const here = this.chosen.span;
    const ranges = here ? this.ground.ranges(here) : [];
    highlight(CHOSEN, ranges);
    highlight(TAKEN, this.taken.flatMap((span) => this.ground.ranges(span)));
    this.words.replaceChildren("“", isolate(this.spans.map((span) => this.ground.text.slice(...span)).join(" […] "), { lang: "ar", dir: "rtl" }), "”");
    const box = ranges[0]?.getBoundingClientRect();
    const frame = this.text.getBoundingClientRect();
    if (scroll && box && (box.top < frame.top || box.bottom > frame.bottom)) this.text.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
