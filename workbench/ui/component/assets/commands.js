// Every command once: its keys, the words of the help, and where it may be typed.
//
// Letters are read by physical key (event.code), so that an Arabic layout does not break them, and act outside text fields only.
// Streamlit's own letters (r, c) and what browsers keep for themselves (Ctrl with 1…9, D, K, L, N, T, U, W) are left alone.

const LETTER = (code, more = {}) => ({ code, ...more });

export const COMMANDS = [
  { id: "approve", group: "Verdict", label: "Approve (with the changes) and go on", print: ["Ctrl", "↵"], anywhere: [{ key: "Enter", control: true }] },
  { id: "reject", group: "Verdict", label: "Reject the rendering, with a reason", print: ["⇧", "↵"], anywhere: [{ key: "Enter", shift: true }] },
  { id: "second-look", group: "Verdict", label: "Ask for a second look", print: ["l"], letters: [LETTER("KeyL")], anywhere: [{ code: "KeyL", alt: true }] },
  { id: "bulk", group: "Verdict", label: "One verdict for every quote shown", print: ["v"], letters: [LETTER("KeyV")] },
  { id: "undo", group: "Verdict", label: "Undo the last action", print: ["u"], letters: [LETTER("KeyU")], anywhere: [{ code: "KeyU", alt: true }] },
  { id: "next", group: "Queue", label: "Next quote", print: ["j"], letters: [LETTER("KeyJ")], anywhere: [{ key: "ArrowDown", alt: true }] },
  { id: "previous", group: "Queue", label: "Previous quote", print: ["k"], letters: [LETTER("KeyK")], anywhere: [{ key: "ArrowUp", alt: true }] },
  { id: "filter", group: "Queue", label: "Filter the queue", print: ["/"], letters: [LETTER("Slash"), { key: "/" }] },
  { id: "kept", group: "Queue", label: "Kept filters", print: ["q"], letters: [LETTER("KeyQ")] },
  { id: "edit", group: "Rendering", label: "Edit the rendering", print: ["e"], letters: [LETTER("KeyE"), { key: "Enter" }] },
  { id: "leave", group: "Rendering", label: "Leave the editor and save", print: ["Esc"], anywhere: [{ key: "Escape" }] },
  { id: "save", group: "Rendering", label: "Save now", print: ["Ctrl", "S"], anywhere: [{ code: "KeyS", control: true }] },
  { id: "baseline", group: "Rendering", label: "Compare with another text", print: ["b"], letters: [LETTER("KeyB")] },
  { id: "candidate", group: "Source", label: "Look at a place in the sources; 0 for none", print: ["0…9"], digits: true },
  { id: "link", group: "Source", label: "Use or confirm the place shown", print: ["y"], letters: [LETTER("KeyY")] },
  { id: "context", group: "Source", label: "More or less of the source", print: ["s"], letters: [LETTER("KeyS")] },
  { id: "reader", group: "Source", label: "Read the whole source, choose other words", print: ["⇧", "S"], letters: [LETTER("KeyS", { shift: true })] },
  { id: "correct", group: "Source", label: "Correct the Arabic", print: ["⇧", "E"], letters: [LETTER("KeyE", { shift: true })] },
  { id: "mark", group: "Marks", label: "Mark words as an error", print: ["m"], letters: [LETTER("KeyM")], anywhere: [{ code: "KeyM", alt: true }] },
  { id: "change-mark", group: "Marks", label: "Change a mark, by its digit", print: ["g", "1…9"], prefix: true, letters: [LETTER("KeyG")] },
  { id: "note", group: "Marks", label: "Write a note on a mark, by its digit", print: ["⇧", "G", "1…9"], prefix: true, letters: [LETTER("KeyG", { shift: true })] },
  { id: "unmark", group: "Marks", label: "Take a mark away, by its digit", print: ["Del", "1…9"], prefix: true, letters: [LETTER("Delete"), LETTER("Backspace")] },
  { id: "take-over", group: "Marks", label: "Make a finding a mark, by its digit", print: ["t", "1…9"], prefix: true, letters: [LETTER("KeyT")] },
  { id: "repair", group: "Findings", label: "Repair a finding, by its digit", print: ["i", "1…9"], prefix: true, letters: [LETTER("KeyI")], anywhere: [{ code: "KeyI", alt: true }] },
  { id: "dismiss", group: "Findings", label: "Dismiss a finding, by its digit", print: ["x", "1…9"], prefix: true, letters: [LETTER("KeyX")], anywhere: [{ code: "KeyX", alt: true }] },
  { id: "findings", group: "Panel", label: "Findings", print: ["f"], letters: [LETTER("KeyF")] },
  { id: "marks", group: "Panel", label: "Marks", print: ["a"], letters: [LETTER("KeyA")] },
  { id: "sources", group: "Panel", label: "Places and sources", print: ["o"], letters: [LETTER("KeyO")] },
  { id: "comments", group: "Panel", label: "Comments", print: ["n"], letters: [LETTER("KeyN")] },
  { id: "settle", group: "Panel", label: "Settle a comment or open it again, by its digit", print: [".", "1…9"], prefix: true, letters: [LETTER("Period")] },
  { id: "history", group: "Panel", label: "History", print: ["h"], letters: [LETTER("KeyH")] },
  { id: "details", group: "Panel", label: "Details and scores", print: ["d"], letters: [LETTER("KeyD")] },
  { id: "desk", group: "Panel", label: "For the editor: gloss, fidelity, remedy", print: ["p"], letters: [LETTER("KeyP")] },
  { id: "swap", group: "View", label: "Swap the sides", print: ["w"], letters: [LETTER("KeyW")] },
  { id: "larger", group: "View", label: "Larger Arabic", print: ["+"], letters: [{ key: "+" }, LETTER("Equal"), LETTER("NumpadAdd")] },
  { id: "smaller", group: "View", label: "Smaller Arabic", print: ["−"], letters: [LETTER("Minus"), LETTER("NumpadSubtract")] },
  { id: "help", group: "View", label: "All keys", print: ["?"], letters: [{ key: "?" }, { key: "؟" }, { code: "Slash", shift: true }] },
];

const BY_ID = new Map(COMMANDS.map((command) => [command.id, command]));

/** The printed keys of a command. */
export function printed(id) {
  return BY_ID.get(id).print;
}

const PREFIX_LASTS = 4000;

/** Turns key presses into commands: `run(id, digit or undefined)`. */
export class Keyboard {
  /** `inside()` is the element of the pane that has the focus; `waiting(id or null)` shows that a digit is expected. */
  constructor({ run, inside, waiting }) {
    this.run = run;
    this.inside = inside;
    this.waiting = waiting;
    // While words are chosen, keys go to a handler of their own first: true where it took the key.
    this.mode = null;
    this.listener = (event) => this.press(event);
    // Capturing, so that Streamlit's own single letters never see what is typed here.
    window.addEventListener("keydown", this.listener, true);
  }

  close() {
    window.removeEventListener("keydown", this.listener, true);
  }

  press(event) {
    const field = this.inside();
    if (event.isComposing || field === undefined) return;
    if (field?.closest("dialog[open]")) return;
    if (this.mode && this.mode(event, field)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const typing = field !== null && isField(field);
    if (this.prefix && this.digit(event)) return;
    const command = COMMANDS.find((candidate) => candidate.anywhere?.some((combination) => matches(event, combination))
      || (!typing && candidate.letters?.some((combination) => matches(event, combination)))
      || (!typing && candidate.digits && digitOf(event) !== null && plain(event)));
    if (!command) return;
    // Other fields than the editor have their own Enter, and the filter its own Escape.
    if (field?.matches("input, textarea, select") && (event.key === "Enter" || field.tagName === "INPUT")) return;
    // A focused button is pressed by Enter; only the commands that carry a modifier pass over it.
    if (event.key === "Enter" && plain(event) && field?.matches("button, summary, a, [role=option], [role=listbox]")) return;
    if (command.id === "leave" && !typing) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.prefix) this.await(command.id);
    else this.run(command.id, command.digits ? digitOf(event) : undefined);
  }

  digit(event) {
    const digit = digitOf(event);
    const { prefix } = this;
    if (["Alt", "Shift", "Control", "Meta"].includes(event.key)) return true;
    this.await(null);
    if (!digit) {
      if (event.key === "Escape") event.preventDefault();
      return event.key === "Escape";
    }
    event.preventDefault();
    event.stopPropagation();
    this.run(prefix, digit);
    return true;
  }

  await(id) {
    this.prefix = id;
    clearTimeout(this.timer);
    if (id) this.timer = setTimeout(() => this.await(null), PREFIX_LASTS);
    this.waiting(id);
  }
}

function matches(event, { key, code, control = false, shift, alt = false }) {
  if (key !== undefined && event.key !== key) return false;
  if (code !== undefined && event.code !== code) return false;
  if ((event.ctrlKey || event.metaKey) !== control || event.altKey !== alt) return false;
  // The character of a key may need Shift on one layout and not on another; where the code is named, Shift counts.
  return shift === undefined ? code === undefined || !event.shiftKey || event.code.startsWith("Numpad") : event.shiftKey === shift;
}

function plain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
}

function digitOf(event) {
  const match = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  return match ? Number(match[1]) : null;
}

function isField(element) {
  return element.isContentEditable || element.matches("input, textarea, select");
}
