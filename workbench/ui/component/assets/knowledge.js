// What the server knows of the whole project: who is here, what a word of the filter finds, whole sources and histories when they are asked for.

export class Knowledge {
  constructor(review) {
    this.review = review;
    this.documents = new Map();
    this.awaiting = new Map();
  }

  /** Takes in an answer. */
  take(data) {
    const { review } = this;
    const { store, queue, outbox } = review;
    outbox.checked = data.checked ?? outbox.checked;
    if (data.checking) outbox.comeBack();
    for (const key of store.learn(data)) {
      queue.redraw(key);
      if (key === review.current && review.view) review.drawHead(review.view);
    }
    if (data.found?.length) queue.filter(queue.query);
    if (data.document) {
      this.documents.set(data.document.id, data.document);
      this.awaiting.get(data.document.id)?.(data.document);
      this.awaiting.delete(data.document.id);
    }
    if (data.history) this.history(data.history);
  }

  history({ key, history }) {
    const unit = this.review.store.units.get(key);
    if (!unit) return;
    unit.history = history;
    if (key === this.review.current) this.review.drawEvidence(this.review.view);
  }

  /** What the server found for a word of the filter; asked for when it is not known yet. `like:this` is the unit on show. */
  found(field, value) {
    const { store, outbox, current } = this.review;
    const wanted = field === "like" && value === "this" ? current ?? "" : value;
    const known = store.found.get(`${field}:${wanted}`);
    if (!known && wanted) outbox.question(field, wanted);
    return known;
  }

  /** A whole source, from the server once. */
  document(id) {
    if (this.documents.has(id)) return Promise.resolve(this.documents.get(id));
    this.review.outbox.read(id);
    return new Promise((resolve) => { this.awaiting.set(id, resolve); });
  }

  /** Keeps a query under a name for everybody, or takes one away. */
  keepQuery(kind, fields) {
    const { store, outbox } = this.review;
    const others = Object.entries(store.queries).filter(([name]) => name !== fields.name);
    store.queries = Object.fromEntries(kind === "save-query" ? [...others, [fields.name, fields.query]] : others);
    outbox.push({ unit: "", based_on: 0, kind, ...fields });
  }
}
