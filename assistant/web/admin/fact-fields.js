// The fields of a fact as a form: each as text, and back.

import { element } from "../elements.js";

const LABELS = {
  subject: "fieldSubject",
  value: "fieldValue",
  unit: "fieldUnit",
  comparator: "fieldComparator",
  year: "fieldYear",
  years: "fieldYears",
  deadline: "fieldDeadline",
  cumulative: "cumulative",
  task: "columnTask",
  units: "columnUnits",
  lead: "roleLead",
  cooperating: "roleCooperating",
  shared: "roleShared",
  name: "columnScenario",
  builders: "columnBuilders",
  starts: "fieldStarts",
  ends: "fieldEnds",
  title: "fieldTitle",
  number: "columnNumber",
  issued_by: "columnIssuer",
};
const COMPARATORS = {
  equal: "comparatorEqual",
  at_least: "comparatorAtLeast",
  more_than: "comparatorMoreThan",
  at_most: "comparatorAtMost",
  less_than: "comparatorLessThan",
  about: "comparatorAbout",
  range: "comparatorRange",
  each_year: "comparatorEachYear",
};
const LISTS = ["units", "lead", "cooperating", "builders"];

/** The string that names a field of a fact. */
export const fieldLabel = (name) => LABELS[name];

/** The value of a field as text. */
export function fieldText(name, value) {
  if (value === null || value === undefined) return "";
  if (name === "years") return value.join("-");
  return Array.isArray(value) ? value.join("、") : String(value);
}

/** The value that a text of a field means. */
export function fieldValue(name, text) {
  const words = text.trim();
  if (LISTS.includes(name)) return words.split(/[、,，;；]/).map((part) => part.trim()).filter(Boolean);
  if (!words) return null;
  if (name === "year") return Number(words);
  if (name === "years") return words.split(/[-—–至]+/).map(Number);
  return words;
}

function control(name, value) {
  const id = `fact-${name}`;
  if (typeof value === "boolean") return element("input", { type: "checkbox", id, name, checked: value });
  if (name === "comparator") {
    const select = element("select", { id, name }, Object.entries(COMPARATORS).map(([option, key]) => element("option", { value: option, say: key })));
    select.value = value;
    return select;
  }
  return element("input", { type: "text", id, name, value: fieldText(name, value), autocomplete: "off" });
}

/** A control with its label for every field of a fact. */
export function factControls(fields) {
  return Object.entries(fields).map(([name, value]) => {
    const input = control(name, value);
    const label = element("label", { for: input.id, say: LABELS[name] });
    const kind = typeof value === "boolean" ? "choice" : "field";
    return element("div", { class: kind }, kind === "choice" ? [input, label] : [label, input]);
  });
}

/** What `form` says of the fields that is another than `fields`. */
export function changedFields(form, fields) {
  const changed = {};
  for (const [name, value] of Object.entries(fields)) {
    const input = form.elements.namedItem(name);
    const given = input.type === "checkbox" ? input.checked : input.value;
    const before = input.type === "checkbox" ? value : fieldText(name, value);
    if (given !== before) changed[name] = input.type === "checkbox" || name === "comparator" ? given : fieldValue(name, given);
  }
  return changed;
}
