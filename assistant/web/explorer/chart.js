// Small charts of what one indicator is to be in each of several years.

import { passageAddress } from "../addresses.js";
import { titleOf } from "../answer-text.js";
import { list } from "../api.js";
import { element } from "../elements.js";
import { say } from "../language.js";
import { bars, fieldWidth } from "./bars.js";
import { shortMeasure } from "./measure.js";
import { sectionPath, sourceLink } from "./source-link.js";
import { failed } from "./trouble.js";

const SVG = "http://www.w3.org/2000/svg";
const LEAST_WIDTH = 240;
const HEIGHT = 80;
const WIDEST_IN_A_COLUMN = 280;
const UNITS_OF_REM = 14;
const ABOVE = 20;
const BELOW = 22;
const SHOWN_AT_FIRST = 4;
const MOST = 1000;

function drawn(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function barsWithFigures(points, places) {
  return points.flatMap((point, index) => {
    const { x, y, width, height, middle } = places[index];
    return [
      drawn("rect", { x, y: y + ABOVE, width, height: Math.max(height, 1), rx: 2 }),
      drawn("text", { class: "figure", x: middle, y: y + ABOVE - 6 }, shortMeasure(point)),
      drawn("text", { x: middle, y: ABOVE + HEIGHT + BELOW - 6 }, String(point.year)),
    ];
  });
}

const told = (points) => points.map((point) => `${point.year} ${shortMeasure(point)}`).join("，");

/** Links to the words that state `points`: one where all stand in the same words, else one for each place, with its figures. */
function sources(points) {
  const places = new Map();
  for (const point of points) {
    const place = `${point.start}-${point.end}`;
    places.set(place, [...(places.get(place) ?? []), point]);
  }
  if (places.size === 1) return sourceLink(points[0]);
  const links = [...places.values()].map((stated) =>
    element("a", { href: passageAddress(stated[0], stated[0].start, stated[0].end) }, told(stated)),
  );
  const { document_title: title, section } = points[0];
  return element(
    "div",
    { class: "sources", lang: "zh-CN" },
    titleOf(title),
    section.length > 0 && element("span", { class: "source-section" }, sectionPath(section)),
    element("span", { class: "source-figures" }, links),
  );
}

/** One series as a chart, with its words for those who do not see it and the sources of its figures. */
function seriesFigure(series) {
  const width = fieldWidth(series.points.map(shortMeasure), LEAST_WIDTH);
  const places = bars(
    series.points.map((point) => point.amount),
    { width, height: HEIGHT },
  );
  const zero = ABOVE + places[0].zero;
  const line = drawn("line", { x1: 0, x2: width, y1: zero, y2: zero });
  const chart = drawn("svg", { viewBox: `0 0 ${width} ${ABOVE + HEIGHT + BELOW}`, role: "img" }, ...barsWithFigures(series.points, places), line);
  // Letters stay as large as in the other charts.
  chart.style.maxWidth = `${width / UNITS_OF_REM}rem`;
  say(chart, "chartLabel", { subject: series.subject, points: told(series.points) }, "sayLabel");
  const caption = element(
    "figcaption",
    {},
    element("strong", { lang: "zh-CN" }, series.subject),
    " ",
    series.cumulative && element("span", { class: "tag", say: "cumulative" }),
  );
  return element("figure", { class: width > WIDEST_IN_A_COLUMN ? "series wide" : "series" }, caption, chart, sources(series.points));
}

/** A button that puts the other `count` series, which `rest()` gives, into `grid`. */
function moreButton(grid, count, rest) {
  const show = async () => {
    try {
      const figures = (await rest()).map(seriesFigure);
      grid.append(...figures);
      figures[0].querySelector("a").focus();
      shown.remove();
    } catch (failure) {
      const box = failed(failure, show);
      shown.replaceWith(box);
      shown = box;
    }
  };
  const more = element("button", { type: "button", class: "quiet-button", say: "moreSeries", values: { count }, onclick: show });
  // The button, or the failure that stands in its place.
  let shown = more;
  return more;
}

/** A section, under a heading of the `rank` h2 or h3, of the charts of `items`, of `total` series whose others `rest()` gives. */
function section(items, total, rank, rest) {
  if (!items.length) return null;
  const grid = element("div", { class: "series-grid" }, items.map(seriesFigure));
  return element(
    "section",
    { class: "charts" },
    element(rank, { say: "seriesHeading", values: { count: total } }),
    element("p", { class: "explained", say: "seriesNote" }),
    grid,
    total > items.length && moreButton(grid, total - items.length, rest),
  );
}

const series = (query) => list("targets/series", query);

/** The charts of the series that `query` finds, whole as they are; null where there are none. */
export async function chartSection(query) {
  const { items, total } = await series({ ...query, limit: SHOWN_AT_FIRST });
  return section(items, total, "h2", async () => (await series({ ...query, offset: SHOWN_AT_FIRST, limit: MOST })).items);
}

/** The charts of the unit that goes by `name`, of the figures of its own `targets` only: a series may go on in tasks of others. */
export async function unitCharts(name, targets) {
  const own = new Set(targets.map(({ id }) => id));
  const { items } = await series({ owner: name, limit: MOST });
  const parts = items.map((each) => ({ ...each, points: each.points.filter(({ id }) => own.has(id)) }));
  const shown = parts.filter(({ points }) => points.length > 1);
  return section(shown.slice(0, SHOWN_AT_FIRST), shown.length, "h3", () => shown.slice(SHOWN_AT_FIRST));
}
