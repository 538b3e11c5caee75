// Comments on a unit or on some of its words: written, meant for people, settled.

import { printed } from "./commands.js";
import { clock, direction, h, isolate, keys } from "./dom.js";
import { button } from "./unit.js";

/** Comments with their digits: the open ones first, in the order they were made. */
export function numbered(comments) {
  return [...comments.filter(({ resolved }) => !resolved), ...comments.filter(({ resolved }) => resolved)];
}

/** Names after an @, of people that are known; the longest name wins. */
export function mentioned(text, people) {
  const names = [...people].sort((a, b) => b.length - a.length);
  const found = new Set();
  for (const { index } of text.matchAll(/@/gu)) {
    const name = names.find((candidate) => text.startsWith(candidate, index + 1));
    if (name) found.add(name);
  }
  return [...found];
}

export function commentsTab(unit, { act, drafts, people, place }) {
  const comments = numbered(unit.comments);
  const open = comments.filter(({ resolved }) => !resolved);
  const settled = comments.filter(({ resolved }) => resolved);
  return [
    comments.length ? null : h("p", { class: "nothing" }, "No comment yet."),
    ...open.map((comment, index) => card(comment, index + 1, act)),
    settled.length
      ? h("details", { class: "dismissed" }, h("summary", {}, `${settled.length} settled`), settled.map((comment, index) => card(comment, open.length + index + 1, act)))
      : null,
    write(unit, { act, drafts, people, place }),
  ].filter(Boolean);
}

function card({ id, author, at, text, waiting, resolved, side, place }, digit, act) {
  return h("article", { class: `comment${resolved ? " settled" : ""}` },
    h("h3", {}, h("span", { class: "digit", "aria-hidden": "true" }, digit), isolate(author), h("time", {}, waiting ? "saving…" : clock(at))),
    place ? h("p", { class: "words" }, "on ", h("q", {}, isolate(place.exact, { dir: side === "source" ? "rtl" : "ltr" })), place.span ? null : h("span", { class: "gone" }, " changed since")) : null,
    h("p", { dir: direction(text) }, text),
    waiting ? null : h("div", { class: "do" }, button(resolved ? "Open again" : "Settle", [printed("settle")[0], digit], () => act("settle", digit), "quiet")));
}

function write(unit, { act, drafts, people, place }) {
  const field = h("textarea", {
    rows: 3,
    dir: "auto",
    "aria-label": "Write a comment",
    placeholder: "Write a comment; @ names a person",
    "aria-autocomplete": "list",
    oninput: () => {
      drafts.put(unit.key, field.value);
      menu.suggest();
    },
  });
  field.value = drafts.get(unit.key) ?? "";
  const menu = new Names(field, people);
  const send = () => {
    const text = field.value.trim();
    if (!text) return;
    drafts.put(unit.key, "");
    act("comment", text, mentioned(text, people));
  };
  field.addEventListener("keydown", (event) => {
    if (menu.key(event)) return;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  });
  return h("div", { class: "write" },
    place
      ? h("p", { class: "words" }, "on ", h("q", {}, isolate(place.place.exact, { dir: place.side === "source" ? "rtl" : "ltr" })), " ", button("on the whole quote", null, () => act("comment-on"), "quiet"))
      : null,
    field, menu.element, button("Comment", ["Ctrl", "↵"], send));
}

/** The people whose names begin with what stands after the last @. */
class Names {
  constructor(field, people) {
    this.field = field;
    this.people = people;
    this.element = h("div", { class: "names", role: "group", "aria-label": "People", hidden: true });
  }

  /** What is being typed after an @ at the caret, null elsewhere. */
  get begun() {
    return /@([^@\n]{0,40})$/u.exec(this.field.value.slice(0, this.field.selectionStart))?.[1] ?? null;
  }

  suggest() {
    const { begun } = this;
    const fits = begun === null ? [] : this.people.filter((name) => name !== begun && name.toLowerCase().startsWith(begun.toLowerCase())).slice(0, 6);
    this.element.hidden = !fits.length;
    this.element.replaceChildren(...fits.map((name, index) => h("button", { type: "button", class: "chip", onclick: () => this.take(name) }, isolate(name), index ? null : keys(["⇥"]))));
    this.first = fits[0];
  }

  take(name) {
    const at = this.field.selectionStart - this.begun.length;
    this.field.setRangeText(`${name} `, at, this.field.selectionStart, "end");
    this.field.focus();
    this.field.dispatchEvent(new Event("input"));
    this.element.hidden = true;
  }

  key(event) {
    if (event.key !== "Tab" || event.shiftKey || this.element.hidden) return false;
    event.preventDefault();
    this.take(this.first);
    return true;
  }
}
