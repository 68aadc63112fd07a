// What was published, and the states that can be gone back to.

import { button, element } from "../elements.js";
import { dataTable } from "../explorer/table.js";
import { confirmed } from "./asking.js";
import { keptGenerations, latestIngests, useGeneration } from "./calls.js";
import { tell, whileBusy } from "./doing.js";
import { ingestBox, publishIn } from "./ingest-panel.js";
import { badge, moment } from "./pieces.js";

class IngestsPage {
  #main;
  #isAdmin;
  #generations = element("div");
  #ingests = element("div");
  #progress = element("div");
  #said = element("div", { role: "alert" });

  constructor(main, caller) {
    this.#main = main;
    this.#isAdmin = caller.role === "admin";
  }

  async show() {
    const again = button("publishDecisions", "solid-button", () => whileBusy(again, this.#said, () => publishIn(this.#progress, [], () => this.#fill())));
    this.#main.append(
      element("h1", { say: "adminIngests" }),
      element("p", { class: "explained", say: "ingestsIntro" }),
      element("p", { class: "actions" }, again),
      this.#said,
      this.#progress,
      element("h2", { say: "generationsHeading" }),
      element("p", { class: "explained", say: this.#isAdmin ? "generationsNote" : "generationsOfAdmins" }),
      this.#generations,
      element("h2", { say: "ingestsHeading" }),
      this.#ingests,
    );
    await this.#fill();
  }

  async #fill() {
    const [ingests, generations] = await Promise.all([latestIngests(), keptGenerations()]);
    const columns = [
      { say: "columnVersion", heads: true, cell: ({ id }) => element("span", { class: "one-line" }, id) },
      { say: "columnDate", cell: ({ created_at: at }) => at && moment(at) },
      { say: "columnDocuments", number: true, cell: ({ documents }) => documents },
      { say: "columnState", cell: ({ current, usable }) => (current ? badge("generationCurrent", "good") : !usable && badge("generationUnusable", "warn")) },
      { say: "columnActions", cell: (generation) => this.#isAdmin && !generation.current && generation.usable && this.#useButton(generation) },
    ];
    this.#generations.replaceChildren(dataTable("generationsHeading", columns, generations));
    const nothing = element("p", { class: "nothing", say: "noIngests" });
    this.#ingests.replaceChildren(...(ingests.length ? ingests.map((job, index) => ingestBox(job, index === 0)) : [nothing]));
  }

  #useButton({ id, created_at: at }) {
    const use = button("useGeneration", "quiet-button", async () => {
      if (!(await confirmed("useHeading", "useText", { date: new Date(at).toLocaleString() }, "useGeneration"))) return;
      await whileBusy(use, this.#said, async () => {
        await useGeneration(id);
        tell("generationUsed");
        await this.#fill();
      });
    });
    use.setAttribute("aria-description", id);
    return use;
  }
}

/** Shows the page in `main`. */
export function showPage(main, caller) {
  return new IngestsPage(main, caller).show();
}
