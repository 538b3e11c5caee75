// Python counts code points, JavaScript UTF-16 units. This module is the one place where the two meet.

/** Spans of `text` in code points, as UTF-16 offsets. Spans outside the text are cut to it. */
export function utf16Spans(text, spans) {
  const map = unitsAt(text);
  return spans.map(([start, end]) => [map(start), map(end)]);
}

/** One span, or null for null. */
export function utf16Span(text, span) {
  return span ? utf16Spans(text, [span])[0] : null;
}

function unitsAt(text) {
  const inText = (point) => Math.min(Math.max(point, 0), text.length);
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return inText;
  const units = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return (point) => units[Math.min(Math.max(point, 0), units.length - 1)];
}

/** A UTF-16 range of `text` as code points: the way back. */
export function pointSpan(text, [start, end]) {
  const points = (unit) => [...text.slice(0, unit)].length;
  return [points(start), points(end)];
}

const AROUND = 32;

/** A piece of a text as the server wants to hear of it: its span in code points, the words, a few characters on either side. */
export function placeIn(text, [start, end]) {
  return {
    span: pointSpan(text, [start, end]),
    exact: text.slice(start, end),
    before: whole(text.slice(Math.max(0, start - AROUND), start)),
    after: whole(text.slice(end, end + AROUND)),
  };
}

/** Without the half of a character that a cut may have left at an end. */
function whole(text) {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
