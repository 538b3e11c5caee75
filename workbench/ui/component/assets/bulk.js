// One verdict for every quote that the filter shows, with a preview of what will happen to each before anything does.

import { ask } from "./dialogs.js";
import { count, h, isolate, keys } from "./dom.js";
import { stateOf } from "./words.js";

const LISTED = 12;

export const BULK_VERDICTS = [
  { verdict: "approved", words: "Approve", done: "will be approved" },
  { verdict: "second-look", words: "Ask for a second look", done: "will need a second look" },
  { verdict: "rejected", words: "Reject the rendering", done: "will be rejected" },
];

/**
 * What a verdict does to rows: {take: rows it changes, skip: Map of reason → rows}.
 *
 * `own(row)` says whether its words are the reviewer's own, `open(key)` whether a draft or an unsettled conflict stands in the way.
 */
export function plan(rows, verdict, { own, open, alone }) {
  const take = [];
  const skip = new Map();
  const leave = (row, reason) => skip.set(reason, [...(skip.get(reason) ?? []), row]);
  for (const row of rows) {
    const { id } = stateOf(row.state);
    if (open(row.key)) leave(row, "a text of yours is not saved yet");
    else if (id === verdict) leave(row, "is so already");
    else if (verdict === "approved" && id === "no-source") leave(row, "no Arabic to approve it against");
    else if (verdict === "approved" && id === "rejected") leave(row, "was rejected: write a better rendering first");
    else if (verdict === "approved" && own(row) && !alone) leave(row, "your own words: another person approves them");
    else take.push(row);
  }
  return { take, skip };
}

/** Asks for the verdict; resolves with {verdict, reason, alone, rows} or null. */
export async function askBulk(host, { rows, query, own, open, reasonOnChange }) {
  const form = { verdict: "approved", alone: false };
  const preview = h("div", { class: "preview", "aria-live": "polite" });
  const reason = h("textarea", { rows: 2, dir: "auto", "aria-label": "Reason" });
  const reasonField = h("label", { class: "field" }, h("span", {}, "Reason, the same for all"), reason);
  const hint = h("p", { class: "hint", role: "alert" });
  const needsReason = () => form.verdict === "rejected" || (form.verdict === "approved" && reasonOnChange && form.plan.take.some(({ changed }) => changed));
  const draw = () => {
    form.plan = plan(rows, form.verdict, { own, open, alone: form.alone });
    const { take, skip } = form.plan;
    const { done } = BULK_VERDICTS.find(({ verdict }) => verdict === form.verdict);
    reasonField.hidden = !needsReason();
    preview.replaceChildren(
      h("p", {}, h("b", {}, count(take.length, "quote")), ` ${done}.`, [...skip.values()].length ? ` ${count([...skip.values()].flat().length, "quote")} left as they are.` : ""),
      listed(take),
      ...[...skip].map(([why, left]) => h("details", {}, h("summary", {}, `${left.length} left: ${why}`), listed(left))));
  };
  const choices = h("fieldset", { class: "choices" }, h("legend", {}, query ? ["Every quote that passes ", h("code", {}, query)] : "Every quote of the project"),
    BULK_VERDICTS.map(({ verdict, words }) => h("label", { class: "check" },
      h("input", { type: "radio", name: "bulk-verdict", value: verdict, checked: verdict === form.verdict, onchange: () => { form.verdict = verdict; draw(); } }), words)),
    h("label", { class: "check" }, h("input", { type: "checkbox", onchange: (event) => { form.alone = event.target.checked; draw(); } }),
      "also approve my own words, alone; the log and the exports say so"));
  draw();
  for (;;) {
    const go = await ask(host, {
      title: "One verdict for every quote shown",
      wide: true,
      body: [choices, reasonField, preview, hint],
      buttons: [{ label: "Do it", value: true, go: true, print: ["Ctrl", "↵"] }, { label: "Cancel", value: null, print: ["Esc"] }],
      focus: choices.querySelector("input"),
    });
    if (!go) return null;
    if (!needsReason() || reason.value.trim()) return { verdict: form.verdict, reason: reason.value.trim(), alone: form.alone, rows: form.plan.take };
    hint.textContent = "Say in a few words why; it stands in the history of each.";
  }
}

function listed(rows) {
  return rows.length
    ? h("ul", { class: "listed" }, rows.slice(0, LISTED).map((row) => h("li", {}, isolate(row.label || row.key), h("span", { class: "dim" }, ` ${row.speaker ?? ""}`))),
      rows.length > LISTED ? h("li", { class: "dim" }, `and ${rows.length - LISTED} more`) : null)
    : null;
}

/** The kept filters: resolves with {apply: query}, {save: name} or {drop: name}, null when left. */
export function askKept(host, { queries, query }) {
  const names = Object.keys(queries);
  const name = h("input", { type: "text", "aria-label": "Name", placeholder: "name of the filter", maxlength: 60, autocomplete: "off" });
  let close;
  const answer = new Promise((resolve) => {
    const list = names.map((kept, index) => h("li", {},
      h("button", { type: "button", class: "button quiet", onclick: () => close({ apply: queries[kept] }) }, index < 9 ? keys([index + 1]) : null, isolate(kept), h("code", {}, queries[kept])),
      h("button", { type: "button", class: "button quiet end", "aria-label": `Take ${kept} away`, onclick: () => close({ drop: kept }) }, "remove")));
    ask(host, {
      title: "Kept filters",
      body: [
        names.length ? h("ul", { class: "kept" }, list) : h("p", { class: "nothing" }, "None yet. A filter kept under a name is there for everybody who reviews this project."),
        query ? h("label", { class: "field" }, h("span", {}, "Keep ", h("code", {}, query), " as"), name) : h("p", { class: "dim" }, "Type a filter first to keep it."),
      ],
      buttons: [...(query ? [{ label: "Keep", value: () => (name.value.trim() ? { save: name.value.trim() } : null), go: true, print: ["Ctrl", "↵"] }] : []), { label: "Close", value: null, print: ["Esc"] }],
      focus: names.length ? null : query ? name : null,
      pressed: (event) => {
        const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
        if (!digit || event.composedPath()[0] === name || !names[digit - 1]) return;
        event.preventDefault();
        close({ apply: queries[names[digit - 1]] });
      },
      opened: (dialog) => { close = dialog; },
    }).then(resolve);
  });
  return answer;
}
