// What the translator says to an editor who reads no Arabic, and what the editor decides: the lines of the article's sheet.

import { clock, h, isolate } from "./dom.js";
import { button } from "./unit.js";
import { FIDELITIES, REMEDIES } from "./words.js";

export function deskTab(unit, { act, drafts }) {
  return [
    h("p", { class: "dim" }, "These lines stand on the article's sheet for an editor who reads no Arabic."),
    field(unit, { name: "gloss", label: "The Arabic, word for word", hint: "a literal gloss, however stiff", value: unit.gloss, act, drafts }),
    field(unit, { name: "explanation", label: "What readers would understand differently", hint: "in plain words; empty if nothing", value: unit.explanation, act, drafts }),
    picker("How it stands to the Arabic", "fidelity", FIDELITIES, unit.fidelity, (value) => act("fidelity", value)),
    picker("What the editor should do", "remedy", REMEDIES, unit.remedy, (value) => act("remedy", value)),
    h("p", { class: "dim" }, unit.signed_off ? ["Signed off by ", isolate(unit.signed_off.author), `, ${clock(unit.signed_off.at)}`] : "Not signed off as it stands."),
    button("Open the sheet", null, () => act("sheet")),
  ];
}

/** A text that is saved when its field is left; what is being written survives a reload. */
function field(unit, { name, label, hint, value, act, drafts }) {
  const slot = `${name}:${unit.key}`;
  const area = h("textarea", { rows: 3, dir: "auto", name, placeholder: hint, oninput: () => drafts.put(slot, area.value === value ? "" : area.value) });
  const waiting = drafts.get(slot);
  area.value = waiting ?? value ?? "";
  const save = () => {
    if (area.value.trim() === (value ?? "")) return;
    // The field may be left because another unit is shown: its words are of this one.
    act("write", unit.key, name, area.value.trim(), value ?? "");
  };
  area.addEventListener("change", save);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  });
  return h("label", { class: "field" }, h("span", {}, label), area, waiting ? h("span", { class: "gone" }, "a draft, not saved yet: leave the field to save it") : null);
}

function picker(label, name, values, value, picked) {
  return h("label", { class: "field" }, h("span", {}, label),
    h("select", { name, onchange: (event) => picked(event.target.value || null) },
      h("option", { value: "", selected: !value }, "not said"),
      values.map((option) => h("option", { value: option, selected: option === value }, option))));
}
