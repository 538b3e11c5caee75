// What a reviewer does to units, as operations for the outbox, and how a unit looks while they are under way.

import { CONTENDED } from "./outbox.js";
import { stateOf } from "./words.js";

// What the log can take back; a comment is answered, a dismissal stays with its reason.
const UNDOABLE = new Set(["revise", "revise-source", "restore", "verdict", "link"]);
// What has an operation of its own that takes it back.
const REVERSED = {
  mark: ({ mark, former }) => (former ? ["mark", again(former)] : ["unmark", { mark }]),
  unmark: ({ former }) => ["mark", again(former)],
  resolve: ({ comment, resolved }) => ["resolve", { comment, resolved: !resolved }],
};

/** A mark as it was, on the words it was on. */
function again({ mark, category, severity, note, origin, target, source }) {
  return { mark, category, severity, note, origin, target: target && "kept", source: source && "kept" };
}

const FIELD = { gloss: "gloss", explain: "explanation" };

export class Work {
  constructor(store, outbox, storage) {
    this.store = store;
    this.outbox = outbox;
    this.storage = storage;
    this.drafts = new Map(storage.all("draft"));
    this.done = [];
    this.typedHere = new Set();
  }

  /** The draft of a unit; one that was typed in another tab, and is gone from the storage they share, has been saved there. */
  draft(key) {
    if (this.drafts.has(key) && !this.typedHere.has(key) && this.storage.get("draft", key) === null) this.drafts.delete(key);
    return this.drafts.get(key);
  }

  /** The rendering as the reviewer has it: being typed, on its way, or stored. */
  text(key) {
    return this.draft(key)?.text ?? this.sent(key) ?? this.store.unit(key)?.target.reviewed ?? "";
  }

  /** The text of the last revision on its way, or null. */
  sent(key) {
    return this.outbox.of(key).findLast(({ kind }) => kind === "revise" || kind === "restore")?.text ?? null;
  }

  /** Keeps what is being typed; the draft remembers which event of the log it was begun on. */
  type(key, text) {
    const stored = this.sent(key) ?? this.store.unit(key)?.target.reviewed;
    const former = this.drafts.get(key);
    if (text === stored && !former?.conflict) this.dropDraft(key);
    else this.putDraft(key, { ...former, text, based_on: former?.based_on ?? this.base(key), at: new Date().toISOString() });
  }

  /** Sends a draft as a revision. False when there is nothing to send, or both texts of a conflict still wait for a choice. */
  save(key) {
    const draft = this.draft(key);
    if (!draft || draft.conflict) return false;
    this.push(key, "revise", { text: draft.text }, draft.based_on);
    this.dropDraft(key);
    this.store.expect(key, { state: "changed", changed: draft.text !== this.store.unit(key)?.target.published });
    return true;
  }

  /** Saves a text on top of the one that was saved first. */
  resolve(key, text) {
    const { conflict } = this.drafts.get(key);
    this.dropDraft(key);
    if (text !== conflict.theirs.text) this.push(key, "revise", { text }, conflict.sequence);
  }

  verdict(key, verdict, { reason = "", override = false, batch = null } = {}) {
    this.push(key, "verdict", { verdict, reason, override, batch });
    const state = verdict === "approved-with-changes" ? "approved" : verdict;
    this.store.expect(key, { state });
  }

  /** Files any other operation. */
  push(key, kind, payload, base = this.base(key)) {
    const { former, batch, ...told } = payload;
    if (told.reason) this.storage.drop("reason", reasonFor({ ...told, unit: key }));
    const operation = this.outbox.push({ unit: key, based_on: base, kind, ...told });
    const reverse = REVERSED[kind]?.({ ...told, former });
    if (UNDOABLE.has(kind) || reverse) this.done.push({ unit: key, kind, operation: operation.operation, sequence: null, reverse, batch });
    return operation;
  }

  /** Takes back the last thing done here: its entry, null when there is nothing, undefined while it is still on its way. */
  undo() {
    const last = this.done.at(-1);
    if (!last) return null;
    // What was done in one go is taken back in one go.
    const together = last.batch ? this.done.filter(({ batch }) => batch === last.batch) : [last];
    // The log takes back what it has; an operation of its own can follow at once.
    if (together.some(({ sequence, reverse }) => sequence === null && !reverse)) return undefined;
    for (const entry of together.reverse()) {
      this.done.splice(this.done.indexOf(entry), 1);
      if (entry.reverse) this.outbox.push({ unit: entry.unit, based_on: this.base(entry.unit), kind: entry.reverse[0], ...entry.reverse[1] });
      else this.push(entry.unit, "undo", { of: entry.sequence });
    }
    return { ...last, number: together.length };
  }

  /** Takes in what the server said of operations; gives notices for the reviewer: {key, kind, message, label}. */
  settle(pairs) {
    const notices = [];
    for (const [operation, acknowledgement] of pairs) {
      const { unit: key } = operation;
      if (acknowledgement.status === "stored") this.stored(operation, acknowledgement);
      else if (acknowledgement.status === "conflict") notices.push(this.conflict(operation, acknowledgement, pairs));
      else notices.push(this.refused(operation, acknowledgement, pairs));
      if (!this.outbox.of(key).length) this.store.settle(key);
    }
    return notices.filter(Boolean);
  }

  stored(operation, { sequence }) {
    const entry = this.done.find((done) => done.operation === operation.operation);
    if (entry) entry.sequence = sequence;
    const draft = this.drafts.get(operation.unit);
    if (draft && CONTENDED.has(operation.kind) && draft.based_on === operation.based_on) this.putDraft(operation.unit, { ...draft, based_on: sequence });
  }

  conflict(operation, { sequence, theirs, message }, pairs) {
    const { unit: key } = operation;
    // One answer may turn down several saves of a unit: the newest text counts, and it is asked about once.
    const turnedDown = pairs.filter(([other, { status }]) => other.unit === key && status === "conflict").map(([other]) => other);
    if (operation !== turnedDown[0]) return null;
    const recalled = [...turnedDown, ...this.outbox.recall(key)];
    this.forget(recalled);
    recalled.forEach((other) => this.keepReason(other));
    const newer = this.drafts.get(key)?.text;
    const mine = newer ?? recalled.findLast(({ kind }) => kind === "revise" || kind === "restore")?.text;
    this.store.stale.add(key);
    const arabic = recalled.findLast(({ kind }) => kind === "revise-source");
    if (arabic) this.storage.put("arabic", key, { text: arabic.text, from: arabic.from, based_on: sequence, conflict: true });
    if (mine === undefined || !theirs) return { key, kind: "changed", author: theirs?.author, message };
    if (mine === theirs.text) {
      this.dropDraft(key);
      return null;
    }
    this.putDraft(key, { text: mine, based_on: operation.based_on, conflict: { theirs, sequence }, at: new Date().toISOString() });
    return { key, kind: "conflict", author: theirs.author, message };
  }

  refused(operation, { message }, pairs) {
    const { unit: key } = operation;
    this.forget([operation]);
    this.keepReason(operation);
    if (operation.kind === "gloss" || operation.kind === "explain") this.storage.put("comment", `${FIELD[operation.kind]}:${key}`, operation.text);
    if (operation.kind === "comment") this.storage.put("comment", key, [operation.text, this.storage.get("comment", key)].filter(Boolean).join("\n\n"));
    if (operation.kind === "revise-source" && !this.storage.get("arabic", key)) this.storage.put("arabic", key, { text: operation.text, based_on: operation.based_on });
    const newest = pairs.findLast(([other, { status }]) => other.unit === key && other.kind === "revise" && status === "refused")?.[0];
    if (operation === newest && !this.drafts.has(key)) {
      this.putDraft(key, { text: operation.text, based_on: operation.based_on, at: new Date().toISOString() });
    }
    this.store.stale.add(key);
    return { key, kind: "refused", message };
  }

  /** The words somebody gave as a reason stand in the field when they are asked for it next; nothing else came of them. */
  keepReason(operation) {
    if (operation.reason) this.storage.put("reason", reasonFor(operation), operation.reason);
  }

  /** A reason that was given before in vain, for a verdict or for dismissing a finding. */
  keptReason(unit, matter) {
    return this.storage.get("reason", reasonFor({ unit, verdict: matter })) ?? "";
  }

  forget(operations) {
    const gone = new Set(operations.map(({ operation }) => operation));
    this.done = this.done.filter((entry) => !gone.has(entry.operation));
  }

  /** Other quotes than this one with a draft that nobody has touched for some milliseconds, and that waits for no choice. */
  left(current, since = 8000) {
    return [...this.drafts].filter(([key, { conflict, at }]) => key !== current && !conflict && Date.now() - Date.parse(at) >= since).map(([key]) => key);
  }

  /** Units whose two texts wait for a choice. */
  get conflicts() {
    return [...this.drafts].filter(([, draft]) => draft.conflict).map(([key]) => key);
  }

  base(key) {
    const waiting = this.outbox.of(key).at(-1);
    // Of a unit that is not here in full the row was seen, as it is up to the cursor.
    return waiting?.based_on ?? this.store.units.get(key)?.sequence ?? this.store.cursor;
  }

  putDraft(key, draft) {
    this.typedHere.add(key);
    this.drafts.set(key, draft);
    this.storage.put("draft", key, draft);
  }

  dropDraft(key) {
    this.typedHere.delete(key);
    this.drafts.delete(key);
    this.storage.drop("draft", key);
  }

  /** The unit with everything on its way already applied. */
  view(key) {
    const unit = this.store.unit(key);
    return unit && this.outbox.of(key).reduce(applied, unit);
  }
}

function reasonFor({ unit, verdict, finding }) {
  return `${unit}:${verdict ?? finding}`;
}

function applied(unit, operation) {
  switch (operation.kind) {
    case "comment":
      return { ...unit, comments: [...unit.comments, commented(operation)] };
    case "resolve":
      return { ...unit, comments: unit.comments.map((comment) => (comment.id === operation.comment ? { ...comment, resolved: operation.resolved } : comment)) };
    case "mark":
      return { ...unit, marks: marked(unit.marks, operation) };
    case "unmark":
      return { ...unit, marks: unit.marks.filter(({ mark }) => mark !== operation.mark) };
    case "gloss":
    case "explain":
      return { ...unit, [FIELD[operation.kind]]: operation.text };
    case "revise-source":
      return { ...unit, source: { ...unit.source, text: operation.text, uncorrected: unit.source.uncorrected ?? unit.source.text } };
    case "dismiss":
      return { ...unit, findings: unit.findings.map((finding) => (finding.id === operation.finding ? { ...finding, dismissed: true } : finding)) };
    case "fidelity":
    case "remedy":
      return { ...unit, [operation.kind]: operation.value };
    case "link":
      return linked(unit, operation);
    default:
      return unit;
  }
}

function commented({ operation: id, text, mentions, side, place }) {
  return { id, author: "You", at: null, text, mentions, resolved: false, side, place: place && { exact: place.exact, span: place.span }, waiting: true };
}

function marked(marks, { mark, category, severity, target, source, note, origin }) {
  const former = marks.find((known) => known.mark === mark);
  const kept = (place, name) => (place === "kept" ? former?.[name] ?? null : place && { exact: place.exact, span: place.span });
  const now = { mark, category, severity, note, origin, author: "You", at: null, waiting: true, target: kept(target, "target"), source: kept(source, "source") };
  return former ? marks.map((known) => (known === former ? now : known)) : [...marks, now];
}

/** A place chosen in a whole source stands before those that were found. */
function linked(unit, { candidate, document_id: documentId, spans, place }) {
  let { candidates } = unit.source;
  let chosen = candidate;
  if (place) {
    candidates = [{ reasons: ["chosen by a person"], score: 0, margin: 0, state: "confirmed", ...place, document_id: documentId, spans }, ...candidates];
    chosen = 0;
  }
  const state = chosen === null ? "no-source" : stateOf(unit.state).id === "no-source" ? "waiting" : unit.state;
  const text = chosen === null ? "" : candidates[chosen].pieces.filter(([, inSpan]) => inSpan).map(([piece]) => piece).join(" […] ");
  return { ...unit, state, source: { ...unit.source, candidates, chosen, text, uncorrected: null, confirmed: true } };
}
