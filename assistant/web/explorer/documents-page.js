// All documents with what is known of them.

import { documentAddress } from "../addresses.js";
import { element } from "../elements.js";
import { KINDS } from "./document-kinds.js";
import { ListPage } from "./list-page.js";
import { dataTable } from "./table.js";
import { validity } from "./validity.js";

/** The years of a document's period and whether it is running. */
export function periodOf({ period }) {
  const told = validity(period, new Date().getFullYear());
  if (!told) return null;
  const [first, last] = period;
  const years = element("span", { class: "one-line", say: "period", values: { first, last } });
  return [years, element("span", { class: `badge ${told.badge}`, say: told.key })];
}

const columns = [
  {
    say: "columnDocument",
    heads: true,
    cell: ({ id, title, visibility }) => [
      element("a", { class: "named", href: documentAddress(id), lang: "zh-CN" }, title),
      " ",
      visibility === "internal" && element("span", { class: "badge badge-partial", say: "internalDocument" }),
    ],
  },
  { say: "columnKind", cell: ({ kind }) => element("span", { class: "one-line", say: KINDS[kind] }) },
  { say: "columnNumber", cell: ({ document_number: number }) => number && element("span", { lang: "zh-CN" }, number) },
  { say: "columnIssuer", cell: ({ issuer }) => issuer && element("span", { lang: "zh-CN" }, issuer) },
  { say: "columnDate", cell: (document) => element("span", { class: "one-line" }, document.issued_on ?? document.signed_on) },
  { say: "columnPeriod", cell: periodOf },
];

/** Shows the page in `main`. */
export function documentsPage(main) {
  new ListPage(main, {
    path: "documents",
    heading: "navDocuments",
    intro: "documentsIntro",
    arranged: [],
    order: {},
    filters: [
      { name: "words", say: "filterDocumentWords", kind: "text" },
      { name: "kind", say: "filterDocumentKind", kind: "select", options: Object.entries(KINDS) },
      { name: "year", say: "filterYear", kind: "number" },
    ],
    show: ({ documents }) => dataTable("navDocuments", columns, documents),
  });
}
