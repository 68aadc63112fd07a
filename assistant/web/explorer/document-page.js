// One document: what is known of it, its contents, its text with the words that a link names.

import { queryString } from "../addresses.js";
import { documentWithBlocks } from "../api.js";
import { documentText, headingId } from "../document-view.js";
import { element } from "../elements.js";
import { KINDS } from "./document-kinds.js";
import { periodOf } from "./documents-page.js";
import { readQuery, spanIn } from "./page-query.js";
import { setTitle } from "./title.js";
import { failedPage, loading } from "./trouble.js";

const ALL = { href: "documents", say: "allDocuments" };
const LISTS = { target: ["targets", "targetsOfDocument"], scenario: ["scenarios", "scenariosOfDocument"] };

function fact(key, value) {
  const shown = [value].flat().filter(Boolean);
  return shown.length ? [element("dt", { say: key }), element("dd", { lang: typeof value === "string" ? "zh-CN" : undefined }, shown)] : [];
}

function facts(about) {
  return element(
    "dl",
    { class: "facts" },
    fact("visibility", about.visibility === "internal" && element("span", { class: "badge badge-partial", say: "internalDocument" })),
    fact("columnKind", element("span", { say: KINDS[about.kind] })),
    fact("columnNumber", about.document_number),
    fact("columnIssuer", about.issuer),
    fact("issuedOn", about.issued_on),
    fact("signedOn", about.signed_on),
    fact("effectiveOn", about.effective_on),
    fact("columnPeriod", periodOf(about)),
    fact("region", about.region),
    fact("disclosure", about.disclosure),
    fact("attachments", about.attachments.join("；")),
    fact("origin", about.source),
  );
}

function listsOf({ id, counts }) {
  const links = Object.entries(LISTS)
    .filter(([kind]) => counts[kind])
    .map(([kind, [page, key]]) => element("a", { href: `${page}${queryString({ document_id: id })}`, say: key, values: { count: counts[kind] } }));
  return links.length > 0 && element("p", { class: "exports" }, links);
}

function contents(sections) {
  const item = (section) =>
    element(
      "li",
      {},
      element("a", { href: `#${headingId(section.start)}`, lang: "zh-CN" }, `${section.number}${section.title}`),
      section.sections.length > 0 && element("ol", {}, section.sections.map(item)),
    );
  return element("ol", {}, sections.map(item));
}

function contentsNav(about) {
  if (!about.sections.length) return null;
  const nav = element("nav", { class: "contents", sayLabel: "contents" }, contents(about.sections));
  const isBeside = () => matchMedia("(min-width: 64rem)").matches;
  const folded = element("details", { class: "contents-box", open: isBeside() }, element("summary", { say: "contents" }), nav);
  nav.addEventListener("click", () => {
    if (!isBeside()) folded.open = false;
  });
  return folded;
}

function goTo(text) {
  const mark = text.querySelector("mark");
  const named = location.hash && document.getElementById(location.hash.slice(1));
  const place = named || mark;
  place?.scrollIntoView({ block: named ? "start" : "center" });
  if (!named) mark?.focus({ preventScroll: true });
}

function fill(main, { about, blocks }, query) {
  const span = spanIn(query);
  // Positions hold in the version that the link was made of only.
  const isOther = Boolean(query.version) && query.version !== about.version;
  const text = documentText(blocks, isOther ? null : span);
  setTitle("titleDocument", { title: about.title });
  const changed = span && isOther && element("div", { class: "notice", role: "note" }, element("p", { say: "documentChanged" }));
  main.replaceChildren(
    element("p", { class: "back" }, element("a", ALL)),
    element("h1", { lang: "zh-CN" }, about.title),
    facts(about),
    ...[listsOf(about), changed].filter(Boolean),
    element("div", { class: "reading" }, contentsNav(about), element("div", { class: "paper" }, text)),
  );
  goTo(text);
}

/** Shows the page in `main`. */
export async function documentPage(main) {
  const query = readQuery(location.search, ["id", "start", "end", "version"]);
  main.append(loading());
  try {
    fill(main, await documentWithBlocks(query.id ?? ""), query);
  } catch (failure) {
    main.replaceChildren(...failedPage(failure, "navDocuments", ALL));
  }
}
