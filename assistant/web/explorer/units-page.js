// All departments with what the documents give them to do.

import { unitAddress } from "../addresses.js";
import { element } from "../elements.js";
import { ListPage, SORTED_PAGES } from "./list-page.js";
import { dataTable } from "./table.js";

function nameCell({ name, aliases }) {
  const others = aliases.length > 0 && element("span", { class: "beneath" }, aliases.join("、"));
  return element("span", { lang: "zh-CN" }, element("a", { class: "named", href: unitAddress(name) }, name), others);
}

const ROLES = {
  lead: "countLead",
  responsible: "countResponsible",
  shared: "countShared",
  cooperating: "countCooperating",
  inherited: "countInherited",
};

function tasksCell(unit) {
  const parts = Object.entries(ROLES)
    .filter(([role]) => unit[role])
    .map(([role, key]) => element("span", { class: "part", say: key, values: { count: unit[role] } }));
  return [element("span", { class: "figure" }, String(unit.tasks)), parts.length > 0 && element("span", { class: "beneath" }, parts)];
}

const count = (name, key) => ({ say: key, sort: name, number: true, cell: (unit) => String(unit[name]) });

const columns = [
  { say: "columnUnit", sort: "name", heads: true, cell: nameCell },
  { say: "columnTasks", sort: "tasks", descends: true, cell: tasksCell },
  count("targets", "columnTargets"),
  count("scenarios", "columnScenarios"),
];

/** Shows the page in `main`. */
export function unitsPage(main) {
  new ListPage(main, {
    path: "units",
    heading: "navUnits",
    intro: "unitsIntro",
    arranged: SORTED_PAGES,
    order: { sort: "tasks", order: "desc" },
    filters: [
      { name: "name", say: "filterUnitName", kind: "text" },
      { name: "document_id", say: "filterDocument", kind: "document" },
    ],
    show: ({ items }, query, onSort) => dataTable("navUnits", columns, items, { query, onSort }),
  });
}
