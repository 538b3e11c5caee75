// The sheet's door to Streamlit. What an editor decides travels in an outbox, as in the review pane: sent until it is acknowledged, stored once.

import { Announcer, clock, count, h, isolate, seen } from "../workbench.review-pane/dom.js";
import { changes } from "../workbench.review-pane/diff.js";
import { drawnSteps } from "../workbench.review-pane/drawn.js";
import { Outbox } from "../workbench.review-pane/outbox.js";
import { Storage } from "../workbench.review-pane/storage.js";

const mounted = new WeakMap();

export default function sheet({ data, parentElement, setTriggerValue }) {
  if (!data) return undefined;
  let page = mounted.get(parentElement);
  if (!page) {
    page = new Sheet(parentElement, data);
    mounted.set(parentElement, page);
  }
  page.outbox.send = (message) => setTriggerValue("sync", message);
  page.receive(data);
  return () => setTimeout(() => {
    if (parentElement.host?.isConnected ?? parentElement.isConnected) return;
    mounted.get(parentElement)?.close();
    mounted.delete(parentElement);
  });
}

class Sheet {
  constructor(root, data) {
    this.root = root;
    this.outbox = new Outbox(new Storage(`${data.project}/sheet`, data.reviewer), () => this.tell());
    this.announcer = new Announcer();
    this.head = h("header", { class: "about" });
    this.rows = h("div", { class: "quotes" });
    this.status = h("span", { class: "status", role: "status" });
    this.message = h("p", { class: "message", role: "alert", hidden: true });
    this.foot = h("footer", { class: "foot" });
    this.element = h("div", { class: "sheet reader" }, this.head, this.message, this.rows, this.foot, this.announcer.element);
    root.append(this.element);
  }

  close() {
    this.outbox.flush();
    this.outbox.close();
    this.element.remove();
  }

  receive(data) {
    this.data = data;
    this.outbox.cursor = data.cursor;
    for (const [, answer] of this.outbox.acknowledge(data.acks ?? [])) {
      if (answer.status !== "stored") this.say(answer.status === "conflict" ? "Somebody changed this quote meanwhile. Look at it as it is now, and sign again." : answer.message);
    }
    // A select that is open keeps its place on the page.
    if (JSON.stringify(data.rows) !== this.drawn) this.draw();
    this.tell();
  }

  say(message) {
    this.message.textContent = message;
    this.message.hidden = false;
  }

  draw() {
    const { article, rows } = this.data;
    this.drawn = JSON.stringify(rows);
    this.head.replaceChildren(
      h("h1", { dir: "auto" }, article.title),
      h("p", { class: "dim" }, [article.outlet, article.author, article.published && day(article.published)].filter(Boolean).map((part, index) => [index ? " · " : null, isolate(part)]),
        article.url ? [" · ", isolate(article.url)] : null),
      h("p", {}, summary(rows)),
      h("p", { class: "dim screen" }, "For an editor who reads no Arabic. Choose what to do with each quote, then sign. The translator writes the gloss and the difference in the review."),
      h("p", { class: "screen" }, h("button", { type: "button", class: "button", onclick: () => window.print() }, "Print")));
    const active = this.root.activeElement;
    const held = [...this.rows.children].findIndex((quote) => quote.contains(active));
    this.rows.replaceChildren(...rows.map((row, index) => this.quote(row, index + 1)));
    if (held >= 0) this.rows.children[held]?.querySelector(active.matches("select") ? "select" : "button, select")?.focus({ preventScroll: true });
    const open = rows.filter(({ signed_off: signed }) => !signed);
    this.foot.replaceChildren(
      h("div", { class: "screen do" },
        h("button", { type: "button", class: "button go", disabled: !open.length, onclick: () => this.sign(open) }, open.length ? `Sign off ${count(open.length, "quote")} as ${open.length === 1 ? "it stands" : "they stand"}` : "All signed off"),
        this.status),
      h("p", { class: "paper" }, "Editor: ____________________________   Date: ______________"));
  }

  quote(row, number) {
    const changed = row.proposed !== row.published;
    return h("article", { class: `quote ${row.severity?.id ?? "clear"}`, "aria-label": `Quote ${number}` },
      h("h2", {}, h("span", { class: "digit" }, number), row.speaker ? isolate(row.speaker) : "No speaker named", row.told ? [" to ", isolate(row.told)] : null,
        h("span", { class: "state" }, row.state, row.verdict_by ? [" · ", isolate(row.verdict_by), row.alone ? ", alone" : null] : null)),
      h("dl", {},
        line("As published", h("p", { class: "english" }, "“", seen(row.published), "”")),
        line("The Arabic, word for word", row.gloss ? h("p", { class: "english", dir: "auto" }, row.gloss) : h("p", { class: "dim" }, row.arabic ? "No gloss yet." : "No Arabic was found.")),
        line("Proposed", changed ? h("p", { class: "english" }, drawnSteps(changes(row.published, row.proposed))) : h("p", { class: "dim" }, "as published")),
        line("What readers would understand differently", h("p", { dir: "auto", class: row.difference ? "" : "dim" }, row.difference || (row.gloss ? "Nothing was noted." : "Not said yet."))),
        line("How serious", h("p", { class: "severity" }, row.severity ? [h("b", {}, row.severity.words), row.errors.length ? h("span", { class: "dim" }, ` (${[...new Set(row.errors)].join(", ")})`) : null] : h("span", { class: "dim" }, "nothing is marked as wrong"))),
        line("Is it the right place?", h("p", {}, row.place.words, row.place.reasons.length ? h("span", { class: "dim" }, `: ${row.place.reasons.join(", ")}`) : null)),
        line("Source", row.source
          ? [h("p", {}, isolate(row.source.outlet || row.source.title), row.source.published ? ` · ${day(row.source.published)}` : null, row.source.provenance === "original" ? null : h("span", { class: "dim" }, ` · ${row.source.provenance}`)),
            h("p", { class: "arabic", lang: "ar", dir: "rtl" }, seen(row.arabic))]
          : h("p", { class: "dim" }, "none of those supplied")),
        row.fidelity ? line("How it stands to the Arabic", h("p", {}, row.fidelity)) : null),
      h("div", { class: "decision" },
        h("label", {}, "What to do ", h("select", { name: "remedy", onchange: (event) => this.remedy(row, event.target.value || null) },
          h("option", { value: "", selected: !row.remedy }, "not decided"),
          this.data.remedies.map((remedy) => h("option", { value: remedy, selected: remedy === row.remedy }, remedy)))),
        row.signed_off
          ? h("span", { class: "signed" }, "✓ signed off by ", isolate(row.signed_off.author), `, ${clock(row.signed_off.at)}`)
          : h("button", { type: "button", class: "button screen", onclick: () => this.sign([row]) }, "Sign off")));
  }

  remedy(row, value) {
    this.outbox.push({ unit: row.key, based_on: row.sequence, kind: "remedy", value });
  }

  /** Signs quotes as they are shown: the signature names what was seen, and one that changed meanwhile is not signed. */
  sign(rows) {
    for (const row of rows) this.outbox.push({ unit: row.key, based_on: row.sequence, kind: "sign-off" });
    this.announcer.say(`${count(rows.length, "quote")} signed off`);
  }

  tell() {
    const { waiting, offline } = this.outbox.status;
    this.status.textContent = offline ? `Offline: ${count(waiting, "decision")} kept here` : waiting ? `Saving ${count(waiting, "decision")}…` : "Saved";
  }
}

function line(term, ...content) {
  return h("div", {}, h("dt", {}, term), h("dd", {}, content));
}

function summary(rows) {
  const marked = (id) => rows.filter(({ severity }) => severity?.id === id).length;
  const parts = [
    count(rows.length, "quote"),
    marked("critical") && `${marked("critical")} must not stand`,
    marked("major") && `${marked("major")} may mislead readers`,
    rows.filter(({ source }) => !source).length && `${rows.filter(({ source }) => !source).length} without a source`,
    `${rows.filter(({ signed_off: signed }) => signed).length} signed off`,
  ];
  return parts.filter(Boolean).join(" · ");
}

function day(date) {
  const time = new Date(date);
  return Number.isNaN(time.valueOf()) ? date : time.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
