// One department: its tasks by its part in them, the targets they state, its scenarios, each with its source.

import { documentAddress, passageAddress } from "../addresses.js";
import { list } from "../api.js";
import { element } from "../elements.js";
import { unitCharts } from "./chart.js";
import { scenarioColumns, targetColumns, unitLinks } from "./columns.js";
import { exportLinks } from "./export-links.js";
import { readQuery } from "./page-query.js";
import { sourceLink } from "./source-link.js";
import { dataTable } from "./table.js";
import { setTitle } from "./title.js";
import { failedPage, loading } from "./trouble.js";

const ROLES = {
  lead: "roleLead",
  responsible: "roleResponsible",
  shared: "roleShared",
  cooperating: "roleCooperating",
  inherited: "roleInherited",
};
const PARTS = [
  { say: "tasksLed", roles: ["lead", "responsible", "shared"] },
  { say: "tasksJoined", roles: ["cooperating"] },
  { say: "tasksInherited", roles: ["inherited"], note: "inheritedNote" },
];

const ALL = { href: "units", say: "allUnits" };

const role = (item) => element("span", { class: `badge role-${item.role}`, say: ROLES[item.role] });

function taskSource(task) {
  if (task.role !== "inherited" || task.inherited_start === null) return sourceLink(task);
  const address = passageAddress(task, task.inherited_start, task.inherited_end);
  return [sourceLink(task), element("a", { class: "adding", href: address, say: "addingPassage" })];
}

const taskColumns = [
  { say: "columnTask", heads: true, cell: (task) => element("span", { class: "named", lang: "zh-CN" }, task.task) },
  { say: "columnRole", cell: role },
  { say: "columnUnits", cell: (task) => unitLinks(task.units) },
  { say: "columnSource", cell: taskSource },
];
const ownTargetColumns = [...targetColumns.slice(0, 3), { say: "columnRole", cell: role }, targetColumns[3]];

function part(title, count, path, filter, ...content) {
  const head = element("div", { class: "list-head" }, element("h2", { say: title, values: { count } }), count > 0 && exportLinks(path, filter));
  return element("section", {}, head, count > 0 ? content.flat() : element("p", { class: "explained", say: "noneOfThese" }));
}

function taskTables(tasks) {
  return PARTS.flatMap(({ say, roles, note }) => {
    const fitting = tasks.filter((task) => roles.includes(task.role));
    if (!fitting.length) return [];
    const explained = note && element("p", { class: "explained", say: note });
    return [element("h3", { say, values: { count: fitting.length } }), explained, dataTable(say, taskColumns, fitting)];
  });
}

function byYear(targets) {
  const yearOf = ({ year, years }) => year ?? years?.[0] ?? Infinity;
  return [...targets].sort((one, other) => yearOf(one) - yearOf(other));
}

async function chartsOf(unit) {
  try {
    return await unitCharts(unit.name, unit.documents.flatMap(({ targets }) => targets));
  } catch {
    // The charts show the unit's own figures only, which the table has too.
    return null;
  }
}

function issuedBy(unit, documents) {
  const issued = documents.filter(({ issuer }) => [unit.name, ...unit.aliases].includes(issuer));
  if (!issued.length) return null;
  const links = issued.map(({ id, title }) => element("li", {}, element("a", { href: documentAddress(id), lang: "zh-CN" }, title)));
  const heading = element("h2", { say: "documentsIssued", values: { count: issued.length } });
  return element("section", {}, heading, element("ul", { class: "plain-list" }, links));
}

function fill(main, unit, charts, documents) {
  const all = (kind) => unit.documents.flatMap((document) => document[kind]);
  const [tasks, targets, scenarios] = [all("tasks"), all("targets"), all("scenarios")];
  const { name } = unit;
  setTitle("titleUnit", { name });
  const parts = [
    element("p", { class: "back" }, element("a", ALL)),
    element("h1", { lang: "zh-CN" }, name),
    unit.aliases.length > 0 && element("p", { class: "explained", say: "alsoCalled", values: { names: unit.aliases.join("、") } }),
    part("unitTasks", tasks.length, "responsibilities", { unit: name }, taskTables(tasks)),
    part("unitTargets", targets.length, "targets", { owner: name }, charts, dataTable("navTargets", ownTargetColumns, byYear(targets))),
    part("unitScenarios", scenarios.length, "scenarios", { builder: name }, dataTable("navScenarios", scenarioColumns, scenarios)),
    issuedBy(unit, documents),
  ];
  main.replaceChildren(...parts.filter(Boolean));
}

/** Shows the page in `main`. */
export async function unitPage(main) {
  const { name = "" } = readQuery(location.search, ["name"]);
  main.append(loading());
  try {
    const [unit, { documents }] = await Promise.all([list(`units/${encodeURIComponent(name)}`), list("documents")]);
    fill(main, unit, await chartsOf(unit), documents);
  } catch (failure) {
    main.replaceChildren(...failedPage(failure, "navUnits", ALL));
  }
}
