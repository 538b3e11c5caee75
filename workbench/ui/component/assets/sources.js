// All the places a quotation may come from, side by side, and the sources they are in.

import { printed } from "./commands.js";
import { h, isolate } from "./dom.js";
import { button } from "./unit.js";

const SHOWN = 300;

export function sourcesTab(unit, { act, sources }) {
  const { candidates, chosen } = unit.source;
  return [
    candidates.length ? h("h3", {}, "Places found, the likeliest first") : h("p", { class: "nothing" }, "No place was found."),
    ...candidates.map((candidate, index) => h("article", { class: `place${index === chosen ? " on" : ""}` },
      h("h3", {}, h("span", { class: "digit", "aria-hidden": "true" }, index + 1), isolate(candidate.outlet || candidate.title || candidate.document_id),
        index === chosen ? h("span", { class: "severity" }, unit.source.confirmed ? "confirmed" : "in use") : null),
      h("p", { class: "arabic", dir: "rtl", lang: candidate.language || "ar" }, brief(candidate)),
      h("p", { class: "dim" }, (candidate.reasons ?? []).join(" · ")),
      h("div", { class: "do" },
        button("Look at it", [index + 1], () => act("candidate", index + 1), "quiet"),
        button("Read the source", null, () => act("reader", candidate.document_id), "quiet")))),
    h("h3", {}, "Sources of this project"),
    h("ul", { class: "sourcelist" }, (sources ?? []).map((source) => h("li", {},
      button(h("span", {}, isolate(source.outlet || source.title || source.id)), null, () => act("reader", source.id), "quiet"),
      h("span", { class: "dim" }, [source.published, source.provenance === "original" ? null : source.provenance].filter(Boolean).join(" · "))))),
    sources?.length ? h("p", { class: "start" }, button("Read the whole source", printed("reader"), () => act("reader"))) : null,
  ];
}

function brief({ pieces }) {
  const text = pieces.map(([piece, inSpan]) => (inSpan ? piece : " […] ")).join("");
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
