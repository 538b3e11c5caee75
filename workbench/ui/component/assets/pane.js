// The review pane's door to Streamlit.
//
// Streamlit calls the default export again whenever the data changes, so what is on the page is kept per mount, and what the browser knows of a
// project (rows, units, drafts, unsaved operations) is kept beyond it: leaving the page and coming back costs nothing and loses nothing.

import { Outbox } from "./outbox.js";
import { Review } from "./review.js";
import { Storage } from "./storage.js";
import { Store } from "./store.js";
import { dress } from "./styles.js";
import { ways } from "../workbench.review-pane/ways.js";
import { Work } from "./work.js";

const mounted = new WeakMap();
const projects = new Map();

export default function pane({ data: written, parentElement, setTriggerValue }) {
  if (!written) return undefined;
  const data = JSON.parse(new TextDecoder().decode(written));
  const project = known(data);
  let review = mounted.get(parentElement);
  if (!review || review.project !== project) {
    review?.close();
    dress(parentElement);
    review = new Review(parentElement, project);
    mounted.set(parentElement, review);
  }
  const { id } = data.project;
  project.outbox.send = (message, again) => (again && ways.long?.project === id ? ways.long.send(message) : setTriggerValue("sync", message));
  review.receive(data);
  return () => {
    // A late answer of an earlier call ends here too; only a pane that has left the page is closed.
    setTimeout(() => {
      if (parentElement.host?.isConnected ?? parentElement.isConnected) return;
      mounted.get(parentElement)?.close();
      mounted.delete(parentElement);
    });
  };
}

function known(data) {
  const id = JSON.stringify([data.project.id, data.reviewer]);
  if (!projects.has(id)) {
    const storage = new Storage(data.project.id, data.reviewer);
    const store = new Store();
    const project = { storage, store, changed: () => {} };
    project.outbox = new Outbox(storage, () => project.changed());
    project.work = new Work(store, project.outbox, storage);
    projects.set(id, project);
  }
  return projects.get(id);
}
