// Who did what.

import { element } from "../elements.js";
import { ListPage, SORTED_PAGES } from "../explorer/list-page.js";
import { dataTable } from "../explorer/table.js";
import { moment } from "./pieces.js";

const columns = [
  { say: "columnAction", heads: true, cell: ({ action }) => element("code", {}, action) },
  { say: "columnSubject", cell: ({ subject }) => subject },
  { say: "columnActor", cell: ({ actor }) => actor },
  { say: "columnAt", cell: ({ at }) => moment(at) },
  { say: "columnDetails", cell: ({ details }) => Object.keys(details).length > 0 && element("code", { class: "details" }, JSON.stringify(details)) },
];

/** Shows the page in `main`. */
export function showPage(main) {
  new ListPage(main, {
    path: "admin/audit",
    heading: "adminAudit",
    intro: "auditIntro",
    isNoFile: true,
    arranged: SORTED_PAGES.slice(2),
    order: {},
    filters: [
      { name: "actor", say: "columnActor", kind: "text" },
      { name: "action", say: "columnAction", kind: "text" },
    ],
    show: ({ items }) => dataTable("adminAudit", columns, items),
  });
}
