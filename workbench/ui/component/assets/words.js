// The words a reviewer reads for what the program knows, in one place.

export const STATES = [
  { id: "waiting", words: "Waiting for revision", shape: "ring" },
  { id: "changed", words: "Changed, waiting for a second person", shape: "half" },
  { id: "second-look", words: "Needs a second look", shape: "look" },
  { id: "approved", words: "Approved", shape: "filled" },
  { id: "rejected", words: "Rendering rejected", shape: "cross" },
  { id: "no-source", words: "Not in the supplied sources", shape: "dashed" },
];

const BY_NAME = new Map(STATES.flatMap((state) => [[state.id, state], [state.words, state]]));

/** A state by its id or its words. */
export function stateOf(name) {
  return BY_NAME.get(name) ?? BY_NAME.get(String(name).toLowerCase().replaceAll("_", "-")) ?? STATES[0];
}

export const KINDS = {
  direct: "direct quote",
  partial: "partial quote",
  scare: "scare quote",
  block: "block quote",
  indirect: "reported speech",
};

export const SEVERITIES = ["critical", "major", "minor", "info"];

export const FIDELITIES = ["verbatim", "faithful", "condensed", "paraphrased", "spliced", "not in the supplied sources"];

export const REMEDIES = ["change words", "remove quote marks", "change attribution", "delete", "clarify", "leave"];

export const CERTAINTIES = {
  sure: "sure",
  likely: "likely",
  unsure: "unsure",
};
