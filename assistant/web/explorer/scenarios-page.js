// All scenarios and projects of the tables.

import { scenarioColumns } from "./columns.js";
import { ListPage, SORTED_PAGES } from "./list-page.js";
import { dataTable } from "./table.js";

/** Shows the page in `main`. */
export function scenariosPage(main) {
  new ListPage(main, {
    path: "scenarios",
    heading: "navScenarios",
    intro: "scenariosIntro",
    arranged: SORTED_PAGES,
    order: {},
    filters: [
      { name: "words", say: "filterWords", kind: "text" },
      { name: "builder", say: "filterBuilder", kind: "unit" },
      { name: "year", say: "filterYear", kind: "number" },
      { name: "document_id", say: "filterDocument", kind: "document" },
    ],
    show: ({ items }, query, onSort) => dataTable("navScenarios", scenarioColumns, items, { query, onSort }),
  });
}
