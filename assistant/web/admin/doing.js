// What happens while something is done: its button rests, and what became of it is said.

import { element } from "../elements.js";
import { failureMessage } from "../failure.js";
import { say } from "../language.js";

const OWN_WORDS = {
  unauthorized: "saidUnauthorized",
  forbidden: "saidForbidden",
  name_taken: "saidNameTaken",
  ingest_running: "saidIngestRunning",
  too_large: "saidTooLarge",
  not_found: "saidGone",
};

/** A box that says why something failed, in our words where the server's code has any. */
export function failureBox(failure) {
  const message = element("p");
  const own = OWN_WORDS[failure.code];
  if (own) say(message, own);
  else failureMessage(message, failure);
  return element("div", { class: "failure" }, message);
}

/** Says the string `key` to everybody, screen readers among them. */
export function tell(key, values) {
  say(document.getElementById("announcer"), key, values);
}

/** Does `work` while `control` rests; a failure is shown in `box`. Resolves to whether it went well. */
export async function whileBusy(control, box, work) {
  if (control.getAttribute("aria-disabled") === "true") return false;
  control.setAttribute("aria-disabled", "true");
  box.replaceChildren();
  try {
    await work();
    return true;
  } catch (failure) {
    box.replaceChildren(failureBox(failure));
    return false;
  } finally {
    control.removeAttribute("aria-disabled");
  }
}
