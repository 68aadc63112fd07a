// Columns that more than one page shows.

import { unitAddress } from "../addresses.js";
import { element } from "../elements.js";
import { measure, timeOf } from "./measure.js";
import { sourceLink } from "./source-link.js";

const FOLDED_FROM = 80;

const chinese = (text, name) => text && element("span", { lang: "zh-CN", class: name }, text);

/** Links to units, with commas between them; false where there are none. */
export function unitLinks(names) {
  const links = names.flatMap((name, index) => [index > 0 && "、", element("a", { href: unitAddress(name) }, name)]);
  return links.length > 0 && element("span", { class: "unit-links", lang: "zh-CN" }, links);
}

function indicator(target) {
  const isMore = target.value !== null && target.quote !== target.subject;
  return [chinese(target.subject, "named"), isMore && chinese(target.quote, "beneath")];
}

function figure(target) {
  const told = measure(target);
  if (!told) return element("span", { class: "beneath", say: "noFigure" });
  return [element("span", { class: "figure", ...sayOf(told) }), " ", target.cumulative && element("span", { class: "tag", say: "cumulative" })];
}

const sayOf = ({ key, values }) => ({ say: key, values });

function time(target) {
  const told = timeOf(target);
  return told && element("span", { class: "one-line", ...sayOf(told) });
}

function period({ starts, ends }) {
  if (!starts || !ends || starts === ends) return starts ?? ends;
  return [element("span", { class: "one-line" }, `${starts} —`), " ", element("span", { class: "one-line" }, ends)];
}

function progress({ progress: text, progress_as_of: day }) {
  if (!text) return null;
  const asOf = day && element("span", { class: "beneath", say: "toldOn", values: { day } });
  const told = text.length > FOLDED_FROM ? element("details", { class: "long" }, element("summary", { lang: "zh-CN" }, text)) : chinese(text);
  return [told, asOf];
}

const source = { say: "columnSource", sort: "document_title", cell: (item) => sourceLink(item) };

/** The columns of a table of targets. */
export const targetColumns = [
  { say: "columnIndicator", sort: "subject", heads: true, cell: indicator },
  { say: "columnFigure", sort: "amount", cell: figure },
  { say: "columnYear", sort: "year", cell: time },
  source,
];

/** The columns of a table of scenarios. */
export const scenarioColumns = [
  { say: "columnScenario", sort: "name", heads: true, cell: (item) => chinese(item.name, "named") },
  { say: "columnBuilders", sort: "builders", cell: (item) => unitLinks(item.builders) },
  { say: "columnPeriod", sort: "starts", cell: period },
  { say: "columnProgress", cell: progress },
  source,
];
