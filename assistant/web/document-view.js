// A document's blocks as elements, the characters of one span marked.

import { element } from "./elements.js";
import { markedPieces } from "./highlight.js";
import { say } from "./language.js";

const STACKED_FROM_COLUMNS = 5;
const TITLE_RANK = 3;
const LOWEST_RANK = 6;
const DEEPEST_LOOK = 3;

function textNodes({ start, text }, span) {
  return markedPieces(text ?? "", start, span).map((piece) => (piece.marked ? element("mark", {}, piece.text) : piece.text));
}

function rowElement(row, headings, span) {
  const cells = row.cells.map((cell, index) => {
    const heading = headings[index]?.text;
    const attributes = row.header ? { role: "columnheader" } : { role: "cell", "data-heading": heading };
    if (!cell.text) attributes.class = "empty";
    return element(row.header ? "th" : "td", attributes, element("span", { class: "cell-text" }, textNodes(cell, span)));
  });
  return element("tr", { role: "row", class: row.header ? "heading-row" : undefined }, cells);
}

function tableElement(block, span) {
  const rows = [];
  let headings = [];
  for (const row of block.rows) {
    if (row.header) headings = row.cells;
    rows.push(rowElement(row, headings, span));
  }
  const columns = Math.max(...block.rows.map((row) => row.cells.length));
  const stacked = columns >= STACKED_FROM_COLUMNS && headings.length > 0;
  const table = element("table", { role: "table", class: stacked ? "stacked" : undefined }, element("tbody", { role: "rowgroup" }, rows));
  return element("div", { class: "table-frame", role: "group", tabindex: "0", sayLabel: "tableLabel" }, table);
}

/** The id of the heading that begins at `start`. */
export function headingId(start) {
  return `at-${start}`;
}

/** A heading looks as deep as it is, but its tag `rank` never skips one: documents do, for screen readers it must not. */
function headingElement(block, rank, span) {
  const look = Math.min(block.level ?? 1, DEEPEST_LOOK);
  return element(`h${rank}`, { class: `document-heading level-${look}`, id: headingId(block.start) }, textNodes(block, span));
}

function blockElement(block, rank, span) {
  if (block.kind === "table" && block.rows?.length) return tableElement(block, span);
  if (block.kind === "title") return element(`h${TITLE_RANK}`, { class: "document-title" }, textNodes(block, span));
  if (block.kind === "heading") return headingElement(block, rank, span);
  return element("p", {}, textNodes(block, span));
}

/** The blocks in reading order with the characters of `span` in <mark>; a label stands where a new page begins. */
function documentElements(blocks, span) {
  let page = null;
  const top = blocks.some((block) => block.kind === "title") ? TITLE_RANK : TITLE_RANK - 1;
  let rank = top;
  return blocks.flatMap((block) => {
    const turned = block.page && block.page !== page;
    page = block.page ?? page;
    if (block.kind === "heading") rank = Math.min(top + (block.level ?? 1), rank + 1, LOWEST_RANK);
    const label = turned ? [element("p", { class: "page-label", say: "page", values: { page } })] : [];
    return [...label, blockElement(block, rank, span)];
  });
}

/** The document as one element; the marked characters, if any, begin and end audibly and can take the focus. */
export function documentText(blocks, span) {
  const text = element("div", { class: "document", lang: "zh-CN" }, documentElements(blocks, span));
  const marks = [...text.querySelectorAll("mark")];
  if (marks.length) {
    say(marks[0], "quoteStart", undefined, "sayBefore");
    say(marks.at(-1), "quoteEnd", undefined, "sayAfter");
    marks[0].setAttribute("tabindex", "-1");
  }
  return text;
}
