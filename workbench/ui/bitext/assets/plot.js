// The dot-plot: the whole document in one square, Arabic down, English across, a dot a bead, a diamond a moved segment; where the reader is, a line.

import { h } from "../workbench.review-pane/dom.js";
import { doubt } from "./beads.js";

const SIZE = 220;
const COLOURS = ["here", "line", "confirmed", "doubtful", "plain", "moved"];

export class Plot {
  /** `go(index)` is called when a dot is chosen. */
  constructor(go) {
    this.canvas = h("canvas", { class: "plot", role: "img", "aria-label": "The whole document: a dot for each bead", onclick: (event) => this.pick(event, go) });
    this.legend = h("p", { class: "dim legend" });
    // A canvas needs colours as they are, and only an element's own colour is worked out for the reader's theme.
    this.colours = Object.fromEntries(COLOURS.map((name) => [name, h("span", { class: `plot-${name}`, hidden: true })]));
    this.element = h("figure", {}, this.canvas, Object.values(this.colours), h("figcaption", {}, this.legend));
  }

  draw(beads, below, { at, from, to }, sizes, blocks) {
    const scale = window.devicePixelRatio || 1;
    this.canvas.width = SIZE * scale;
    this.canvas.height = SIZE * scale;
    const colour = (name) => getComputedStyle(this.colours[name]).color;
    const pen = this.canvas.getContext("2d");
    pen.scale(scale, scale);
    this.places = beads.map((bead) => [middle(bead.target, sizes.target) * SIZE, middle(bead.source, sizes.source) * SIZE]);
    fillGaps(this.places);
    pen.fillStyle = colour("here");
    const [top, bottom] = [this.places[from]?.[1] ?? 0, this.places[to]?.[1] ?? SIZE];
    pen.fillRect(0, top, SIZE, Math.max(3, bottom - top));
    const colours = { confirmed: colour("confirmed"), doubtful: colour("doubtful"), plain: colour("plain") };
    const radius = Math.max(1.2, Math.min(3, SIZE / beads.length));
    beads.forEach((bead, index) => {
      const [x, y] = this.places[index];
      const why = doubt(bead, below);
      pen.fillStyle = bead.confirmed ? colours.confirmed : why ? colours.doubtful : colours.plain;
      pen.beginPath();
      // A doubtful bead is a cross, so that colour is not all that tells it apart.
      if (why) {
        pen.fillRect(x - radius - 1, y - 0.7, 2 * radius + 2, 1.4);
        pen.fillRect(x - 0.7, y - radius - 1, 1.4, 2 * radius + 2);
      } else {
        pen.arc(x, y, radius, 0, 2 * Math.PI);
        pen.fill();
      }
    });
    this.diamonds(pen, colour("moved"), blocks, sizes);
    const [x, y] = this.places[at] ?? [0, 0];
    pen.strokeStyle = colour("line");
    pen.lineWidth = 1.5;
    pen.strokeRect(x - 5, y - 5, 10, 10);
    const confirmed = beads.filter((bead) => bead.confirmed).length;
    const doubtful = beads.filter((bead) => doubt(bead, below)).length;
    const moved = blocks.length ? ` · ${blocks.length} ${blocks.length === 1 ? "block" : "blocks"} moved ◆` : "";
    this.legend.textContent = `${beads.length} beads · ${confirmed} confirmed ● · ${doubtful} doubtful +${moved}`;
  }

  /** Moved segments lie away from the path of the beads: where their own side stands across from where the other does. */
  diamonds(pen, colour, blocks, sizes) {
    pen.fillStyle = colour;
    for (const { source, target } of blocks) {
      source.forEach((segment, at) => {
        const [x, y] = [middle([target[at]], sizes.target) * SIZE, middle([segment], sizes.source) * SIZE];
        pen.beginPath();
        for (const [right, down] of [[0, -4], [4, 0], [0, 4], [-4, 0]]) pen.lineTo(x + right, y + down);
        pen.fill();
      });
    }
  }

  pick(event, go) {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [((event.clientX - box.left) * SIZE) / box.width, ((event.clientY - box.top) * SIZE) / box.height];
    let best = 0;
    let distance = Infinity;
    this.places.forEach(([px, py], index) => {
      const far = (px - x) ** 2 + (py - y) ** 2;
      if (far < distance) [best, distance] = [index, far];
    });
    go(best);
  }
}

function middle(segments, size) {
  return segments.length ? (segments[0] + segments.at(-1) + 1) / 2 / Math.max(size, 1) : NaN;
}

/** A side without segments stands where the bead before it ended. */
function fillGaps(places) {
  const last = [0, 0];
  for (const place of places) {
    for (const axis of [0, 1]) {
      if (Number.isNaN(place[axis])) place[axis] = last[axis];
      last[axis] = place[axis];
    }
  }
}
