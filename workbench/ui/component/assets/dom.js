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

/** A UTC time stamp in the reader's own clock: the hour today, the day before that. */
export function clock(at) {
  const time = new Date(at);
  if (Number.isNaN(time.valueOf())) return String(at ?? "");
  const today = new Date().toDateString() === time.toDateString();
  return today
    ? time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : time.toLocaleDateString([], { day: "numeric", month: "short", year: "numeric" });
}

/** Does something once the page has been changed, in the frame that will show it: what asks for sizes then makes the page lay itself out once. */
export function beforePaint(work) {
  requestAnimationFrame(work);
}
