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
  finding: { test: (row, value) => (row.checks ?? []).some((check) => check.startsWith(fold(value))), values: (rows) => listed(rows, "checks") },
  reviewer: { test: among("people"), values: (rows) => listed(rows, "people") },
  by: { test: among("by"), values: (rows) => listed(rows, "by") },
  mentions: { test: among("mentions"), values: (rows) => listed(rows, "mentions") },
  changed: { test: since, values: () => [`>${day(0)}`, `>${day(1)}`, `>${day(7)}`] },
  // Only the server has the texts: it is asked once for each value, and the rows pass when it has answered.
  ar: { test: asked("ar"), values: () => [] },
  en: { test: asked("en"), values: () => [] },
  like: { test: asked("like"), values: () => ["this"] },
};

/** The fields that only the server can answer. */
export const ASKED = ["ar", "en", "like"];

function asked(field) {
  return (row, value, found) => found?.(field, value)?.has(row.key) ?? false;
}

function among(field) {
  return (row, value) => (row[field] ?? []).some((name) => fold(name).includes(fold(value)));
}

/** `>2026-11-01` is since that day, `<2026-11-01` before it, a bare day that day; in UTC, as the log counts. */
function since(row, value) {
  const [, sign, wanted] = value.match(/^([<>]?)=?(\d{4}(?:-\d\d){0,2})$/) ?? [];
  if (!wanted || !row.at) return !wanted;
  if (sign === ">") return row.at >= wanted;
  return sign === "<" ? row.at < wanted : row.at.startsWith(wanted);
}

function day(back) {
  return new Date(Date.now() - back * 86400000).toISOString().slice(0, 10);
}

const HAS = {
  finding: (row) => row.findings > 0,
  change: (row) => Boolean(row.changed),
  mark: (row) => row.marks > 0,
  comment: (row) => row.comments > 0,
  mention: (row) => Boolean(row.mentions?.length),
  signature: (row) => Boolean(row.signed),
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

/** A test of rows; everything passes an empty query, and a field still without a value. `found(field, value)` gives the keys the server found. */
export function matcher(query, found = null) {
  const words = parse(query).filter((word) => word.values.length);
  return (row) => words.every((word) => {
    const test = word.field ? FIELDS[word.field].test : anywhere;
    return word.values.some((value) => test(row, value, found)) !== word.turned;
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

/** What only the server can say about a query: [{field, value}]. */
export function questions(query) {
  return parse(query).filter(({ field }) => ASKED.includes(field)).flatMap(({ field, values }) => values.map((value) => ({ field, value })));
}

function listed(rows, field) {
  return [...new Set([...rows].flatMap((row) => row[field] ?? []))].sort();
}

function distinct(rows, field) {
  return [...new Set([...rows].map((row) => row[field]).filter(Boolean))].sort();
}
