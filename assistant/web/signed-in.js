// Tells whoever is signed in that internal documents are included in what the page shows.

import { site } from "./api.js";
import { element } from "./elements.js";

/** Puts a line below the names of the pages where somebody is signed in. */
export async function tellWhoIsSignedIn() {
  try {
    const { caller } = await site();
    if (!caller) return;
    const line = element("p", { class: "signed-in" }, element("span", { say: "signedInAs", values: { name: caller.name } }), " ", element("a", { href: "admin", say: "toAdmin" }));
    document.querySelector(".site-nav").after(line);
  } catch {
    // The page serves all the same; each document that is internal says so itself.
  }
}
