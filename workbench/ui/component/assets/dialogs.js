// Questions that need an answer before work goes on. Each is a native modal <dialog>: the browser keeps the focus inside and closes on Escape.

import { COMMANDS } from "./commands.js";
import { changes } from "./diff.js";
import { drawnSteps } from "./drawn.js";
import { clock, h, isolate, keys } from "./dom.js";

/**
 * Shows a dialog; resolves with the value of the button that closed it, null when it was left.
 *
 * `pressed(event)` sees every key before the dialog does, `opened(close)` gets the way to close it with a value.
 */
export function ask(host, { title, body, buttons, wide = false, focus = null, pressed = null, opened = null }) {
  return new Promise((resolve) => {
    const id = `dialog-${Math.random().toString(36).slice(2)}`;
    const close = (value) => { dialog.returnValue = ""; answer = value; dialog.close(); };
    let answer = null;
    const dialog = h("dialog", { class: wide ? "wide" : "", "aria-labelledby": id },
      h("h2", { id }, title),
      h("div", { class: "body" }, body),
      h("div", { class: "buttons" }, buttons.map(({ label, value, go = false, print = null }) => h("button", {
        type: "button",
        class: `button${go ? " go" : ""}`,
        onclick: () => close(typeof value === "function" ? value() : value),
      }, label, print ? keys(print) : null))));
    dialog.addEventListener("keydown", (event) => {
      event.stopPropagation();
      pressed?.(event);
      const main = buttons.find(({ go }) => go);
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && main) {
        event.preventDefault();
        close(typeof main.value === "function" ? main.value() : main.value);
      }
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    host.append(dialog);
    dialog.showModal();
    focus?.focus();
    opened?.(close);
  });
}

/** Asks for a reason; with `required` an empty one is not taken. */
export async function askReason(host, { title, explanation, go, required, suggestions = [], text = "", label = "Reason" }) {
  const field = h("textarea", { rows: 3, "aria-label": label, dir: "auto" });
  field.value = text;
  const hint = h("p", { class: "hint", role: "alert" });
  const chips = suggestions.map((words) => h("button", {
    type: "button",
    class: "chip",
    onclick: () => { field.value = field.value ? `${field.value}; ${words}` : words; field.focus(); },
  }, words));
  for (;;) {
    const reason = await ask(host, {
      title,
      body: [h("p", {}, explanation), chips.length ? h("div", { class: "chips" }, chips) : null, field, hint],
      buttons: [
        { label: go, value: () => field.value.trim(), go: true, print: ["Ctrl", "↵"] },
        { label: "Cancel", value: null, print: ["Esc"] },
      ],
      focus: field,
    });
    if (reason === null || reason || !required) return reason;
    hint.textContent = "Say in a few words what is wrong; the next person reads only this.";
  }
}

const SCOPES = [
  ["", "on this quote"],
  ["project", "on these words, in this project"],
  ["always", "on these words, in every project"],
];

/** Asks how far a finding is dismissed and why; resolves with {reason, scope} or null. Beyond the quote it wants a reason. */
export async function askDismissal(host, finding, text = "") {
  const field = h("textarea", { rows: 2, "aria-label": "Reason", dir: "auto" });
  field.value = text;
  const hint = h("p", { class: "hint", role: "alert" });
  const scopes = h("fieldset", { class: "choices" }, h("legend", {}, "Do not show it again"),
    SCOPES.map(([value, words], index) => h("label", { class: "check" }, h("input", { type: "radio", name: "scope", value, checked: index === 0 }), words)));
  const chips = ["said so in Arabic", "house style", "false alarm"].map((words) => h("button", {
    type: "button",
    class: "chip",
    onclick: () => { field.value = field.value ? `${field.value}; ${words}` : words; field.focus(); },
  }, words));
  for (;;) {
    const go = await ask(host, {
      title: "Dismiss the finding",
      body: [h("p", {}, "“", isolate(finding.message, { dir: "ltr" }), "”"), scopes, h("div", { class: "chips" }, chips), field, hint],
      buttons: [{ label: "Dismiss", value: true, go: true, print: ["Ctrl", "↵"] }, { label: "Cancel", value: null, print: ["Esc"] }],
      focus: field,
    });
    if (!go) return null;
    const scope = scopes.querySelector("input:checked").value || null;
    const reason = field.value.trim();
    if (!scope || reason) return { reason, scope };
    hint.textContent = "Beyond this quote a reason is wanted: others will not see the finding.";
  }
}

/** Asks a plain question; true for yes. `remember` adds a box to tick; gives {yes, remember}. */
export async function confirm(host, { title, explanation, go, remember = null }) {
  const box = h("input", { type: "checkbox", id: "remember" });
  const yes = await ask(host, {
    title,
    body: [h("p", {}, explanation), remember ? h("label", { class: "check", for: "remember" }, box, remember) : null],
    buttons: [{ label: go, value: true, go: true, print: ["Ctrl", "↵"] }, { label: "Cancel", value: null, print: ["Esc"] }],
  });
  return { yes: Boolean(yes), remember: box.checked };
}

/**
 * Somebody saved a newer text first: both are shown, neither is lost.
 * Resolves with {text} to be saved on top of theirs, or null when the dialog was left and the reviewer's text stays a draft.
 */
export function resolveConflict(host, { mine, theirs, label, arabic = false }) {
  const look = arabic ? { class: "arabic", lang: "ar", dir: "rtl" } : { class: "english", lang: "en", dir: "ltr" };
  const merged = h("textarea", { ...look, rows: 4, "aria-label": "Text to save" });
  merged.value = mine;
  return ask(host, {
    title: "Somebody saved a newer text first",
    wide: true,
    body: [
      h("p", {}, "Nothing was overwritten. ", arabic ? "The Arabic of " : null, "“", isolate(label), "” now has two texts; choose one, or make one of both below."),
      h("div", { class: "versions" },
        version("Theirs", [" · ", isolate(theirs.author ?? "somebody else"), theirs.at ? `, ${clock(theirs.at)}` : ""], [["equal", theirs.text]], look),
        version("Yours", [" · the difference to theirs is marked"], changes(theirs.text, mine), look)),
      h("label", { class: "field" }, h("span", {}, "Text to save"), merged),
      h("div", { class: "chips" },
        h("button", { type: "button", class: "chip", onclick: () => { merged.value = theirs.text; } }, "put in theirs"),
        h("button", { type: "button", class: "chip", onclick: () => { merged.value = mine; } }, "put in yours")),
    ],
    buttons: [
      { label: "Save this text", value: () => ({ text: merged.value }), go: true, print: ["Ctrl", "↵"] },
      { label: "Keep theirs", value: () => ({ text: theirs.text }) },
      { label: "Decide later", value: null, print: ["Esc"] },
    ],
    focus: merged,
  });
}

function version(title, note, steps, look) {
  return h("section", { class: "version" },
    h("h3", {}, title, h("span", { class: "dim" }, note)),
    h("p", look, drawnSteps(steps)));
}

/** All keys. */
export function showHelp(host) {
  const groups = Map.groupBy ? Map.groupBy(COMMANDS, ({ group }) => group) : grouped(COMMANDS);
  return ask(host, {
    title: "Keys",
    wide: true,
    body: [
      h("div", { class: "help" }, [...groups].map(([group, commands]) => h("section", {},
        h("h3", {}, group),
        h("dl", {}, commands.map(({ label, print, letters, anywhere }) => h("div", {},
          h("dt", {}, label),
          h("dd", {}, print.map((key) => h("kbd", {}, key)), letters && anywhere ? alternative(anywhere[0]) : null))))))),
      h("p", { class: "dim" }, "Letters work outside text fields and by their place on the keyboard, whatever the layout. The keys with Alt work inside the editor too."),
      h("p", { class: "dim" }, "Filter: ", h("code", {}, "state:waiting,changed has:finding speaker:khalaf -kind:scare changed:>2026-11-01 ar:\"المدينة\" words"), ". A comma means “or”, a minus “not”, quotes keep spaces together."),
    ],
    buttons: [{ label: "Close", value: null, go: true, print: ["Esc"] }],
  });
}

function alternative({ code, key, alt }) {
  const name = key ?? code.replace(/^Key/, "");
  const arrows = { ArrowDown: "↓", ArrowUp: "↑" };
  return [" or ", alt ? h("kbd", {}, "Alt") : null, h("kbd", {}, arrows[name] ?? name)];
}

function grouped(commands) {
  const groups = new Map();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return groups;
}
