// Small things that more than one page of the administration shows.

import { documentAddress, queryString } from "../addresses.js";
import { element } from "../elements.js";

/** A label with what it labels, as a line of a list of terms; nothing where there is no value. */
export function term(key, ...value) {
  const shown = value.flat().filter((part) => part !== null && part !== undefined && part !== "" && part !== false);
  return shown.length ? [element("dt", { say: key }), element("dd", {}, shown)] : [];
}

/** A badge that shows the string `key`; `kind` "good", "warn" or nothing. */
export function badge(key, kind) {
  const kinds = { good: "badge badge-answered", warn: "badge badge-partial" };
  return element("span", { class: kinds[kind] ?? "badge", say: key });
}

/** The mark of what the public may not read. */
export function internalMark({ visibility }) {
  return visibility === "internal" && badge("internalDocument", "warn");
}

/** A moment as the reader's clock has it. */
export function moment(text) {
  const shown = new Date(text).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return element("time", { datetime: text, class: "one-line" }, shown);
}

/** The size of a file. */
export function sizeOf(bytes) {
  const size = bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1_048_576).toFixed(1)} MiB`;
  return element("span", { class: "one-line" }, size);
}

/** Who acted, without the id of the key, which the audit log has. */
export function personOf(actor) {
  return element("span", { title: actor }, actor.replace(/ \([0-9a-f]{12}\)$/, ""));
}

/** The page on which staff look through a published document. */
export function reviewAddress(id) {
  return `admin-document${queryString({ id })}`;
}

/** The page on which staff look through a draft. */
export function draftAddress(id) {
  return `admin-draft${queryString({ id })}`;
}

/** A link to the document as readers have it. */
export function readersLink(id) {
  return element("a", { href: documentAddress(id), say: "openAsReaders" });
}

const FACT_KINDS = { target: "factTarget", responsibility: "factResponsibility", scenario: "factScenario", policy: "factPolicy" };

/** The string that names a kind of facts, with how many there are. */
export const factKind = (kind) => FACT_KINDS[kind];

/** How many facts of each kind there are, in one line. */
export function factCounts(counts) {
  const found = Object.keys(FACT_KINDS).filter((kind) => counts[kind]);
  return found.map((kind) => element("span", { class: "part one-line", say: FACT_KINDS[kind], values: { count: counts[kind] } }));
}
