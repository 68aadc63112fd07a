// All targets, and the yearly series among them.

import { chartSection } from "./chart.js";
import { targetColumns } from "./columns.js";
import { ListPage, SORTED_PAGES } from "./list-page.js";
import { dataTable } from "./table.js";

async function charts({ sort: _, order: __, offset, ...filters }) {
  if (offset) return null;
  try {
    return await chartSection(filters);
  } catch {
    // The table still has all that fits; charts add only the other years of a series.
    return null;
  }
}

/** Shows the page in `main`. */
export function targetsPage(main) {
  new ListPage(main, {
    path: "targets",
    heading: "navTargets",
    intro: "targetsIntro",
    arranged: SORTED_PAGES,
    order: {},
    filters: [
      { name: "words", say: "filterWords", kind: "text" },
      { name: "year", say: "filterYear", kind: "number" },
      { name: "document_id", say: "filterDocument", kind: "document" },
      { name: "owner", say: "filterOwner", kind: "unit" },
      { name: "unit", say: "filterMeasure", kind: "text" },
      { name: "figure", say: "filterFigure", kind: "select", options: [["true", "withFigure"], ["false", "withoutFigure"]] },
    ],
    show: async ({ items }, query, onSort) => [await charts(query), dataTable("navTargets", targetColumns, items, { query, onSort })],
  });
}
