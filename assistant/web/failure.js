// What the reader is told when a request failed.

import { say } from "./language.js";

const OWN_WORDS = { network: "networkFailure", timeout: "timeoutFailure", stopped: "stopped", server: "serverFailure" };
const OWN_WORDS_FOR = { sign_in_ended: "signedOutFailure", too_many_requests: "busyFailure" };

/** Fills `node` with the server's message, or with our own words where it sent none, or says what any reader may meet with. */
export function failureMessage(node, failure) {
  // What is no failed request is a fault of the page, which is not to be hidden.
  if (!failure.kind) reportError(failure);
  const own = OWN_WORDS_FOR[failure.code];
  if (own) say(node, own);
  else if (failure.message && failure.kind) node.textContent = failure.message;
  else say(node, OWN_WORDS[failure.kind] ?? "serverFailure");
}
