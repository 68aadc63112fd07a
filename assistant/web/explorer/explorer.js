// Puts a page of the explorer together: which one it is, its address says.

import { displayPanel, startDisplay } from "../display.js";
import { learnStrings, startLanguage, switchLanguage } from "../language.js";
import { tellWhoIsSignedIn } from "../signed-in.js";
import { conflictsPage } from "./conflicts-page.js";
import { documentPage } from "./document-page.js";
import { documentsPage } from "./documents-page.js";
import { scenariosPage } from "./scenarios-page.js";
import { explorerStrings } from "./strings.js";
import { targetsPage } from "./targets-page.js";
import { setTitle } from "./title.js";
import { unitPage } from "./unit-page.js";
import { unitsPage } from "./units-page.js";

const PAGES = {
  units: { title: "titleUnits", show: unitsPage },
  unit: { title: "titleUnits", show: unitPage, within: "units" },
  targets: { title: "titleTargets", show: targetsPage },
  scenarios: { title: "titleScenarios", show: scenariosPage },
  conflicts: { title: "titleConflicts", show: conflictsPage },
  documents: { title: "titleDocuments", show: documentsPage },
  document: { title: "titleDocuments", show: documentPage, within: "documents" },
};
const byId = (id) => document.getElementById(id);
const name = location.pathname.split("/").pop();
const page = PAGES[name];

learnStrings(explorerStrings);
startDisplay();
startLanguage();
tellWhoIsSignedIn();
byId("language").addEventListener("click", switchLanguage);
byId("display").addEventListener("click", displayPanel(byId("display-panel")));
setTitle(page.title);
document.querySelector(`.site-nav a[href="${page.within ?? name}"]`).setAttribute("aria-current", page.within ? "true" : "page");
page.show(byId("content"));
