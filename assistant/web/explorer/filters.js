// The form above a list: its fields are the filters in the address of the page.

import { list } from "../api.js";
import { button, element } from "../elements.js";

const LONGEST = 200;
const MOST_UNITS = 1000;

function textField({ name, kind, example }) {
  const plain = { name, id: `filter-${name}`, autocomplete: "off", sayPlaceholder: example };
  if (kind === "number") return element("input", { ...plain, type: "number", min: 1900, max: 2200, step: 1 });
  return element("input", { ...plain, type: "search", maxlength: LONGEST });
}

function selectField({ name, options = [] }) {
  const choices = options.map(([value, key]) => element("option", { value, say: key }));
  return element("select", { name, id: `filter-${name}` }, element("option", { value: "", say: "all" }), choices);
}

/** Chooses `value`, which stands for itself where it is not among the options: what is looked for stays so without its title. */
function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) select.append(element("option", { value }, value));
  select.value = value;
}

async function fillWithDocuments(select) {
  try {
    const { documents } = await list("documents");
    const wanted = select.value;
    select.replaceChildren(select.options[0], ...documents.map(({ id, title }) => element("option", { value: id, lang: "zh-CN" }, title)));
    choose(select, wanted);
  } catch {
    // Without the titles a list can still be narrowed by everything else.
  }
}

async function nameUnits(input) {
  try {
    const { items } = await list("units", { limit: MOST_UNITS });
    const names = element("datalist", { id: `${input.id}-names` }, items.map(({ name }) => element("option", { value: name })));
    input.after(names);
    input.setAttribute("list", names.id);
  } catch {
    // As above: a name can be typed.
  }
}

function field(filter) {
  const control = filter.kind === "select" || filter.kind === "document" ? selectField(filter) : textField(filter);
  if (filter.kind === "document") fillWithDocuments(control);
  const label = element("label", { for: control.id, say: filter.say });
  const box = element("div", { class: `field field-${filter.kind}` }, label, control);
  if (filter.kind === "unit") nameUnits(control);
  return box;
}

/**
 * A form of `filters`, each `{name, say, kind}` with kind "text", "number", "unit", "select" (with `options`, pairs of value and string) or
 * "document"; `onChange(values)` hears what is looked for. Returns the form and `fill(values)`, which shows what is looked for.
 */
export function filterForm(filters, onChange) {
  const fields = filters.map(field);
  const form = element(
    "form",
    { class: "filters", role: "search", sayLabel: "filtersLabel" },
    fields,
    element(
      "div",
      { class: "filter-actions" },
      element("button", { type: "submit", class: "solid-button", say: "applyFilters" }),
      button("clearFilters", "quiet-button", () => onChange({})),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onChange(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()])));
  });
  const fill = (wanted) => {
    for (const control of form.querySelectorAll("input, select")) {
      const value = wanted[control.name] ?? "";
      if (control.matches("select")) choose(control, value);
      else control.value = value;
    }
  };
  return { form, fill };
}
