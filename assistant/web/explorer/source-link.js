// Links from what is listed to the words that prove it.

import { passageAddress } from "../addresses.js";
import { titleOf } from "../answer-text.js";
import { element } from "../elements.js";

/** The headings above a passage, without those that only say more than the one below them: a table stands under its own name. */
export function sectionPath(section) {
  return section.filter((heading, index) => !section[index + 1] || !heading.includes(section[index + 1])).join(" › ");
}

/** A link to the words from `start` to `end` of the document of `item`, its quote where they are not given. */
export function sourceLink(item, start = item.start, end = item.end) {
  return element(
    "a",
    { class: "source-link", href: passageAddress(item, start, end), lang: "zh-CN" },
    element("span", { class: "source-document" }, titleOf(item.document_title)),
    item.section.length > 0 && element("span", { class: "source-section" }, sectionPath(item.section)),
  );
}
