// Tables of items: columns that can be sorted, rows that become cards on a phone.

import { element } from "../elements.js";
import { nextOrder } from "./page-query.js";

const SORTED = { asc: "ascending", desc: "descending" };

function heading(column, query, onSort) {
  if (!column.sort) return element("th", { role: "columnheader", scope: "col", class: "plain", say: column.say });
  const sorted = query.sort === column.sort;
  const order = query.order === "desc" ? "desc" : "asc";
  const control = element(
    "button",
    { type: "button", class: "sort-button", onclick: () => onSort(nextOrder(query, column.sort, column.number || column.descends ? "desc" : "asc")) },
    element("span", { say: column.say }),
    element("span", { class: "sort-sign", "aria-hidden": "true" }, sorted ? (order === "desc" ? "↓" : "↑") : "↕"),
  );
  const attributes = { role: "columnheader", scope: "col", "data-sort": column.sort, "aria-sort": sorted ? SORTED[order] : undefined };
  return element("th", attributes, control);
}

function cell(column, item) {
  const content = [column.cell(item)].flat().filter((part) => part !== null && part !== undefined && part !== false && part !== "");
  const kind = [column.number && "number", !content.length && "empty"].filter(Boolean).join(" ");
  const attributes = { class: kind || undefined, sayBefore: column.say };
  if (column.heads) return element("th", { ...attributes, role: "rowheader", scope: "row" }, content);
  return element("td", { ...attributes, role: "cell" }, content);
}

/**
 * A table of `items`, called `label`. A column is `{say, cell(item), sort, number, heads, descends}`: the string of its heading, what
 * stands in a cell, the name of its order if it can be sorted, whether it holds numbers, whether it names the row, whether the greatest
 * come first. `onSort({sort, order})` hears of a choice.
 */
export function dataTable(label, columns, items, { query = {}, onSort } = {}) {
  const top = columns.map((column) => heading(onSort ? column : { ...column, sort: undefined }, query, onSort));
  const rows = items.map((item) => element("tr", { role: "row" }, columns.map((column) => cell(column, item))));
  const table = element(
    "table",
    { class: "data-table", role: "table", sayLabel: label },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, top)),
    element("tbody", { role: "rowgroup" }, rows),
  );
  return element("div", { class: "table-frame", role: "group", tabindex: "0", sayLabel: "tableLabel" }, table);
}
