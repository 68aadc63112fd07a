// A document's text, and beside it what was read from it: a fact that is chosen is marked in the text.

import { documentText } from "../document-view.js";
import { button, element } from "../elements.js";
import { correctionForm } from "./correction-form.js";
import { tell } from "./doing.js";
import { factWords } from "./fact-words.js";
import { factKind } from "./pieces.js";

const KINDS = ["target", "responsibility", "scenario", "policy"];

class FactsView {
  #blocks;
  #facts;
  #mayCorrect;
  #paper = element("div", { class: "paper", tabindex: "0", role: "region", sayLabel: "documentLabel" });
  #list = element("div", { class: "fact-list" });

  constructor(blocks, facts, mayCorrect) {
    this.#blocks = blocks;
    this.#facts = facts;
    this.#mayCorrect = mayCorrect;
    this.element = element("div", { class: "facts-view" }, this.#paper, element("section", { class: "fact-side", sayLabel: "factsLabel" }, this.#list));
    this.#mark(null);
    this.#fill();
  }

  #mark(fact) {
    this.#paper.replaceChildren(documentText(this.#blocks, fact));
    const mark = this.#paper.querySelector("mark");
    if (!mark) return;
    const frame = this.#paper.getBoundingClientRect();
    this.#paper.scrollTop += mark.getBoundingClientRect().top - frame.top - frame.height / 3;
  }

  #fill() {
    const groups = KINDS.map((kind) => [kind, this.#facts.filter((fact) => fact.kind === kind)]).filter(([, facts]) => facts.length);
    const nothing = element("p", { class: "nothing", say: "noFacts" });
    this.#list.replaceChildren(...(groups.length ? groups.map(([kind, facts], index) => this.#group(kind, facts, index === 0)) : [nothing]));
  }

  #group(kind, facts, open) {
    const head = element("summary", { say: factKind(kind), values: { count: facts.length } });
    return element("details", { class: "fact-group", open }, head, element("ul", {}, facts.map((fact) => this.#item(fact))));
  }

  #item(fact) {
    const place = element("div");
    const choose = element(
      "button",
      { type: "button", class: "fact-choice", "aria-pressed": "false", onclick: () => this.#show(fact, choose) },
      element("span", { class: "named", lang: "zh-CN" }, fact.name),
      element("span", { class: "beneath" }, factWords(fact)),
    );
    const correct = this.#mayCorrect && button("correct", "text-button", () => this.#correct(fact, choose, correct, place));
    correct?.setAttribute?.("aria-description", fact.name);
    return element("li", {}, choose, correct, place);
  }

  #show(fact, control) {
    this.#choose(fact, control);
    // On a narrow screen the text lies above the facts, out of view.
    if (!matchMedia("(min-width: 64rem)").matches) this.#paper.scrollIntoView({ block: "nearest" });
  }

  #choose(fact, control) {
    for (const other of this.#list.querySelectorAll(".fact-choice")) other.setAttribute("aria-pressed", String(other === control));
    this.#mark(fact);
  }

  #correct(fact, choose, control, place) {
    this.#choose(fact, choose);
    for (const form of this.#list.querySelectorAll(".correction-form")) form.remove();
    const form = correctionForm(fact, (kept) => {
      form.remove();
      if (kept) place.replaceChildren(element("p", { class: "kept", say: "proposed" }));
      if (kept) tell("proposed");
      control.focus();
    });
    place.replaceChildren(form);
    form.querySelector("input, textarea").focus();
  }
}

/** The text of `blocks` with `facts` beside it; `mayCorrect`: each can be corrected. */
export function factsView(blocks, facts, mayCorrect) {
  return new FactsView(blocks, facts, mayCorrect).element;
}
