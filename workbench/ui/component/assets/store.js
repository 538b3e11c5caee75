// What the browser knows of the project: rows of the queue, full views of units, and what the reviewer did that the server has yet to confirm.

import { stateOf } from "./words.js";

const UNITS_KEPT = 240;

export class Store {
  constructor() {
    this.rows = new Map();
    this.units = new Map();
    this.stale = new Set();
    this.expected = new Map();
    this.counted = null;
    this.cursor = 0;
    this.total = null;
    this.several = false;
    this.here = new Map();
    this.found = new Map();
    this.queries = {};
    this.typology = [];
    this.sources = [];
  }

  /** Takes in what is true of the whole project; gives the keys of units that people came to or left. */
  learn(data) {
    for (const name of ["queries", "typology", "sources"]) this[name] = data[name] ?? this[name];
    for (const { field, value, keys } of data.found ?? []) this.found.set(`${field}:${value}`, new Set(keys));
    if (!data.here) return [];
    const before = new Map(this.here);
    this.here = new Map();
    for (const { name, unit } of data.here) this.here.set(unit, [...(this.here.get(unit) ?? []), name]);
    return [...new Set([...before.keys(), ...this.here.keys()])].filter((key) => String(before.get(key)) !== String(this.here.get(key)));
  }

  /** Everybody known to have worked here or to be here. */
  people() {
    const names = new Set([...this.here.values()].flat());
    for (const row of this.rows.values()) for (const name of row.people ?? []) names.add(name);
    return [...names].sort();
  }

  /** Takes in what changed; gives {rows: {moved: whether any came or went, changed: Set of keys}, units: Set of keys}. The same answer may come twice. */
  absorb(data) {
    const arrived = new Set();
    const changed = new Set();
    let moved = Boolean(data.gone?.length);
    for (const fields of data.units ?? []) {
      const known = this.units.get(fields.key);
      if (known && known.sequence > fields.sequence) continue;
      if (!known && !fields.source) continue;
      const view = { ...known, ...fields };
      this.units.delete(view.key);
      this.units.set(view.key, view);
      this.stale.delete(view.key);
      arrived.add(view.key);
    }
    for (const fields of data.rows ?? []) {
      const known = this.rows.get(fields.key);
      // Of a row that was here before only what changed may come; without it such a change is of no use, and the rows are asked for anew.
      if (!known && fields.position === undefined) continue;
      const row = fields.position === undefined ? { ...lasting(known), ...fields } : fields;
      this.recount(row.key, () => this.rows.set(row.key, row));
      moved ||= known?.position !== row.position;
      const differs = known && JSON.stringify(known) !== JSON.stringify(row);
      if (differs) changed.add(row.key);
      if (differs && this.units.has(row.key) && !arrived.has(row.key)) this.stale.add(row.key);
    }
    if (moved) this.counted = null;
    for (const key of data.gone ?? []) {
      this.rows.delete(key);
      this.units.delete(key);
    }
    if (moved) this.several = new Set([...this.rows.values()].map((row) => row.article)).size > 1;
    this.cursor = Math.max(this.cursor, data.cursor ?? 0);
    this.total = data.total ?? this.total;
    this.forget();
    return { rows: { moved, changed }, units: arrived };
  }

  /** The row as it will be once the server has confirmed what was done here. */
  row(key) {
    const row = this.rows.get(key);
    const expected = this.expected.get(key);
    return row && expected ? { ...row, ...expected } : row;
  }

  unit(key) {
    const unit = this.units.get(key);
    if (!unit) return null;
    const expected = this.expected.get(key);
    return expected?.state ? { ...unit, state: expected.state } : unit;
  }

  /** Shows a state before the server confirms it. */
  expect(key, fields) {
    this.recount(key, () => this.expected.set(key, { ...this.expected.get(key), ...fields }));
  }

  /** Falls back to what the server says. */
  settle(key) {
    this.recount(key, () => this.expected.delete(key));
  }

  /** Keys in the order of the text. */
  order() {
    return [...this.rows.values()].sort((a, b) => a.position - b.position).map((row) => row.key);
  }

  /** Which of these units are not here, or no longer fresh. */
  missing(keys) {
    return keys.filter((key) => !this.units.has(key) || this.stale.has(key));
  }

  /** {all, approved}: how far the review is. Counted anew only when a row or what is expected of one has changed. */
  progress() {
    if (this.counted === null) {
      let approved = 0;
      for (const key of this.rows.keys()) if (stateOf(this.row(key).state).id === "approved") approved += 1;
      this.counted = approved;
    }
    return { all: this.rows.size, approved: this.counted };
  }

  /** Keeps the count when one row changes: `change` does it. */
  recount(key, change) {
    const approved = () => Number(this.rows.has(key) && stateOf(this.row(key).state).id === "approved");
    const before = approved();
    change();
    if (this.counted !== null) this.counted += approved() - before;
  }

  forget() {
    // A Map keeps the order of arrival, so the first keys are the oldest.
    for (const key of this.units.keys()) {
      if (this.units.size <= UNITS_KEPT) break;
      this.units.delete(key);
    }
  }
}

/** What a review cannot change of a row: of the rest only what is there is told. */
function lasting({ position, label, speaker, outlet, kind, article }) {
  return { position, label, speaker, outlet, kind, article };
}
