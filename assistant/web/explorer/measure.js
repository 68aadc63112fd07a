// Figures of targets in words and signs, as the documents print them.

const WORDS = {
  equal: "measureEqual",
  at_least: "measureAtLeast",
  more_than: "measureMoreThan",
  at_most: "measureAtMost",
  less_than: "measureLessThan",
  about: "measureAbout",
  range: "measureEqual",
  each_year: "measureEachYear",
};
const SIGNS = { at_least: "≥", more_than: ">", at_most: "≤", less_than: "<", about: "≈" };

/** The string that says a figure with its comparator, and its values; null for a state without a figure. */
export function measure({ value, unit, comparator }) {
  if (value === null) return null;
  return { key: WORDS[comparator] ?? WORDS.equal, values: { value, unit: unit ?? "" } };
}

/** A figure in short, with a sign for its comparator. */
export function shortMeasure({ value, unit, comparator }) {
  return `${SIGNS[comparator] ?? ""}${value}${unit ?? ""}`;
}

/** The string that says when a target is to be reached, and its values; null where the text names no year. */
export function timeOf({ year, years, deadline }) {
  if (years) return { key: "period", values: { first: years[0], last: years[1] } };
  if (year === null) return null;
  return { key: deadline ? "byYear" : "inYear", values: { year } };
}
