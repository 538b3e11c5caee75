// Blocks that stand elsewhere in the other text: beads keep the order of both texts, so a moved block has a side in one bead and a side in another.
//
// A block is {source: [segment, …], target: [segment, …]}; which beads hold its sides changes as beads are put right.

import { h } from "../workbench.review-pane/dom.js";

const LANGUAGES = { source: "Arabic", target: "English" };
const opposite = { source: "target", target: "source" };

/** For each bead that holds one side of a moved block: {index, side, other}, `other` being the bead with the first segment of the other side. */
export function places(beads, blocks) {
  const holder = { source: [], target: [] };
  if (blocks.length) beads.forEach((bead, index) => { for (const side of ["source", "target"]) for (const segment of bead[side]) holder[side][segment] = index; });
  const found = [];
  for (const block of blocks) {
    for (const side of ["source", "target"]) {
      block[side].forEach((segment, at) => {
        const index = holder[side][segment];
        const other = holder[opposite[side]][block[opposite[side]][at]];
        if (index === other || found.some((known) => known.index === index && known.side === side)) return;
        found.push({ index, side, other });
      });
    }
  }
  return found;
}

/** "its English is in bead 14": what a moved side's reader wants to know. */
export function words({ side, other }) {
  return `its ${LANGUAGES[opposite[side]]} is in bead ${other + 1}`;
}

/** Marks the rows that hold a moved side, with a way to the other, and takes away earlier marks. */
export function mark(rows, found) {
  for (const old of rows.querySelectorAll(".moved-mark")) old.remove();
  for (const old of rows.querySelectorAll(".bead.moved")) old.classList.remove("moved");
  for (const place of found) {
    const row = rows.children[place.index];
    row.classList.add("moved");
    row.querySelector(".link").append(h("span", { class: "moved-mark", "data-goto": place.other, title: "This block stands elsewhere in the other text" }, `⤭ ${words(place)}`));
  }
}

/** Where the other side of what a bead holds is; null where nothing in it was moved. */
export function elsewhere(found, index) {
  return found.find((place) => place.index === index)?.other ?? null;
}
