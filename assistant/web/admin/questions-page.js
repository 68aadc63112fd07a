// What was asked and how it was answered, for those who want to know what the documents lack.

import { element } from "../elements.js";
import { ListPage, SORTED_PAGES } from "../explorer/list-page.js";
import { dataTable } from "../explorer/table.js";
import { badge, moment } from "./pieces.js";

const STATUS = { answered: "statusAnswered", partial: "statusPartial", not_found: "statusNotFound", out_of_scope: "statusOutOfScope", clarify: "statusClarify" };
const REASON = {
  not_in_corpus: "reasonNotInCorpus",
  outside_period: "reasonOutsidePeriod",
  no_such_indicator: "reasonNoSuchIndicator",
  not_policy: "reasonNotPolicy",
  needs_clarification: "reasonNeedsClarification",
  unsafe: "reasonUnsafe",
};
const FAULT = { wrong_figure: "faultFigure", wrong_source: "faultSource", not_answered: "faultNotAnswered", other: "faultOther" };
const YES_NO = [
  ["true", "yes"],
  ["false", "no"],
];

function outcome({ status, reason, audience }) {
  const kind = status === "answered" ? "good" : "warn";
  return [badge(STATUS[status], kind), " ", audience === "internal" && badge("internalDocument", "warn"), reason && element("span", { class: "beneath", say: REASON[reason] })];
}

function said({ rating, fault, comment }) {
  return element(
    "div",
    {},
    element("span", { class: "part", say: rating === "up" ? "helpful" : "notHelpful" }),
    fault && element("span", { class: "part", say: FAULT[fault] }),
    comment && element("span", { class: "beneath" }, comment),
  );
}

const columns = [
  { say: "columnQuestion", heads: true, cell: ({ question, answer_id: id }) => element("a", { class: "named", href: `./#answer=${encodeURIComponent(id)}` }, question) },
  { say: "columnOutcome", cell: outcome },
  { say: "columnConfidence", number: true, cell: ({ confidence }) => confidence?.toFixed(2) },
  { say: "columnFeedback", cell: ({ feedback }) => feedback.map(said) },
  { say: "columnAt", cell: ({ asked_at: at }) => moment(at) },
];

/** Shows the page in `main`. */
export function showPage(main) {
  new ListPage(main, {
    path: "admin/questions",
    heading: "adminQuestions",
    intro: "questionsIntro",
    arranged: SORTED_PAGES.slice(2),
    order: {},
    filters: [
      { name: "question", say: "filterWords", kind: "text" },
      { name: "unanswered", say: "filterUnanswered", kind: "select", options: YES_NO },
      { name: "status", say: "columnOutcome", kind: "select", options: Object.entries(STATUS) },
      { name: "confidence_below", say: "filterConfidence", kind: "text", example: "exampleConfidence" },
      { name: "with_feedback", say: "filterFeedback", kind: "select", options: YES_NO },
      { name: "fault", say: "faultQuestion", kind: "select", options: Object.entries(FAULT) },
    ],
    show: ({ items }) => dataTable("adminQuestions", columns, items),
  });
}
