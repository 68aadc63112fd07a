// Corrections of facts: what was proposed, and what an admin decides of it.

import { button, element } from "../elements.js";
import { confirmed } from "./asking.js";
import { factCorrections, reviewCorrection } from "./calls.js";
import { whileBusy } from "./doing.js";
import { fieldLabel, fieldText } from "./fact-fields.js";
import { publishIn } from "./ingest-panel.js";
import { badge, moment, personOf, term } from "./pieces.js";

const STATES = { proposed: ["correctionProposed"], approved: ["correctionApproved", "good"], rejected: ["correctionRejected", "warn"], revoked: ["correctionRevoked", "warn"] };

function changesOf({ fields, stated }) {
  const changed = Object.entries(fields);
  if (!changed.length) return element("p", { say: "isNoFact" });
  return element(
    "dl",
    { class: "facts" },
    changed.flatMap(([name, value]) => term(fieldLabel(name), element("del", {}, fieldText(name, stated[name]) || "—"), " → ", element("strong", {}, fieldText(name, value) || "—"))),
  );
}

class CorrectionsPage {
  #main;
  #caller;
  #list = element("div", { class: "results" });
  #progress = element("div");
  #said = element("div", { role: "alert" });
  #state = element("select", { id: "correction-state" });

  constructor(main, caller) {
    this.#main = main;
    this.#caller = caller;
  }

  async show() {
    this.#state.append(element("option", { value: "", say: "all" }), ...Object.entries(STATES).map(([value, [key]]) => element("option", { value, say: key })));
    this.#state.addEventListener("change", () => this.#fill());
    this.#main.append(
      element("h1", { say: "adminCorrections" }),
      element("p", { class: "explained", say: "correctionsIntro" }),
      element("div", { class: "filters" }, element("div", { class: "field" }, element("label", { for: this.#state.id, say: "columnState" }), this.#state)),
      this.#said,
      this.#progress,
      this.#list,
    );
    await this.#fill();
  }

  async #fill() {
    const found = await factCorrections(this.#state.value);
    const nothing = element("p", { class: "nothing", say: "noCorrections" });
    this.#list.replaceChildren(...(found.length ? found.map((each) => this.#item(each)) : [nothing]));
  }

  #item(correction) {
    const [key, kind] = STATES[correction.state];
    const { file, stated, quote, evidence, note, proposer, proposed_at: at, reviewer, review_note: reviewNote } = correction;
    return element(
      "article",
      { class: "correction" },
      element("p", { class: "badges" }, badge(key, kind), element("span", {}, file), personOf(proposer), moment(at)),
      element("h3", { lang: "zh-CN" }, stated.subject ?? stated.task ?? stated.name ?? stated.title),
      changesOf(correction),
      element("blockquote", { class: "quote", lang: "zh-CN" }, evidence || quote),
      element("dl", { class: "facts" }, term("correctionNote", note), term("reviewNote", reviewNote), term("reviewedBy", reviewer && personOf(reviewer))),
      this.#actions(correction),
    );
  }

  #actions({ id, state }) {
    if (this.#caller.role !== "admin" || !["proposed", "approved"].includes(state)) return null;
    const act = (key, verdict, className) => {
      const control = button(key, className, () => this.#decide(control, id, verdict, key));
      return control;
    };
    if (state === "approved") return element("p", { class: "actions" }, act("revoke", "revoked", "quiet-button"));
    return element("p", { class: "actions" }, act("approve", "approved", "solid-button"), act("reject", "rejected", "quiet-button"));
  }

  async #decide(control, id, verdict, key) {
    const answer = await confirmed("reviewHeading", verdict === "rejected" ? "rejectText" : "approveText", {}, key, "reviewNote");
    if (!answer) return;
    await whileBusy(control, this.#said, async () => {
      await reviewCorrection(id, verdict, answer.note);
      if (verdict !== "rejected") await publishIn(this.#progress, [], () => {});
      await this.#fill();
    });
  }
}

/** Shows the page in `main`. */
export function showPage(main, caller) {
  return new CorrectionsPage(main, caller).show();
}
