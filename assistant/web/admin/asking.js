// Asks before something is done that others notice.

import { button, element } from "../elements.js";

/** Asks the question `key` in a small window and says what it means; resolves to true once `doKey` was chosen. With `noteKey` it has a field: `{note}`. */
export function confirmed(headingKey, textKey, values, doKey, noteKey) {
  const dialog = document.getElementById("question-panel");
  const note = element("textarea", { id: "question-note", rows: 2, maxlength: 2000 });
  const heading = element("h2", { id: "question-title", say: headingKey, values });
  dialog.setAttribute("aria-labelledby", heading.id);
  return new Promise((resolve) => {
    let answer = null;
    const choose = (value) => {
      answer = value;
      dialog.close();
    };
    dialog.replaceChildren(
      element("div", { class: "sheet-head" }, heading),
      element(
        "div",
        { class: "sheet-body" },
        element("p", { say: textKey, values }),
        noteKey && element("div", { class: "field" }, element("label", { for: note.id, say: noteKey }), note),
        element(
          "div",
          { class: "actions" },
          button(doKey, "solid-button", () => choose({ note: note.value.trim() || null })),
          button("cancel", "quiet-button", () => choose(null)),
        ),
      ),
    );
    dialog.addEventListener("close", () => resolve(answer), { once: true });
    dialog.showModal();
  });
}
