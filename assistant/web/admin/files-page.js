// All documents: hand new ones in, see what is published, withdraw and restore.

import { button, element } from "../elements.js";
import { dataTable } from "../explorer/table.js";
import { allDrafts, restoreFile, sourceFiles, withdrawFile } from "./calls.js";
import { confirmed } from "./asking.js";
import { whileBusy } from "./doing.js";
import { followRunning, publishIn } from "./ingest-panel.js";
import { badge, draftAddress, factCounts, internalMark, moment, personOf, reviewAddress, sizeOf } from "./pieces.js";
import { uploadZone } from "./upload-zone.js";

const STATES = { published: ["fileStatePublished", "good"], withdrawn: ["fileStateWithdrawn", "warn"], failed: ["fileStateFailed", "warn"], waiting: ["fileStateWaiting"] };
const ORIGINS = { corpus: "originCorpus", added: "originAdded", gone: "originGone" };

const draftColumns = [
  { say: "columnFile", heads: true, cell: ({ id, name }) => element("a", { class: "named", href: draftAddress(id) }, name) },
  { say: "columnSize", cell: ({ size }) => sizeOf(size) },
  { say: "columnKeptBy", cell: ({ kept_by: who, kept_at: at }) => [personOf(who), element("span", { class: "beneath" }, moment(at))] },
  { say: "columnReplaces", cell: ({ replaces }) => replaces },
  { say: "visibility", cell: ({ fields }) => internalMark(fields) },
];

function stateOf(file) {
  const [key, kind] = STATES[file.state];
  const pending = file.state === "withdrawn" && file.documents.length > 0;
  return [badge(key, kind), pending && element("span", { class: "beneath", say: "stillServed" }), file.message && element("span", { class: "beneath" }, file.message)];
}

function documentsOf({ documents }) {
  return documents.map((document) =>
    element(
      "div",
      { class: "file-document" },
      element("a", { href: reviewAddress(document.id), lang: "zh-CN" }, document.title),
      " ",
      internalMark(document),
      element("span", { class: "beneath" }, factCounts(document.counts)),
    ),
  );
}

class FilesPage {
  #main;
  #drafts = element("div");
  #files = element("div", { class: "results" });
  #progress = element("div");
  #said = element("div", { role: "alert" });

  constructor(main) {
    this.#main = main;
  }

  async show() {
    const { max_upload_mb: limit } = await allDrafts();
    this.#main.append(
      element("h1", { say: "adminFiles" }),
      element("p", { class: "explained", say: "filesIntro" }),
      uploadZone(limit, () => this.#showDrafts()),
      this.#said,
      this.#progress,
      this.#drafts,
      element("h2", { say: "filesHeading" }),
      this.#files,
    );
    await this.#fill();
    await followRunning(this.#progress, () => this.#fill());
  }

  async #fill() {
    await Promise.all([this.#showDrafts(), this.#showFiles()]);
  }

  async #showDrafts() {
    const { drafts } = await allDrafts();
    if (!drafts.length) {
      this.#drafts.replaceChildren();
      return;
    }
    const publish = button("publishAll", "solid-button", () => this.#publish(publish, drafts.map(({ id }) => id)));
    this.#drafts.replaceChildren(
      element("h2", { say: "draftsHeading", values: { count: drafts.length } }),
      element("p", { class: "explained", say: "draftsNote" }),
      dataTable("draftsLabel", draftColumns, drafts),
      element("p", { class: "actions" }, publish),
    );
  }

  async #showFiles() {
    const columns = [
      { say: "columnFile", heads: true, cell: ({ file }) => element("span", { class: "named" }, file) },
      { say: "columnState", cell: stateOf },
      { say: "columnDocuments", cell: documentsOf },
      { say: "columnOrigin", cell: ({ origin, size }) => [element("span", { say: ORIGINS[origin] }), origin !== "gone" && element("span", { class: "beneath" }, sizeOf(size))] },
      { say: "columnActions", cell: (file) => this.#actions(file) },
    ];
    this.#files.replaceChildren(dataTable("filesHeading", columns, await sourceFiles()));
  }

  #actions(file) {
    const isOut = file.state === "withdrawn";
    if (isOut && file.origin === "gone") return null;
    const act = button(isOut ? "restore" : "withdraw", "quiet-button", () => (isOut ? this.#restore(act, file) : this.#withdraw(act, file)));
    act.setAttribute("aria-description", file.file);
    return act;
  }

  async #withdraw(control, { file, documents }) {
    const answer = await confirmed("withdrawHeading", "withdrawText", { file, count: documents.length }, "withdraw", "withdrawReason");
    if (answer) await this.#decide(control, () => withdrawFile(file, answer.note));
  }

  async #restore(control, { file }) {
    if (await confirmed("restoreHeading", "restoreText", { file }, "restore")) await this.#decide(control, () => restoreFile(file));
  }

  #decide(control, decision) {
    return whileBusy(control, this.#said, async () => {
      this.#progress.replaceChildren();
      await decision();
      await publishIn(this.#progress, [], () => this.#fill());
      await this.#fill();
    });
  }

  #publish(control, drafts) {
    return whileBusy(control, this.#said, async () => {
      await publishIn(this.#progress, drafts, () => this.#fill());
      await this.#showDrafts();
    });
  }
}

/** Shows the page in `main`. */
export function showPage(main) {
  return new FilesPage(main).show();
}
