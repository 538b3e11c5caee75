// Building the page. Text that people wrote reaches the DOM through textContent and attributes only, never as markup.

/**
 * An element with its properties and children.
 *
 * Properties starting with "on" are listeners, `class` and `style` are set as such, true and false switch an attribute on and off, everything
 * else is an attribute. Children are nodes, strings (which become text), or null for nothing.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "style") element.style.cssText = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** A name or another stranger's words inside our own, isolated so that right-to-left letters do not reorder what stands around them. */
export function isolate(text, properties = {}) {
  return h("bdi", properties, text);
}

/** The keys of a command as it is printed beside what it does: ["Ctrl", "↵"]. */
export function keys(printed) {
  return h("span", { class: "keys", "aria-hidden": "true" }, printed.map((key) => h("kbd", {}, key)));
}

/** Says something to screen readers without moving the focus. */
export class Announcer {
  constructor() {
    this.element = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
  }

  say(message) {
    // The same words twice are not read again unless the region was empty in between.
    this.element.textContent = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.element.textContent = message; }, 60);
  }
}

const ARABIC = /\p{Script=Arabic}/u;

/** "rtl" when the first strong letters are Arabic, as for a comment typed in either language. */
export function direction(text) {
  const letter = text.match(/\p{L}/u);
  return letter && ARABIC.test(letter[0]) ? "rtl" : "ltr";
}

/** "1 finding", "2 findings". */
export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

const HOUR = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat([], { day: "numeric", month: "short", year: "numeric" });

/** A UTC time stamp in the reader's own clock: the hour today, the day before that. */
export function clock(at) {
  const time = new Date(at);
  if (Number.isNaN(time.valueOf())) return String(at ?? "");
  const today = new Date().toDateString() === time.toDateString();
  return (today ? HOUR : DAY).format(time);
}

/** The selection inside a root, as a range whose ends are in the DOM order; null where there is none. */
export function rangeOf(root) {
  // A shadow root's selection has a standard way since 2025 and Chromium's own before.
  const selection = document.getSelection();
  if (selection?.getComposedRanges) {
    const [range] = selection.getComposedRanges({ shadowRoots: root instanceof ShadowRoot ? [root] : [] });
    if (range) return range;
  }
  const inside = root.getSelection?.() ?? selection;
  return inside?.rangeCount ? inside.getRangeAt(0) : null;
}

const CONTROLS = new Map([
  ["\u200b", "ZWSP"], ["\u200c", "ZWNJ"], ["\u200d", "ZWJ"], ["\u200e", "LRM"], ["\u200f", "RLM"], ["\u061c", "ALM"], ["\u2060", "WJ"],
  ["\ufeff", "BOM"], ["\u00ad", "SHY"], ["\u202a", "LRE"], ["\u202b", "RLE"], ["\u202c", "PDF"], ["\u202d", "LRO"], ["\u202e", "RLO"],
  ["\u2066", "LRI"], ["\u2067", "RLI"], ["\u2068", "FSI"], ["\u2069", "PDI"],
]);
const TAG = /^⟦(\/?[0-9]{1,9})⟧$/u;
/** What is drawn by a name: an invisible character, or the placeholder of a tag. */
export const CONTROL = new RegExp(`([${[...CONTROLS.keys()].join("")}]|⟦\\/?[0-9]{1,9}⟧)`, "u");

/** The name of an invisible character or the number of a tag, undefined for any other text. */
export function controlName(piece) {
  return CONTROLS.get(piece) ?? TAG.exec(piece)?.[1];
}

/** How a text that has a name is drawn: it stays where it is, and the style sheet shows its name. */
export function named(piece, element = "span") {
  const tag = TAG.test(piece);
  const title = tag ? "a tag of the file: move it with its words; export puts it back" : "an invisible character";
  return h(element, { class: tag ? "control tag" : "control", "data-name": controlName(piece), title }, piece);
}

/** A text with its invisible characters and tags shown by name: they stay where they are, and textContent is the text itself. */
export function seen(text) {
  return String(text ?? "").split(CONTROL).filter(Boolean).map((piece) => (controlName(piece) ? named(piece) : piece));
}

/** Does something once the page has been changed, in the frame that will show it: what asks for sizes then makes the page lay itself out once. */
export function beforePaint(work) {
  requestAnimationFrame(work);
}

/** Does something once the browser has nothing better to do; a browser without that notion gets on with it a little later. */
export function idle(work) {
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 100);
}
