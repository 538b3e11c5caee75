// Stands on the page outside the part that is drawn for every action, and lends the pane of its project its own line to the server. The line holds
// when the page is drawn no longer: that is when it is needed.

import { ways } from "../workbench.review-pane/ways.js";

export default function anew({ data, setTriggerValue }) {
  ways.long = { project: data.project, send: (message) => setTriggerValue("sync", message) };
}
