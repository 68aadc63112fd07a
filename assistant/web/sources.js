// The numbered sources under an answer.

import { repeatedMarkers, titleOf } from "./answer-text.js";
import { element } from "./elements.js";

const SHOWN_AT_FIRST = 4;
const itemOf = new WeakMap();

/** Marks the source whose document is open beside the answer; null when none is. */
export function markAsOpen(citation) {
  document.querySelector(".source[aria-current]")?.removeAttribute("aria-current");
  if (citation) itemOf.get(citation)?.setAttribute("aria-current", "true");
}

/** Words of the document; a gap between cells is drawn but stays a tab for whoever copies it. */
export function quoteElement(quote) {
  const cells = quote.split("\t");
  const parts = cells.flatMap((cell, index) => (index ? [element("span", { class: "cell-gap" }, "\t"), cell] : [cell]));
  return element("blockquote", { class: "quote", lang: "zh-CN" }, parts);
}

function sourceItem(answer, index, openSource, quoted) {
  const citation = answer.citations[index];
  const number = citation.document_number && `（${citation.document_number}）`;
  const title = element("span", { class: "source-title", lang: "zh-CN" }, titleOf(citation.document_title), number);
  const opener = element(
    "button",
    { type: "button", class: "source-open", onclick: (event) => openSource(answer.citations, index, event.currentTarget) },
    element("span", { class: "source-number" }, `[${citation.marker}]`),
    title,
    element("span", { class: "source-go", say: "openSource" }),
  );
  const place = [
    citation.internal && element("span", { class: "badge badge-partial", say: "internalDocument" }),
    citation.section?.length && element("span", { lang: "zh-CN" }, citation.section.join(" › ")),
    citation.page && element("span", { class: "source-page", say: "page", values: { page: citation.page } }),
    citation.document_date && element("time", { datetime: citation.document_date }, citation.document_date),
  ].filter(Boolean);
  const placeLine = place.length > 0 && element("p", { class: "source-place" }, place);
  const item = element("li", { class: "source" }, opener, placeLine, quoted && quoteElement(citation.quote));
  itemOf.set(citation, item);
  return item;
}

function foldSources(list, items) {
  const folded = items.slice(SHOWN_AT_FIRST);
  folded.forEach((item) => item.setAttribute("hidden", ""));
  const more = element("button", {
    type: "button",
    class: "quiet-button",
    say: "moreSources",
    values: { count: folded.length },
    onclick: () => {
      folded.forEach((item) => item.removeAttribute("hidden"));
      more.remove();
      folded[0].querySelector("button").focus();
    },
  });
  list.after(more);
}

/** The sources of an answer with their quotes, the first few unfolded; null where there are none. */
export function sourceList(answer, openSource) {
  const count = answer.citations.length;
  if (!count) return null;
  const proves = answer.status === "answered" || answer.status === "partial";
  const said = repeatedMarkers(answer);
  const items = answer.citations.map(({ marker }, index) => sourceItem(answer, index, openSource, !said.has(marker)));
  const list = element("ol", { class: "source-list" }, items);
  const heading = element("h3", { say: proves ? "sourcesHeading" : "nearestHeading", values: { count } });
  const section = element("section", { class: "sources" }, heading, list);
  if (count > SHOWN_AT_FIRST + 1) foldSources(list, items);
  return section;
}
