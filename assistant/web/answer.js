// One answer as elements: badges, text with markers, derived figures, notices, sources, actions and follow-up questions.

import { htmlNodes } from "./answer-html.js";
import { answerLines, isByModel, unsaidNotices } from "./answer-text.js";
import { answerForReport, copyText } from "./clipboard.js";
import { button, element } from "./elements.js";
import { feedback } from "./feedback.js";
import { say } from "./language.js";
import { sourceList } from "./sources.js";

const STATUS = {
  answered: "statusAnswered",
  partial: "statusPartial",
  not_found: "statusNotFound",
  out_of_scope: "statusOutOfScope",
  clarify: "statusClarify",
};
const REASON = {
  not_in_corpus: "reasonNotInCorpus",
  outside_period: "reasonOutsidePeriod",
  no_such_indicator: "reasonNoSuchIndicator",
  not_policy: "reasonNotPolicy",
  needs_clarification: "reasonNeedsClarification",
  unsafe: "reasonUnsafe",
};
const NOTICE = {
  conflict: "noticeConflict",
  expired: "noticeExpired",
  superseded: "noticeSuperseded",
  changed_since: "noticeChangedSince",
  nearest: "noticeNearest",
  model: "noticeModel",
  reworded: "noticeReworded",
};
const COUNT = /^count\(\d+\)$/;
/** Markers in a row that stay on one line; more are wider than a phone with large text. */
const MOST_TOGETHER = 3;
const COPIED_FOR_MS = 2500;

/** The string that names the answer's status. */
export function statusKey(answer) {
  return STATUS[answer.status] ?? STATUS.answered;
}

function badges(answer) {
  const reason = REASON[answer.reason];
  return element(
    "p",
    { class: "badges" },
    element("span", { class: `badge badge-${answer.status}`, say: statusKey(answer) }),
    reason && element("span", { class: "badge-reason", say: reason }),
    isByModel(answer) && element("span", { class: "badge-reason", say: "answeredByModel", values: { model: answer.answered_by } }),
  );
}

/** A number in brackets that opens its source. */
function markerButton(marker, openMarker) {
  return element(
    "button",
    { type: "button", class: "marker", sayLabel: "sourceMarker", values: { marker }, onclick: (event) => openMarker(marker, event.currentTarget) },
    `[${marker}]`,
  );
}

function markedParts(parts, openMarker) {
  const together = (...children) => element("span", { class: "together" }, ...children);
  return parts.flatMap((part) => {
    if (part.text !== undefined) return part.text;
    const markers = part.markers.map((marker) => markerButton(marker, openMarker));
    if (markers.length <= MOST_TOGETHER) return together(part.before, markers, part.after);
    return [together(part.before, markers[0]), ...markers.slice(1, -1), together(markers.at(-1), part.after)];
  });
}

function answerText(answer, known, openMarker) {
  if (answer.html) {
    return element("div", { class: "answer-text" }, htmlNodes(answer.html, known, (parts) => markedParts(parts, openMarker)));
  }
  const box = element("div", { class: "answer-text" });
  let list = null;
  for (const { item, parts } of answerLines(answer.answer, known)) {
    const line = element(item ? "li" : "p", {}, markedParts(parts, openMarker));
    if (item && !list) box.append((list = element("ul")));
    if (!item) list = null;
    (list ?? box).append(line);
  }
  return box;
}

/** How a figure came about: a count of the sources listed, or a sum. */
function derivation(fact) {
  if (COUNT.test(fact.expression)) return element("span", { say: "derivedCount", values: { count: fact.value } });
  return /[=＝]/.test(fact.expression) ? fact.expression : `${fact.expression} = ${fact.value}`;
}

function derivedFigures(answer, known, openMarker) {
  return answer.facts
    .filter((fact) => fact.kind === "derived" && fact.expression)
    .map((fact) => {
      const markers = (fact.derived_from ?? []).filter((marker) => known.has(marker)).map((marker) => markerButton(marker, openMarker));
      return element("p", { class: "derived" }, element("span", { class: "derived-label", say: "derived" }), derivation(fact), markers);
    });
}

function notices(answer, known, openMarker) {
  return unsaidNotices(answer).map((notice) => {
    const named = (notice.markers ?? []).filter((marker) => known.has(marker) && !notice.message.includes(`[${marker}]`));
    const message = `${notice.message}${named.map((marker) => `[${marker}]`).join("")}`;
    const lines = answerLines(message, known).map(({ parts }) => element("p", {}, markedParts(parts, openMarker)));
    const heading = element("p", { class: "notice-heading", say: NOTICE[notice.kind] ?? "noticeOther" });
    return element("div", { class: `notice notice-${notice.kind}`, role: "note" }, heading, lines);
  });
}

function copyButton(key, text, announce) {
  const control = button(key, "quiet-button", async () => {
    const result = (await copyText(text())) ? "copied" : "copyFailed";
    say(control, result);
    announce(result);
    setTimeout(() => say(control, key), COPIED_FOR_MS);
  });
  return control;
}

function actions(answer, announce) {
  const page = location.href.split("#")[0];
  const link = () => `${page}#answer=${encodeURIComponent(answer.answer_id)}`;
  return element(
    "div",
    { class: "actions" },
    answer.answer_id && feedback(answer, announce),
    copyButton("copyAnswer", () => answerForReport(answer), announce),
    answer.answer_id && copyButton("copyLink", link, announce),
    answer.as_of && element("span", { class: "meta", say: "asOf", values: { date: answer.as_of } }),
  );
}

/** Questions as buttons that ask themselves. */
export function questionChips(questions, ask) {
  const chips = questions.map((question) =>
    element("li", {}, element("button", { type: "button", class: "chip", onclick: () => ask(question) }, question)),
  );
  return element("ul", { class: "chips" }, chips);
}

function followUps(answer, ask) {
  if (!answer.suggestions.length) return null;
  return element("section", { class: "follow-ups" }, element("h3", { say: "followUps" }), questionChips(answer.suggestions, ask));
}

/**
 * The elements of one answer. `openSource(citations, index, opener)` shows a source beside it, `ask(question)` asks a follow-up,
 * `announce(key)` tells a screen reader.
 */
export function answerElement(received, { openSource, ask, announce }) {
  const answer = { ...received };
  for (const name of ["citations", "facts", "notices", "suggestions"]) answer[name] ??= [];
  const known = new Set(answer.citations.map((citation) => citation.marker));
  const openMarker = (marker, opener) =>
    openSource(answer.citations, answer.citations.findIndex((citation) => citation.marker === marker), opener);
  return element(
    "div",
    { class: "answer" },
    badges(answer),
    element(
      "div",
      { lang: answer.language === "en" ? "en" : "zh-CN" },
      answerText(answer, known, openMarker),
      derivedFigures(answer, known, openMarker),
      notices(answer, known, openMarker),
    ),
    sourceList(answer, openSource),
    actions(answer, announce),
    followUps(answer, ask),
  );
}
