// Proposes how a fact reads. The words that prove it are marked in the text beside the form.

import { button, element } from "../elements.js";
import { proposeCorrection } from "./calls.js";
import { whileBusy } from "./doing.js";
import { changedFields, factControls } from "./fact-fields.js";

const LONGEST_EVIDENCE = 400;

/** A form for the fact; `onDone(kept)` hears when it was kept, or given up. */
export function correctionForm(fact, onDone) {
  const none = element("input", { type: "checkbox", id: "no-fact" });
  const fields = element("fieldset", { class: "fact-fields" }, element("legend", { say: "correctLegend" }), factControls(fact.fields));
  const evidence = element("textarea", { id: "evidence", name: "evidence", rows: 2, maxlength: LONGEST_EVIDENCE, "aria-describedby": "evidence-note" });
  const note = element("textarea", { id: "correction-note", name: "note", rows: 2, maxlength: 2000, required: true });
  const said = element("div", { role: "alert" });
  const propose = element("button", { type: "submit", class: "solid-button", say: "propose" });
  const take = button("takeSelection", "quiet-button", () => {
    evidence.value = String(getSelection()).replace(/\s+/g, " ").trim().slice(0, LONGEST_EVIDENCE);
  });
  // A press would otherwise take the selection away before it is read.
  take.addEventListener("mousedown", (event) => event.preventDefault());
  none.addEventListener("change", () => (fields.disabled = none.checked));
  const form = element(
    "form",
    { class: "correction-form", sayLabel: "correctFact" },
    element("div", { class: "choice" }, none, element("label", { for: none.id, say: "noFact" })),
    fields,
    element("div", { class: "field" }, element("label", { for: evidence.id, say: "evidenceLabel" }), evidence, element("p", { class: "beneath", id: "evidence-note", say: "evidenceNote" }), take),
    element("div", { class: "field" }, element("label", { for: note.id, say: "correctionNote" }), note),
    said,
    element("div", { class: "actions" }, propose, button("cancel", "quiet-button", () => onDone(false))),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const proposal = {
      fact_id: fact.id,
      quote: fact.quote,
      fields: none.checked ? null : changedFields(form, fact.fields),
      evidence: evidence.value.trim(),
      note: note.value.trim(),
    };
    if (await whileBusy(propose, said, () => proposeCorrection(proposal))) onDone(true);
  });
  return form;
}
