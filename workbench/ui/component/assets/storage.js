// What must outlive a reload: drafts, unsaved operations, and how a reviewer likes the page.
//
// Everything lies in localStorage under the project and the reviewer, one entry per draft and per operation, so that two tabs of one reviewer
// do not overwrite each other. Where the browser forbids localStorage, memory takes its place and the pane says so.

const PREFIX = "quote-workbench";

function opened() {
  try {
    const probe = `${PREFIX}:probe`;
    window.localStorage.setItem(probe, "1");
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return null;
  }
}

class Memory {
  constructor() { this.entries = new Map(); }
  getItem(key) { return this.entries.get(key) ?? null; }
  setItem(key, value) { this.entries.set(key, value); }
  removeItem(key) { this.entries.delete(key); }
  key(index) { return [...this.entries.keys()][index] ?? null; }
  get length() { return this.entries.size; }
}

/** Entries of one project and one reviewer. */
export class Storage {
  constructor(project, reviewer) {
    this.scope = `${PREFIX}:${encodeURIComponent(project)}:${encodeURIComponent(reviewer)}:`;
    this.store = opened();
    this.lasting = this.store !== null;
    this.store ??= new Memory();
  }

  /** Everything filed under `kind`, as [name, value] pairs. */
  all(kind) {
    const prefix = `${this.scope}${kind}:`;
    const found = [];
    for (let index = 0; index < this.store.length; index += 1) {
      const key = this.store.key(index);
      if (key?.startsWith(prefix)) found.push([key.slice(prefix.length), this.read(key)]);
    }
    return found.filter(([, value]) => value !== null);
  }

  get(kind, name) {
    return this.read(`${this.scope}${kind}:${name}`);
  }

  /** Files `value`; false when the browser's quota is used up. */
  put(kind, name, value) {
    try {
      this.store.setItem(`${this.scope}${kind}:${name}`, JSON.stringify(value));
      return true;
    } catch {
      this.lasting = false;
      return false;
    }
  }

  drop(kind, name) {
    this.store.removeItem(`${this.scope}${kind}:${name}`);
  }

  read(key) {
    try {
      return JSON.parse(this.store.getItem(key));
    } catch {
      return null;
    }
  }
}

/** How the reviewer likes the page, the same in every project. */
export class Preferences {
  constructor() {
    this.store = opened() ?? new Memory();
  }

  get(name, otherwise) {
    try {
      return JSON.parse(this.store.getItem(`${PREFIX}:preference:${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  set(name, value) {
    try {
      this.store.setItem(`${PREFIX}:preference:${name}`, JSON.stringify(value));
    } catch {
      // A preference that cannot be kept is lost with the page, nothing more.
    }
  }
}
