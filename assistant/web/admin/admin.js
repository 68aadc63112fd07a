// Puts a page of the administration together: which one it is, its address says. Who is not signed in is asked for a key first.

import { site } from "../api.js";
import { displayPanel, startDisplay } from "../display.js";
import { element } from "../elements.js";
import { explorerStrings } from "../explorer/strings.js";
import { setTitle } from "../explorer/title.js";
import { failed, loading } from "../explorer/trouble.js";
import { learnStrings, say, startLanguage, switchLanguage } from "../language.js";
import { signOut } from "./calls.js";
import { signInPage } from "./sign-in.js";
import { adminStrings } from "./strings.js";

// Only what a page needs is loaded.
const PAGES = {
  admin: () => import("./files-page.js"),
  "admin-draft": () => import("./draft-page.js"),
  "admin-document": () => import("./document-page.js"),
  "admin-ingests": () => import("./ingests-page.js"),
  "admin-corrections": () => import("./corrections-page.js"),
  "admin-questions": () => import("./questions-page.js"),
  "admin-audit": () => import("./audit-page.js"),
};
const WITHIN = { "admin-draft": "admin", "admin-document": "admin" };
const byId = (id) => document.getElementById(id);
const name = location.pathname.split("/").pop();
const main = byId("content");

async function leave() {
  await signOut();
  location.reload();
}

function showWhoIsIn({ name: who, role }) {
  byId("admin-nav").hidden = false;
  byId("sign-out").hidden = false;
  byId("audit-link").hidden = role !== "admin";
  say(byId("sign-out"), "signOutLabel", { who }, "sayLabel");
  document.querySelector(`.site-nav a[href="${WITHIN[name] ?? name}"]`)?.setAttribute("aria-current", WITHIN[name] ? "true" : "page");
}

async function show() {
  main.replaceChildren(loading());
  try {
    const { caller } = await site();
    const mayEdit = ["staff", "admin"].includes(caller?.role);
    if (mayEdit) showWhoIsIn(caller);
    main.replaceChildren();
    if (!mayEdit) signInPage(main);
    else await (await PAGES[name]()).showPage(main, caller);
  } catch (failure) {
    main.replaceChildren(element("h1", { say: "titleAdmin" }), failed(failure, show));
  }
}

learnStrings(explorerStrings);
learnStrings(adminStrings);
startDisplay();
startLanguage();
setTitle("titleAdmin");
byId("language").addEventListener("click", switchLanguage);
byId("display").addEventListener("click", displayPanel(byId("display-panel")));
byId("sign-out").addEventListener("click", leave);
show();
