// How a fact was read, in words.

import { element } from "../elements.js";
import { measure, timeOf } from "../explorer/measure.js";

const units = (names) => element("span", { lang: "zh-CN" }, names.join("、"));
const labelled = (key, content) => element("span", { class: "part" }, element("span", { say: key }), " ", content);

function target(fields) {
  const told = measure(fields);
  const time = timeOf(fields);
  return [
    told ? element("span", { class: "part figure", say: told.key, values: told.values }) : element("span", { class: "part", say: "noFigure" }),
    time && element("span", { class: "part", say: time.key, values: time.values }),
    fields.cumulative && element("span", { class: "part tag", say: "cumulative" }),
  ];
}

function responsibility({ units: all, lead, cooperating }) {
  const others = all.filter((name) => !lead.includes(name) && !cooperating.includes(name));
  return [
    lead.length > 0 && labelled("roleLead", units(lead)),
    others.length > 0 && element("span", { class: "part" }, units(others)),
    cooperating.length > 0 && labelled("roleCooperating", units(cooperating)),
  ];
}

function scenario({ builders, starts, ends }) {
  return [builders.length > 0 && element("span", { class: "part" }, units(builders)), starts && element("span", { class: "part one-line" }, [starts, ends].filter(Boolean).join(" — "))];
}

function policy({ number, issued_by: issuer }) {
  return [issuer, number].filter(Boolean).map((text) => element("span", { class: "part", lang: "zh-CN" }, text));
}

const WORDS = { target, responsibility, scenario, policy };

/** What was read of a fact beside its name. */
export function factWords({ kind, fields }) {
  return WORDS[kind](fields);
}
