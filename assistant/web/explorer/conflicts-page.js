// What two places state differently, side by side.

import { element } from "../elements.js";
import { ListPage } from "./list-page.js";
import { quotedParts } from "./quoted.js";
import { sourceLink } from "./source-link.js";

const KINDS = { target: "kindTarget", responsibility: "kindResponsibility", scenario: "kindScenario" };
const DIFFERENCES = { value: "differsValue", year: "differsYear", units: "differsUnits", column: "differsColumn" };

function side(party) {
  const quote = quotedParts(party.quote, party.value).map(({ text, marked }) => (marked ? element("strong", { class: "told" }, text) : text));
  return element(
    "li",
    { class: "side" },
    party.value !== party.quote && element("p", { class: "side-value", lang: "zh-CN" }, party.value),
    element("blockquote", { class: "quote", lang: "zh-CN" }, quote),
    sourceLink(party),
  );
}

function conflictArticle(conflict) {
  return element(
    "article",
    { class: "conflict" },
    element("h2", { lang: "zh-CN" }, conflict.subject),
    element(
      "p",
      { class: "badges" },
      element("span", { class: "badge", say: KINDS[conflict.kind] }),
      element("span", { class: "beneath", say: DIFFERENCES[conflict.differs] }),
      conflict.column && element("span", { class: "beneath", lang: "zh-CN" }, conflict.column),
      conflict.year && element("span", { class: "beneath", say: "inYear", values: { year: conflict.year } }),
    ),
    conflict.adds_up && element("p", { class: "explained", say: "addsUp" }),
    element("ul", { class: "sides" }, conflict.parties.map(side)),
  );
}

/** Shows the page in `main`. */
export function conflictsPage(main) {
  new ListPage(main, {
    path: "conflicts",
    heading: "navConflicts",
    intro: "conflictsIntro",
    arranged: ["offset"],
    order: {},
    filters: [
      { name: "text", say: "filterText", kind: "text" },
      { name: "kind", say: "filterKind", kind: "select", options: Object.entries(KINDS) },
      { name: "year", say: "filterYear", kind: "number" },
      { name: "document_id", say: "filterDocument", kind: "document" },
    ],
    show: ({ items }) => items.map(conflictArticle),
  });
}
