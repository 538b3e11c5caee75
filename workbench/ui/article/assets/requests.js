// One correction at a time on its way to the log.
//
// A trigger sent to Streamlit may be lost, so a correction is sent again until it is answered; its name makes that harmless.

const AGAIN_AFTER = 4000;
const TRIES = 6;

export class Requests {
  /** `trigger(message)` hands a message to Streamlit. */
  constructor(trigger) {
    this.trigger = trigger;
    this.waiting = null;
  }

  close() {
    clearTimeout(this.timer);
    this.waiting = null;
  }

  send({ kind, seen, fields }) {
    this.waiting = { kind, tries: 0, message: { request: name(), kind, seen, fields } };
    this.go();
  }

  go() {
    const { waiting } = this;
    if (!waiting) return;
    waiting.tries += 1;
    try {
      this.trigger({ ...waiting.message, tries: waiting.tries });
    } catch {
      // Streamlit refuses triggers while its connection is down; the timer tries again.
    }
    clearTimeout(this.timer);
    if (waiting.tries < TRIES) this.timer = setTimeout(() => this.go(), AGAIN_AFTER * waiting.tries);
  }

  /** The answer to what is on its way, with the kind of the correction; null for answers to anything else. */
  answered(answer) {
    if (!answer || answer.request !== this.waiting?.message.request) return null;
    if (answer.status === "failed" && this.waiting.tries < TRIES) return null;
    const { kind } = this.waiting;
    this.close();
    return { ...answer, kind };
  }
}

// crypto.randomUUID is missing where the page is served over plain HTTP to another machine; getRandomValues is not.
function name() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
