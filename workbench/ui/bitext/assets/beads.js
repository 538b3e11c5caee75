// Beads as a list that people put right: every change gives a new list, so that undo is going back to the former one.
//
// A bead is {source: [segment, …], target: [segment, …], score, confirmed}; segments are numbers, in order on each side, each in one bead.

const other = { source: "target", target: "source" };

const touched = (bead, more) => ({ ...bead, ...more, score: null, confirmed: false });
const empty = ({ source, target }) => !source.length && !target.length;

/** Puts `fresh` in the place of the beads from `from` to before `to`, without empty ones. */
function replaced(beads, from, to, fresh) {
  return [...beads.slice(0, from), ...fresh.filter((bead) => !empty(bead)), ...beads.slice(to)];
}

/** The last segment of a side goes down to the next bead; at the end a bead of its own begins. */
export function pushDown(beads, index, side) {
  const here = beads[index];
  if (!here?.[side].length) return beads;
  const moved = here[side].at(-1);
  const next = beads[index + 1] ?? { source: [], target: [] };
  return replaced(beads, index, index + 2, [touched(here, { [side]: here[side].slice(0, -1) }), touched(next, { [side]: [moved, ...next[side]] })]);
}

/** The first segment of a side goes up to the bead before. */
export function pushUp(beads, index, side) {
  const here = beads[index];
  if (!here?.[side].length) return beads;
  const [moved, ...rest] = here[side];
  const before = beads[index - 1] ?? { source: [], target: [] };
  return replaced(beads, Math.max(index - 1, 0), index + 1, [touched(before, { [side]: [...before[side], moved] }), touched(here, { [side]: rest })]);
}

/** One bead of this and the next. */
export function merge(beads, index) {
  const [here, next] = [beads[index], beads[index + 1]];
  if (!here || !next) return beads;
  return replaced(beads, index, index + 2, [touched(here, { source: [...here.source, ...next.source], target: [...here.target, ...next.target] })]);
}

/** Two beads of one: the first segments of either side, and the rest; one to one, the two sides part. */
export function split(beads, index) {
  const here = beads[index];
  if (!here || here.source.length + here.target.length < 2) return beads;
  const single = here.source.length <= 1 && here.target.length <= 1;
  const parts = single
    ? [touched(here, { target: [] }), touched(here, { source: [] })]
    : [touched(here, { source: here.source.slice(0, 1), target: here.target.slice(0, 1) }), touched(here, { source: here.source.slice(1), target: here.target.slice(1) })];
  return replaced(beads, index, index + 1, parts);
}

/** Brings a segment to another bead, with all that stands between on its side, so that the order stays. */
export function moveTo(beads, side, segment, goal) {
  const from = beads.findIndex((bead) => bead[side].includes(segment));
  if (from < 0 || from === goal || !beads[goal]) return beads;
  const [low, high] = [Math.min(from, goal), Math.max(from, goal)];
  const down = goal > from;
  const fresh = beads.slice(low, high + 1).map((bead, offset) => {
    const index = low + offset;
    const stays = index === from ? bead[side].filter((number) => (down ? number < segment : number > segment)) : index === goal ? bead[side] : [];
    const comes = index === goal ? beads.slice(low, high + 1).flatMap((one, place) => (low + place === goal ? [] : one[side])).filter((number) => (down ? number >= segment : number <= segment)) : [];
    const all = [...stays, ...comes].sort((a, b) => a - b);
    return all.length === bead[side].length && all.every((number, place) => number === bead[side][place]) ? bead : touched(bead, { [side]: all });
  });
  return replaced(beads, low, high + 1, fresh);
}

/** Confirms a bead, or opens it again. */
export function confirm(beads, index, confirmed = !beads[index]?.confirmed) {
  return beads.map((bead, place) => (place === index ? { ...bead, confirmed } : bead));
}

/** Confirms all up to and with this one. */
export function confirmBefore(beads, index) {
  return beads.map((bead, place) => (place <= index && !bead.confirmed ? { ...bead, confirmed: true } : bead));
}

/** "1–1", "2–1", "1–0". */
export function shape({ source, target }) {
  return `${source.length}–${target.length}`;
}

/** Why a bead is worth a look: null when it is not. */
export function doubt(bead, below) {
  if (bead.confirmed) return null;
  if (!bead.source.length) return "nothing in the Arabic";
  if (!bead.target.length) return "nothing in the English";
  if (bead.source.length !== 1 || bead.target.length !== 1) return "not one to one";
  return bead.score !== null && bead.score < below ? "not alike" : null;
}

/** The next bead from `index` in a direction that a test holds for; null at the end. */
export function next(beads, index, holds, step = 1) {
  for (let place = index + step; place >= 0 && place < beads.length; place += step) if (holds(beads[place])) return place;
  return null;
}

export { other };
