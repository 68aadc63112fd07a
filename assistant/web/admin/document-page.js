// One published document: its metadata and what was read from it, both to be corrected.

import { documentWithBlocks } from "../api.js";
import { element } from "../elements.js";
import { readQuery } from "../explorer/page-query.js";
import { setTitle } from "../explorer/title.js";
import { failedPage } from "../explorer/trouble.js";
import { correctFile, factsOf, sourceFiles } from "./calls.js";
import { factsView } from "./facts-view.js";
import { publishIn } from "./ingest-panel.js";
import { metadataForm } from "./metadata-form.js";
import { factCounts, internalMark, readersLink, term } from "./pieces.js";

const ALL = { href: "admin", say: "backToFiles" };
const OF_THE_FILE = ["visibility", "region", "source"];

/** The fields that a person corrected, and the heading by which a correction names the document: "" for the first of a file. */
function correctionsOf(about, file) {
  const heading = file.documents[0]?.id === about.id ? "" : about.title;
  const fields = file.corrections.filter((each) => each.heading === heading || !each.heading).map((each) => [each.heading, each.fields]);
  const own = fields.flatMap(([named, given]) => Object.entries(given).filter(([name]) => named === heading || OF_THE_FILE.includes(name)));
  return { heading, corrected: Object.fromEntries(own) };
}

/** Keeps the corrections: some fields hold for the whole file. */
async function keep(file, heading, fields) {
  const parts = [
    ["", Object.entries(fields).filter(([name]) => !heading || OF_THE_FILE.includes(name))],
    [heading, Object.entries(fields).filter(([name]) => heading && !OF_THE_FILE.includes(name))],
  ];
  for (const [named, given] of parts) if (given.length) await correctFile(file, Object.fromEntries(given), named);
}

async function fill(main, id) {
  const [{ about, blocks }, facts, files] = await Promise.all([documentWithBlocks(id), factsOf(id), sourceFiles()]);
  const file = files.find((each) => each.file === about.source_file) ?? { documents: [], corrections: [] };
  const { heading, corrected } = correctionsOf(about, file);
  const progress = element("div");
  setTitle("titleDocument", { title: about.title });
  const save = async (fields) => {
    await keep(about.source_file, heading, fields);
    await publishIn(progress, [], () => {});
  };
  main.replaceChildren(
    element("p", { class: "back" }, element("a", ALL)),
    element("h1", { lang: "zh-CN" }, about.title),
    element("dl", { class: "facts" }, term("columnFile", about.source_file), term("visibility", internalMark(about) || element("span", { say: "public" })), term("columnFacts", factCounts(about.counts))),
    element("p", { class: "back" }, readersLink(id)),
    progress,
    element("details", { class: "about" }, element("summary", { say: "metadataHeading" }), metadataForm(about, corrected, save)),
    factsView(blocks, facts, true),
  );
}

/** Shows the page in `main`. */
export async function showPage(main) {
  const { id = "" } = readQuery(location.search, ["id"]);
  try {
    await fill(main, id);
  } catch (failure) {
    main.replaceChildren(...failedPage(failure, "adminFiles", ALL));
  }
}
