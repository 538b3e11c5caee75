// Placeholders of a file's tags in a text, such as ⟦1⟧ and ⟦/1⟧: drawn as chips, and one character to whoever edits.

const TAG = /⟦\/?[0-9]{1,9}⟧/gu;

/** The tag a place of the text lies within or, going `step` (-1 back, 1 on), next to: [start, end), null where there is none. */
export function tagAt(text, place, step = 0) {
  for (const match of text.matchAll(TAG)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if ((start < place && place < end) || (step < 0 && place === end) || (step > 0 && place === start)) return [start, end];
  }
  return null;
}

const STEPS = { deleteContentBackward: -1, deleteContentForward: 1, insertText: 0 };

/** What an input at a place does where a tag is touched: { text, caret }; a tag goes as a whole, and nothing is typed into one. Null elsewhere. */
export function touching(text, place, kind, typed) {
  const step = STEPS[kind];
  const tag = step === undefined ? null : tagAt(text, place, step);
  if (!tag) return null;
  if (step) return { text: text.slice(0, tag[0]) + text.slice(tag[1]), caret: tag[0] };
  return { text: text.slice(0, tag[1]) + typed + text.slice(tag[1]), caret: tag[1] + typed.length };
}
