// The small language of the filter box: `state:waiting,changed has:finding speaker:"Abu Ahmed" -kind:scare bombs`.
//
// Words separated by spaces must all hold; a comma means "or"; a minus in front turns a word round; quotes keep spaces together.

import { KINDS, STATES, stateOf } from "./words.js";

const fold = (text) => String(text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const contains = (field) => (row, value) => fold(row[field]).includes(fold(value));

/** Each field: what it tests, and the values that complete it. */
export const FIELDS = {
  state: { test: (row, value) => stateOf(row.state).id.startsWith(fold(value)), values: () => STATES.map((state) => state.id) },
  has: { test: (row, value) => HAS[fold(value)]?.(row) ?? false, values: () => Object.keys(HAS) },
  speaker: { test: contains("speaker"), values: (rows) => distinct(rows, "speaker") },
  outlet: { test: contains("outlet"), values: (rows) => distinct(rows, "outlet") },
  kind: { test: contains("kind"), values: () => Object.keys(KINDS) },
  sure: { test: (row, value) => fold(row.certainty) === fold(value), values: () => ["sure", "likely", "unsure"] },
  article: { test: contains("article"), values: (rows) => distinct(rows, "article") },
};

const HAS = {
  finding: (row) => row.findings > 0,
  change: (row) => row.changed,
  source: (row) => stateOf(row.state).id !== "no-source",
};

/** The words of a query: [{field or null, values, turned, from, to}]. */
export function parse(query) {
  const words = [];
  for (const match of query.matchAll(/(-?)(?:(\p{L}+):)?((?:"[^"]*"?|[^\s"])*)/gu)) {
    const [all, minus, field, rest] = match;
    if (!all.trim()) continue;
    const known = field && Object.hasOwn(FIELDS, field.toLowerCase());
    const text = known || !field ? rest : `${field}:${rest}`;
    const values = known ? text.match(/"[^"]*"?|[^,"]+/g) ?? [] : [text];
    words.push({
      field: known ? field.toLowerCase() : null,
      values: values.map((value) => value.replaceAll('"', "")).filter(Boolean),
      turned: minus === "-",
      from: match.index,
      to: match.index + all.length,
    });
  }
  return words;
}

/** A test of rows; everything passes an empty query, and a field still without a value. */
export function matcher(query) {
  const words = parse(query).filter((word) => word.values.length);
  return (row) => words.every((word) => {
    const test = word.field ? FIELDS[word.field].test : anywhere;
    return word.values.some((value) => test(row, value)) !== word.turned;
  });
}

function anywhere(row, value) {
  return ["label", "speaker", "outlet", "key"].some((field) => fold(row[field]).includes(fold(value)));
}

/** What may complete the word at the caret: [{text (the whole query then), label}]. */
export function completions(query, caret, rows) {
  const from = query.slice(0, caret).search(/(?:"[^"]*"?|[^\s"])*$/u);
  const typed = query.slice(from, caret);
  const put = (text) => query.slice(0, from) + text + query.slice(caret);
  const [, minus, field, rest] = typed.match(/^(-?)(?:(\w+):)?(.*)$/u);
  if (field && Object.hasOwn(FIELDS, field)) {
    const before = rest.includes(",") ? rest.slice(0, rest.lastIndexOf(",") + 1) : "";
    const begun = fold(rest.slice(before.length).replaceAll('"', ""));
    return FIELDS[field].values(rows)
      .filter((value) => fold(value).includes(begun) && fold(value) !== begun)
      .slice(0, 8)
      .map((value) => ({ text: put(`${minus}${field}:${before}${/\s/.test(value) ? `"${value}"` : value} `), label: value }));
  }
  return Object.keys(FIELDS)
    .filter((name) => name.startsWith(rest.toLowerCase()))
    .map((name) => ({ text: put(`${minus}${name}:`), label: `${name}:` }));
}

function distinct(rows, field) {
  return [...new Set([...rows].map((row) => row[field]).filter(Boolean))].sort();
}
