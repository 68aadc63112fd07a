// An answer that the server sends as HTML, on the page. The server lets through what is listed here and nothing else; that it is
// built anew from this list, without attributes, keeps the page safe from whatever a server sends.

import { lineParts } from "./answer-text.js";

const TAGS = new Set("P STRONG EM UL OL LI TABLE THEAD TBODY TR TH TD CODE BR BLOCKQUOTE H3 H4".split(" "));

function copy(node, known, marked) {
  if (node.nodeType === Node.TEXT_NODE) return marked(lineParts(node.data, known));
  const children = [...node.childNodes].flatMap((child) => copy(child, known, marked));
  if (!TAGS.has(node.nodeName)) return children;
  const element = document.createElement(node.nodeName);
  element.append(...children);
  if (node.nodeName !== "TABLE") return [element];
  const frame = document.createElement("div");
  frame.className = "table-frame";
  frame.tabIndex = 0;
  frame.append(element);
  return [frame];
}

/**
 * The nodes of `html`, an answer whose sources have the markers `known`. `marked(parts)` makes nodes of a text that is cut into
 * parts by `lineParts`. Nothing runs or is fetched: the parsed document is never shown, only what is built from it.
 */
export function htmlNodes(html, known, marked) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].flatMap((node) => copy(node, known, marked));
}
