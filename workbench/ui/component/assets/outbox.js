// Operations on their way to the log.
//
// A trigger sent to Streamlit may be lost, so the whole outbox travels each time until every operation is acknowledged; each has a uuid and the
// server stores it once. Operations wait in localStorage too: a reload, a killed server or a cut network loses none.

const RETRY_AFTER = 2500;
const RETRY_AT_MOST = 20000;
const ANSWER_EXPECTED = 600;
const OFFLINE_AFTER = 7000;
// A verdict over thousands of quotes travels in slices, so that no message keeps the server busy for long.
const SENT_AT_ONCE = 60;
// A sign of life: it tells others where this reviewer is, and brings what they did.
const SIGN_EVERY = 15000;
const COMES_BACK_AFTER = 1500;
// Handing a message to Streamlit takes milliseconds; what was done is shown first.
const AFTER_PAINT = 40;

// What is refused where somebody else was first: the operations whose events are `contended`. Only these build on one another; a comment or a mark
// between them must neither lift a save over what somebody else wrote nor fall with it.
export const CONTENDED = new Set(["revise", "revise-source", "restore", "verdict", "link", "undo", "sign-off"]);

export class Outbox {
  /** `send(message, again)` hands a message to Streamlit, once more if so said; `changed()` is called whenever `status` may have changed. */
  constructor(storage, changed) {
    this.storage = storage;
    this.changed = changed;
    this.operations = storage.all("operation").map(([, operation]) => operation).sort((a, b) => a.filed - b.filed);
    this.wanted = new Map();
    this.check = null;
    this.questions = new Map();
    this.reading = null;
    this.history = null;
    this.at = null;
    this.checked = 0;
    this.cursor = 0;
    this.number = 0;
    this.wait = RETRY_AFTER;
    this.failure = null;
    this.send = null;
    this.connected = true;
    this.online = () => { this.wait = RETRY_AFTER; this.flush(true); };
    window.addEventListener("online", this.online);
    window.addEventListener("offline", this.changed);
    this.pulse = setInterval(() => this.beat(), 1000);
  }

  close() {
    clearInterval(this.pulse);
    clearTimeout(this.timer);
    window.removeEventListener("online", this.online);
    window.removeEventListener("offline", this.changed);
  }

  /** Files an operation and sends it. A contended one builds on the unit's earlier unacknowledged one, if any: `after` names that one. */
  push(fields) {
    const contended = CONTENDED.has(fields.kind);
    const before = this.operations.findLast(({ unit, kind }) => contended && unit === fields.unit && CONTENDED.has(kind));
    // The clock is coarse, and the order must survive a reload.
    const filed = Math.max(Date.now(), (this.operations.at(-1)?.filed ?? 0) + 0.01);
    const operation = { operation: uuid(), after: before?.operation ?? null, ...fields, filed };
    this.operations.push(operation);
    this.file(operation);
    this.since ??= Date.now();
    this.schedule(AFTER_PAINT);
    this.changed();
    return operation;
  }

  /** Asks for the full views of these units, each at most once in a few seconds. */
  want(unitKeys) {
    const now = Date.now();
    const fresh = unitKeys.filter((key) => now - (this.wanted.get(key) ?? 0) > RETRY_AFTER);
    for (const key of fresh) this.wanted.set(key, now);
    this.asked = new Set([...(this.asked ?? []), ...unitKeys]);
    if (fresh.length) this.schedule(AFTER_PAINT);
  }

  /** Asks for the findings on a text that is still being typed; only the newest question travels. */
  ask(check) {
    this.check = check;
    this.schedule(0);
  }

  /** Asks what only the server can say: a word of the filter, a whole source, a whole history. */
  question(field, value) {
    if (this.questions.has(`${field}:${value}`)) return;
    this.questions.set(`${field}:${value}`, { field, value });
    this.schedule(0);
  }

  read(documentId) {
    this.reading = documentId;
    this.schedule(0);
  }

  wholeHistory(unitKey) {
    this.history = unitKey;
    this.schedule(0);
  }

  /** Asks once more in a while: the server is still finding things out. */
  comeBack() {
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      this.behind = true;
      this.schedule(0);
    }, COMES_BACK_AFTER);
  }

  /** Takes in that questions were answered; they are asked again until then. */
  answered({ found = [], links = [], document = null, history = null }) {
    for (const { field, value } of found) this.questions.delete(`${field}:${value}`);
    for (const { key } of links) this.questions.delete(`links:${key}`);
    if (document?.id === this.reading) this.reading = null;
    if (history?.key === this.history) this.history = null;
  }

  received(unitKeys) {
    for (const key of unitKeys) {
      this.wanted.delete(key);
      this.asked?.delete(key);
    }
  }

  /** Settles what the server answered; gives [operation, acknowledgement] pairs that were settled now. */
  acknowledge(acknowledgements) {
    // An answer to nothing we sent: the connection is back, or the page was drawn anew. What waits need not wait for the next try.
    if (!acknowledgements.length && this.operations.length && Date.now() - (this.sentAt ?? 0) > ANSWER_EXPECTED) {
      this.wait = RETRY_AFTER;
      this.schedule(0);
    }
    this.sentAt = null;
    const settled = [];
    for (const acknowledgement of acknowledgements) {
      const operation = this.operations.find((waiting) => waiting.operation === acknowledgement.operation);
      if (!operation) continue;
      if (acknowledgement.status === "failed") {
        this.failure = acknowledgement.message;
        continue;
      }
      this.settle(operation, acknowledgement);
      settled.push([operation, acknowledgement]);
    }
    if (settled.length) {
      if (this.operations.length) this.schedule(0);
      this.wait = RETRY_AFTER;
      this.failure = null;
      this.since = this.operations.length ? Date.now() : null;
    }
    this.changed();
    return settled;
  }

  settle(operation, { status, sequence }) {
    this.remove(operation);
    if (status !== "stored" || !CONTENDED.has(operation.kind)) return;
    for (const later of this.operations) {
      if (later.unit !== operation.unit) continue;
      if (later.after !== operation.operation && later.based_on !== operation.based_on) continue;
      later.based_on = sequence;
      this.file(later);
    }
  }

  file(operation) {
    this.storage.put("operation", operation.operation, operation);
  }

  remove(operation) {
    this.operations = this.operations.filter((waiting) => waiting !== operation);
    this.storage.drop("operation", operation.operation);
  }

  /** Takes back every waiting operation on a unit that a conflict stops; gives them, for its dialog. Comments and marks travel on. */
  recall(unitKey) {
    const recalled = this.operations.filter(({ unit, kind }) => unit === unitKey && CONTENDED.has(kind));
    for (const operation of recalled) this.remove(operation);
    return recalled;
  }

  of(unitKey) {
    return this.operations.filter((operation) => operation.unit === unitKey);
  }

  /** {waiting, offline, failure} for the line that says whether everything is saved. */
  get status() {
    const waiting = this.operations.length;
    const late = waiting > 0 && this.since && Date.now() - this.since > OFFLINE_AFTER;
    return { waiting, offline: waiting > 0 && (!navigator.onLine || !this.connected || late), failure: waiting ? this.failure : null };
  }

  schedule(delay) {
    clearTimeout(this.timer);
    // While an answer is under way another message would only make Streamlit start over.
    const busy = this.sentAt ? Math.max(0, this.sentAt + ANSWER_EXPECTED - Date.now()) : 0;
    this.timer = setTimeout(() => this.flush(Boolean(this.sentAt)), Math.max(delay, busy));
    this.due = true;
  }

  /** Sends what waits; `again` when an earlier message, or the connection, may be lost. */
  flush(again = false) {
    this.due = false;
    if (!this.send) return;
    const want = [...(this.asked ?? [])];
    const ask = [...this.questions.values()];
    const sign = this.at !== null && Date.now() - (this.signedAt ?? 0) >= SIGN_EVERY;
    const asks = want.length || ask.length || this.check || this.behind || this.reading || this.history;
    if (!this.operations.length && !asks && !sign) return;
    this.number += 1;
    this.sentAt = Date.now();
    this.signedAt = this.sentAt;
    const outbox = this.operations.slice(0, SENT_AT_ONCE).map(({ filed: _filed, from: _from, ...operation }) => operation);
    const { number: n, cursor, check, at, reading: read, history, checked } = this;
    try {
      this.send({ n, cursor, want, outbox, check, at, ask, read, history, checked }, again);
      this.check = null;
      this.behind = false;
    } catch {
      // Streamlit refuses triggers while its connection is down; the pulse tries again.
      this.sentAt = null;
    }
  }

  /** Looks once a second whether something is to be sent again. */
  beat() {
    const was = this.connected;
    this.connected = connected();
    // Streamlit drops what it is handed without a connection; what waits goes out as soon as there is one.
    if (!this.connected || !was) {
      this.sentAt = null;
      if (this.connected) {
        this.wait = RETRY_AFTER;
        this.flush(true);
      }
      this.changed();
      return;
    }
    const idle = !this.operations.length && !this.asked?.size && !this.questions.size && !this.reading && !this.history;
    if (idle) {
      if (document.visibilityState === "visible" && this.at !== null && Date.now() - (this.signedAt ?? 0) >= SIGN_EVERY) this.flush(Boolean(this.sentAt));
      return;
    }
    const last = Math.max(this.sentAt ?? 0, this.triedAt ?? 0);
    if (!this.due && Date.now() - last > this.wait) {
      this.triedAt = Date.now();
      this.wait = Math.min(this.wait * 1.6, RETRY_AT_MOST);
      this.flush(true);
    }
    this.changed();
  }
}

/** Whether Streamlit has a connection to its server; where the page does not say, it is taken to have one. */
export function connected() {
  return (document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState ?? "CONNECTED") === "CONNECTED";
}

// crypto.randomUUID is missing where the page is served over plain HTTP to another machine; getRandomValues is not.
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");
}
