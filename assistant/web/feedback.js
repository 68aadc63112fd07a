// What a reader says of an answer: helpful, or what was wrong with it.

import { giveFeedback } from "./api.js";
import { button, element } from "./elements.js";

const FAULTS = { wrong_figure: "faultFigure", wrong_source: "faultSource", not_answered: "faultNotAnswered", other: "faultOther" };
const LONGEST_COMMENT = 2000;
let forms = 0;

function faultChoices(name) {
  const choice = ([fault, key]) =>
    element("label", { class: "choice" }, element("input", { type: "radio", name, value: fault, required: true }), element("span", { say: key }));
  return element("fieldset", {}, element("legend", { say: "faultQuestion" }), Object.entries(FAULTS).map(choice));
}

/** The form that asks what was wrong; `onSend(fault, comment)` takes what was said. */
function faultForm(onSend, onCancel) {
  const number = (forms += 1);
  const comment = element("textarea", { id: `comment-${number}`, rows: "2", maxlength: String(LONGEST_COMMENT) });
  const form = element(
    "form",
    { class: "fault-form" },
    faultChoices(`fault-${number}`),
    element("label", { for: comment.id, say: "faultComment" }),
    comment,
    element(
      "div",
      { class: "actions" },
      element("button", { type: "submit", class: "solid-button", say: "sendFeedback" }),
      button("cancel", "quiet-button", onCancel),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onSend(new FormData(form).get(`fault-${number}`), comment.value.trim() || undefined);
  });
  return form;
}

/** Whether the answer helped: two buttons, of which the second asks what was wrong; both give way to thanks. `announce(key)` tells a screen reader. */
export function feedback(answer, announce) {
  const box = element("div", { class: "feedback", role: "group", sayLabel: "feedbackLabel" });
  const send = async (...word) => {
    let result = "feedbackKept";
    try {
      await giveFeedback(answer.answer_id, ...word);
      box.replaceChildren(element("span", { class: "meta", say: "feedbackKept" }));
    } catch {
      result = "feedbackFailed";
      box.querySelector(".failed")?.remove();
      box.append(element("span", { class: "meta failed", say: "feedbackFailed" }));
    }
    announce(result);
  };
  const choose = () => {
    const notHelpful = button("notHelpful", "quiet-button", () => {
      const form = faultForm((fault, comment) => send("down", fault, comment), () => choose().focus());
      box.replaceChildren(form);
      form.querySelector("input").focus({ preventScroll: true });
      form.scrollIntoView({ block: "nearest" });
    });
    box.replaceChildren(button("helpful", "quiet-button", () => send("up")), notHelpful);
    return notHelpful;
  };
  choose();
  return box;
}
