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

/** How bad a marked error is, by MQM 2.0: its key, its sign in text, its penalty points, and plain words for somebody who reads no Arabic. */
export const ERROR_SEVERITIES = [
  { id: "neutral", key: 1, sign: "·", points: 0, words: "Neutral", plain: "a remark, no error" },
  { id: "minor", key: 2, sign: "–", points: 1, words: "Minor", plain: "readers will not be misled" },
  { id: "major", key: 3, sign: "!", points: 5, words: "Major", plain: "readers may be misled" },
  { id: "critical", key: 4, sign: "‼", points: 25, words: "Critical", plain: "must not stand as it is" },
];

const BY_SEVERITY = new Map(ERROR_SEVERITIES.map((severity) => [severity.id, severity]));

/** An error's severity by its id. */
export function severityOf(id) {
  return BY_SEVERITY.get(id) ?? ERROR_SEVERITIES[1];
}

/** The severity a finding is marked with when a reviewer takes it over. */
export const SEVERITY_OF_FINDING = { critical: "critical", major: "major", minor: "minor", info: "neutral" };
