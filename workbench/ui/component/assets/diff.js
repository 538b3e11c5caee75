// Tracked changes as readers of prose want to see them: whole words, fewest fragments, no cut between a letter and its marks.
// workbench/review/changes.py draws the same in Python; tests/ui/component/diff_cases.json tests both.

const WORD = "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}]";
const TOKEN = new RegExp(`\\s+|${WORD}+(?:[’'\\-]${WORD}+)*|.`, "gsu");
const LETTER_OR_DIGIT = new RegExp(WORD, "u");

export function tokens(text) {
  return text.match(TOKEN) ?? [];
}

/**
 * The way from `before` to `after`: [["equal" | "deleted" | "inserted", text], …], a deletion before the insertion that replaces it.
 * Spaces and punctuation that stay between two changes are drawn into them, so that a rewritten phrase reads as one.
 */
export function changes(before, after) {
  if (before === after) return before ? [["equal", before]] : [];
  return written(merged(runs(tokens(before), tokens(after))));
}

/** How many places differ. */
export function changeCount(steps) {
  return steps.filter(([kind], index) => kind === "deleted" || (kind === "inserted" && steps[index - 1]?.[0] !== "deleted")).length;
}

/** The changes in one readable line, for screen readers. */
export function inWords(steps) {
  const parts = [];
  steps.forEach(([kind, text], index) => {
    const next = steps[index + 1];
    if (kind === "deleted") parts.push(next?.[0] === "inserted" ? `“${text}” became “${next[1]}”` : `“${text}” taken out`);
    else if (kind === "inserted" && steps[index - 1]?.[0] !== "deleted") parts.push(text.trim() ? `“${text}” put in` : "a space put in");
  });
  return parts.join(", ");
}

/** Where a span of the old text lies in the new one, or null when a change touches it. */
export function mapSpan(steps, [start, end]) {
  let old = 0;
  let now = 0;
  for (const [kind, text] of steps) {
    const length = text.length;
    if (kind === "equal") {
      if (start >= old && end <= old + length) return [start - old + now, end - old + now];
      now += length;
    }
    if (kind === "inserted") now += length;
    else old += length;
  }
  return null;
}

function runs(before, after) {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = alignment(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  const found = [];
  const add = (kept, gone, come) => {
    const last = found.at(-1);
    if (last && last.kept === kept) {
      last.gone += gone;
      last.come += come;
    } else found.push({ kept, gone, come });
  };
  for (const token of before.slice(0, head)) add(true, token, token);
  for (const [gone, come] of middle) add(gone === come, gone, come);
  for (const token of before.slice(before.length - tail)) add(true, token, token);
  return found;
}

/** Pairs of tokens of a longest common subsequence; "" stands for no token. Ties fall as in rapidfuzz's Indel, which Python uses. */
function alignment(before, after) {
  const width = before.length + 1;
  const longest = new Uint16Array(width * (after.length + 1));
  for (let row = 1; row <= after.length; row += 1) {
    for (let column = 1; column < width; column += 1) {
      const here = row * width + column;
      longest[here] = before[column - 1] === after[row - 1]
        ? longest[here - width - 1] + 1
        : Math.max(longest[here - width], longest[here - 1]);
    }
  }
  const grew = (row, column) => longest[row * width + column] > longest[row * width + column - 1];
  const pairs = [];
  let [column, row] = [before.length, after.length];
  while (row && column) {
    if (!grew(row, column)) pairs.push([before[--column], ""]);
    else {
      row -= 1;
      if (row && grew(row, column)) pairs.push(["", after[row]]);
      else {
        column -= 1;
        pairs.push([before[column], after[row]]);
      }
    }
  }
  while (column) pairs.push([before[--column], ""]);
  while (row) pairs.push(["", after[--row]]);
  return pairs.reverse();
}

function merged(found) {
  const joined = [];
  found.forEach((run, index) => {
    const between = run.kept && index > 0 && index < found.length - 1 && !LETTER_OR_DIGIT.test(run.gone);
    const kept = run.kept && !between;
    const last = joined.at(-1);
    if (!kept && last && !last.kept) {
      last.gone += run.gone;
      last.come += run.come;
    } else joined.push({ kept, gone: run.gone, come: run.come });
  });
  return joined;
}

function written(found) {
  return found.flatMap(({ kept, gone, come }) => kept
    ? [["equal", gone]]
    : [["deleted", gone], ["inserted", come]].filter(([, text]) => text));
}
