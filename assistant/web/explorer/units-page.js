// All departments with what the documents give them to do.

import { element } from "../elements.js";
import { unitAddress } from "./addresses.js";
import { ListPage } from "./list-page.js";
import { dataTable } from "./table.js";

function nameCell({ name, aliases }) {
  const others = aliases.length > 0 && element("span", { class: "beneath" }, aliases.join("、"));
  return element("span", { lang: "zh-CN" }, element("a", { class: "named", href: unitAddress(name) }, name), others);
}

const count = (name, key) => ({ say: key, sort: name, number: true, cell: (unit) => String(unit[name]) });

const columns = [
  { say: "columnUnit", sort: "name", heads: true, cell: nameCell },
  count("tasks", "columnTasks"),
  count("lead", "roleLead"),
  count("cooperating", "roleCooperating"),
  count("targets", "columnTargets"),
  count("scenarios", "columnScenarios"),
];

/** Shows the page in `main`. */
export function unitsPage(main) {
  new ListPage(main, {
    path: "units",
    heading: "navUnits",
    intro: "unitsIntro",
    order: { sort: "tasks", order: "desc" },
    filters: [
      { name: "name", say: "filterUnitName", kind: "text" },
      { name: "document_id", say: "filterDocument", kind: "document" },
    ],
    show: ({ items }, query, onSort) => dataTable("navUnits", columns, items, { query, onSort }),
  });
}
