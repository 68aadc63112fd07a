// The title of the page, in its language.

import { say } from "../language.js";

/** Titles the page with the string `key`. */
export function setTitle(key, values) {
  say(document.querySelector("title"), key, values);
}
