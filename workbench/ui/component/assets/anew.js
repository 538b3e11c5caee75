// Stands on the page outside the part that is drawn for every action, and lends the pane its own line to the server.

import { ways } from "../workbench.review-pane/ways.js";

export default function anew({ setTriggerValue }) {
  ways.long = (message) => setTriggerValue("sync", message);
}
