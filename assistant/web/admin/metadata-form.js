// What is known of a document, to be corrected by a person.

import { element } from "../elements.js";
import { KINDS } from "../explorer/document-kinds.js";
import { whileBusy } from "./doing.js";

const TEXTS = { title: "fieldTitle", document_number: "columnNumber", issuer: "columnIssuer", signatory: "fieldSignatory" };
const DAYS = { issued_on: "issuedOn", signed_on: "signedOn", effective_on: "effectiveOn" };
const FURTHER = { region: "region", disclosure: "disclosure", source: "origin" };
const VISIBILITY = { public: "public", internal: "internal" };

function labelled(name, key, control, corrected) {
  const label = element("label", { for: control.id }, element("span", { say: key }), corrected && element("span", { class: "tag", say: "corrected" }));
  return element("div", { class: "field" }, label, control);
}

function input(name, value, attributes = {}) {
  return element("input", { type: "text", id: `about-${name}`, name, value: value ?? "", autocomplete: "off", ...attributes });
}

function select(name, value, options) {
  const control = element("select", { id: `about-${name}`, name }, Object.entries(options).map(([option, key]) => element("option", { value: option, say: key })));
  control.value = value;
  return control;
}

function values(about) {
  const [first, last] = about.period ?? ["", ""];
  const plain = ["title", "document_number", "issuer", "signatory", "issued_on", "signed_on", "effective_on", "region", "disclosure", "source", "kind", "visibility"];
  return { ...Object.fromEntries(plain.map((name) => [name, about[name] ?? ""])), first: String(first), last: String(last) };
}

/** What the form says that is another than before; an emptied field takes a correction back. */
function changes(form, before) {
  const given = Object.fromEntries(Object.keys(before).map((name) => [name, form.elements.namedItem(name).value.trim()]));
  const changed = Object.fromEntries(
    Object.entries(given)
      .filter(([name, value]) => value !== before[name] && !["first", "last"].includes(name))
      .map(([name, value]) => [name, value || null]),
  );
  if (given.first !== before.first || given.last !== before.last) changed.period = given.first || given.last ? [Number(given.first), Number(given.last)] : null;
  return changed;
}

/**
 * A form of what is known of a document, `about`; `corrected` are the fields that a person corrected. `onSave(fields)` keeps what was
 * changed and may throw; null takes a correction back.
 */
export function metadataForm(about, corrected, onSave) {
  const before = values(about);
  const said = element("div", { role: "alert" });
  const kept = element("p", { class: "kept", role: "status" });
  const save = element("button", { type: "submit", class: "solid-button", say: "saveMetadata" });
  const line = (name, key, control) => labelled(name, key, control, name in corrected);
  const form = element(
    "form",
    { class: "metadata-form" },
    line("visibility", "visibility", select("visibility", about.visibility, VISIBILITY)),
    Object.entries(TEXTS).map(([name, key]) => line(name, key, input(name, about[name], { maxlength: 500 }))),
    line("kind", "columnKind", select("kind", about.kind, KINDS)),
    Object.entries(DAYS).map(([name, key]) => line(name, key, input(name, about[name], { type: "date" }))),
    line("period", "fieldFirstYear", input("first", before.first, { type: "number", min: 1900, max: 2200 })),
    line("period", "fieldLastYear", input("last", before.last, { type: "number", min: 1900, max: 2200 })),
    Object.entries(FURTHER).map(([name, key]) => line(name, key, input(name, about[name], { maxlength: 1000 }))),
    element("div", { class: "form-end" }, element("p", { class: "beneath", say: "metadataNote" }), said, kept, element("div", { class: "actions" }, save)),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    kept.replaceChildren();
    const fields = changes(form, before);
    if (!Object.keys(fields).length) kept.append(element("span", { say: "nothingChanged" }));
    else if (await whileBusy(save, said, () => onSave(fields))) kept.append(element("span", { say: "metadataKept" }));
  });
  return form;
}
