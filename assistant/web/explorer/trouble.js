// What a page shows instead of its content: that it is coming, or that it failed.

import { button, element } from "../elements.js";
import { failureMessage } from "../failure.js";
import { say } from "../language.js";

const OWN_WORDS = { 404: "nothingHere", 422: "wrongQuery" };

/** That something is being fetched. */
export function loading() {
  return element("p", { class: "explained", role: "status", say: "loadingList" });
}

/** What a page of one thing shows where the thing could not be fetched: a heading, what is wrong, and the way to `all` of its kind. */
export function failedPage(failure, headingKey, all) {
  return [
    element("h1", { say: headingKey }),
    failed(failure, () => location.reload()),
    element("p", { class: "back" }, element("a", { href: all.href, say: all.say })),
  ];
}

/** That it could not be fetched, with a button that calls `again` where that may help. */
export function failed(failure, again) {
  const message = element("p", { role: "alert" });
  const own = OWN_WORDS[failure.status];
  if (own) say(message, own);
  else failureMessage(message, failure);
  return element("div", { class: "failure" }, message, !own && failure.retryable && button("retry", "solid-button", again));
}
