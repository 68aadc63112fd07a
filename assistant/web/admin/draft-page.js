// One draft: what would come of it, corrected and published, or thrown away.

import { button, element } from "../elements.js";
import { readQuery } from "../explorer/page-query.js";
import { failedPage } from "../explorer/trouble.js";
import { confirmed } from "./asking.js";
import { changeDraft, discardDraft, draftOf, draftPreview } from "./calls.js";
import { failureBox, whileBusy } from "./doing.js";
import { factsView } from "./facts-view.js";
import { publishIn } from "./ingest-panel.js";
import { metadataForm } from "./metadata-form.js";
import { factCounts, internalMark, moment, personOf, reviewAddress, sizeOf, term } from "./pieces.js";

const ALL = { href: "admin", say: "backToFiles" };
const LIKENESS = { name: "likeName", number: "likeNumber", title: "likeTitle" };

function countsOf(facts) {
  const counts = {};
  for (const { kind } of facts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

class DraftPage {
  #main;
  #id;
  #draft;
  #visibility = null;
  #head = element("div");
  #read = element("div", {}, element("p", { class: "explained", role: "status", say: "readingDraft" }));
  #progress = element("div");
  #said = element("div", { role: "alert" });

  constructor(main, id) {
    this.#main = main;
    this.#id = id;
  }

  async show() {
    this.#draft = await draftOf(this.#id);
    this.#main.append(
      element("p", { class: "back" }, element("a", ALL)),
      element("h1", {}, this.#draft.name),
      this.#head,
      this.#said,
      this.#progress,
      this.#read,
    );
    this.#fillHead();
    await this.#preview();
  }

  #fillHead() {
    const { size, kept_by: who, kept_at: at, replaces, fields } = this.#draft;
    // What is not decided of the draft itself may be decided of the name it has, or of what it replaces.
    const visibility = fields.visibility ?? this.#visibility;
    const publish = button("publishOne", "solid-button", () => this.#publish(publish));
    const discard = button("discard", "quiet-button", () => this.#discard(discard));
    this.#head.replaceChildren(
      element(
        "dl",
        { class: "facts" },
        term("columnState", element("span", { class: "badge", say: "fileStateDraft" })),
        term("visibility", visibility && (internalMark({ visibility }) || element("span", { say: "public" }))),
        term("columnSize", sizeOf(size)),
        term("columnKeptBy", personOf(who), " · ", moment(at)),
        term("columnReplaces", replaces),
      ),
      element("p", { class: "actions" }, publish, discard),
    );
  }

  async #preview() {
    try {
      const { documents, warnings, likely_replaced: likely } = await draftPreview(this.#id);
      this.#visibility = documents[0].metadata.visibility;
      this.#fillHead();
      this.#read.replaceChildren(
        ...[
          this.#replacements(likely),
          warnings.length > 0 && element("section", {}, element("h2", { say: "warningsHeading", values: { count: warnings.length } }), element("ul", { class: "warnings" }, warnings.map((text) => element("li", {}, text)))),
          ...documents.map((document, index) => this.#document(document, index)),
        ].filter(Boolean),
      );
    } catch (failure) {
      this.#read.replaceChildren(failureBox(failure));
    }
  }

  #replacements(likely) {
    if (!likely.length) return null;
    const line = ({ file, document_id: id, title, likeness }) => {
      const isChosen = this.#draft.replaces === file;
      const choose = button(isChosen ? "replacesNot" : "replacesIt", "quiet-button", () => this.#replace(choose, isChosen ? "" : file));
      const named = id ? element("a", { href: reviewAddress(id), lang: "zh-CN" }, title) : element("span", { lang: "zh-CN" }, title);
      return element("li", {}, named, element("span", { class: "beneath" }, file, " · ", element("span", { say: LIKENESS[likeness] })), choose);
    };
    return element("section", { class: "notice", role: "note" }, element("p", { class: "notice-heading", say: "likelyHeading" }), element("ul", { class: "likely" }, likely.map(line)));
  }

  #document(document, index) {
    const { title, metadata, blocks, facts } = document;
    return element(
      "section",
      {},
      element("h2", { lang: "zh-CN" }, title),
      element("p", { class: "beneath" }, factCounts(countsOf(facts))),
      // What is said of a draft holds for the first of its documents; the others are corrected once they are published.
      index === 0 && element("details", { class: "about" }, element("summary", { say: "metadataHeading" }), metadataForm(metadata, this.#draft.fields, (fields) => this.#correct(fields))),
      factsView(blocks, facts, false),
    );
  }

  async #correct(fields) {
    this.#draft = await changeDraft(this.#id, { fields });
    this.#fillHead();
  }

  #replace(control, file) {
    return whileBusy(control, this.#said, async () => {
      this.#draft = await changeDraft(this.#id, { replaces: file });
      this.#fillHead();
      await this.#preview();
    });
  }

  #publish(control) {
    return whileBusy(control, this.#said, () =>
      publishIn(this.#progress, [this.#id], (job) => {
        if (job.state !== "done") return;
        this.#head.replaceChildren();
        this.#read.replaceChildren(element("p", {}, element("a", ALL)));
      }),
    );
  }

  async #discard(control) {
    if (!(await confirmed("discardHeading", "discardText", { file: this.#draft.name }, "discard"))) return;
    if (await whileBusy(control, this.#said, () => discardDraft(this.#id))) location.assign("admin");
  }
}

/** Shows the page in `main`. */
export async function showPage(main) {
  const { id = "" } = readQuery(location.search, ["id"]);
  try {
    await new DraftPage(main, id).show();
  } catch (failure) {
    main.replaceChildren(...failedPage(failure, "adminFiles", ALL));
  }
}
