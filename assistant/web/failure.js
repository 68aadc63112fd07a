// What the reader is told when a request failed.

import { say } from "./language.js";

const OWN_WORDS = { network: "networkFailure", timeout: "timeoutFailure", stopped: "stopped", server: "serverFailure" };

/** Fills `node` with the server's message, or with our own words where it sent none. */
export function failureMessage(node, failure) {
  // What is no failed request is a fault of the page, which is not to be hidden.
  if (!failure.kind) reportError(failure);
  if (failure.message && failure.kind) node.textContent = failure.message;
  else say(node, OWN_WORDS[failure.kind] ?? "serverFailure");
}
