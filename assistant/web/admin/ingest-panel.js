// One ingest: how far it is while it runs, then what it did.

import { element } from "../elements.js";
import { say } from "../language.js";
import { ingestOf, latestIngests, startIngest } from "./calls.js";
import { tell } from "./doing.js";
import { badge, factCounts, internalMark, moment, personOf, reviewAddress } from "./pieces.js";

const STATES = { running: ["ingestRunning"], done: ["ingestDone", "good"], failed: ["ingestFailed", "warn"], broken_off: ["ingestBrokenOff", "warn"] };
const STAGES = {
  files: "stageFiles",
  "fitting vectors": "stageVectors",
  vectors: "stageVectors",
  database: "stageWriting",
  "lexical index": "stageWriting",
  "vector index": "stageWriting",
};
const CHANGES = { added: ["changeAdded", "good"], gone: ["changeGone", "warn"], changed: ["changeChanged"] };
const ASK_EVERY_MS = 800;

function list(key, lines, className) {
  return lines.length > 0 && [element("h4", { say: key, values: { count: lines.length } }), element("ul", { class: className }, lines.map((line) => element("li", {}, line)))];
}

function shown(value) {
  if (Array.isArray(value)) return value.join("—");
  return value === null || value === "" ? "—" : String(value);
}

function changedFact(fact) {
  const [key, kind] = CHANGES[fact.change];
  const words = [fact.before, fact.after].filter(Boolean).map((text, index, all) => element(all.length === 2 && !index ? "del" : "span", { class: "change-words" }, text));
  return element("li", {}, badge(key, kind), " ", element("span", { class: "named", lang: "zh-CN" }, fact.name), element("span", { class: "beneath", lang: "zh-CN" }, words));
}

function changedDocument(change) {
  const [key, kind] = CHANGES[change.change];
  const title = change.document_id ? element("a", { href: reviewAddress(change.document_id), lang: "zh-CN" }, change.title) : element("span", { lang: "zh-CN" }, change.title);
  const fields = change.metadata.map(({ field, before, after }) => element("li", {}, element("span", { class: "named" }, field), ` ${shown(before)} → ${shown(after)}`));
  const facts = change.facts.map(changedFact);
  const more = change.left_out > 0 && element("p", { class: "beneath", say: "moreFacts", values: { count: change.left_out } });
  const inside = fields.length + facts.length > 0 && element("ul", { class: "changes" }, fields, facts);
  return [badge(key, kind), " ", title, change.change === "changed" && change.text_changed && element("span", { class: "beneath", say: "textChanged" }), inside, more];
}

function touchedAnswer({ answer_id: id, question, asked_at: at, document_title: title }) {
  return [element("a", { href: `./#answer=${encodeURIComponent(id)}`, lang: "zh-CN" }, question), element("span", { class: "beneath" }, moment(at), " · ", title)];
}

function addedDocument(document) {
  return [element("a", { href: reviewAddress(document.id), lang: "zh-CN" }, document.title), " ", internalMark(document), element("span", { class: "beneath" }, factCounts(document.facts))];
}

/** What a finished ingest did. */
function reportOf(report) {
  const takenUp = new Set(report.documents.map(({ id }) => id));
  const changes = report.changes.filter(({ change, document_id: id }) => change !== "added" || !takenUp.has(id));
  return element(
    "div",
    { class: "report" },
    element("p", { say: report.changed ? "reportPublished" : "reportUnchanged", values: { total: report.total, seconds: report.seconds } }),
    list("reportAdded", report.documents.map(addedDocument)),
    list("reportFailures", report.failures, "report-failures"),
    list("reportWarnings", report.warnings),
    list("reportChanges", changes.map(changedDocument)),
    list("reportTouched", report.touched.map(touchedAnswer)),
    report.touched.length > 0 && element("p", { class: "beneath", say: "touchedNote" }),
  );
}

function progressOf(job) {
  const bar = element("progress", job.total ? { max: job.total, value: job.done } : {});
  say(bar, "ingestProgress", undefined, "sayLabel");
  const stage = element("span", { class: "beneath", say: STAGES[job.stage] ?? "stageOther", values: { done: job.done, total: job.total } });
  return [bar, stage];
}

function inside(job) {
  if (job.state === "running") return progressOf(job);
  if (job.failure) return element("p", { class: "failure" }, job.failure.message);
  return reportOf(job.report);
}

/** An ingest in a box; `open` shows at once what it did. */
export function ingestBox(job, open) {
  const [key, kind] = STATES[job.state];
  const head = element("summary", {}, badge(key, kind), " ", moment(job.started_at), " ", personOf(job.actor));
  return element("details", { class: "ingest", open: open || job.state === "running" }, head, inside(job));
}

/** A box that follows the ingest `job` until it ends; `onEnd(job)` hears of it. */
function followed(job, onEnd) {
  const place = element("div", { class: "following" }, ingestBox(job, true));
  const ask = async () => {
    let present = job;
    try {
      present = await ingestOf(job.id);
      place.replaceChildren(ingestBox(present, true));
    } catch {
      // The server may be busy or started anew: ask again.
    }
    if (present.state === "running") setTimeout(ask, ASK_EVERY_MS);
    else {
      tell(STATES[present.state][0]);
      onEnd(present);
    }
  };
  setTimeout(ask, ASK_EVERY_MS / 2);
  return place;
}

/** Begins to publish `drafts` and what was decided, and follows it in `place`; one that runs already takes decisions up too. */
export async function publishIn(place, drafts, onEnd) {
  place.replaceChildren();
  const job = await startIngest(drafts).catch(async (failure) => {
    const running = failure.code === "ingest_running" && !drafts.length && (await latestIngests()).find(({ state }) => state === "running");
    if (!running) throw failure;
    return running;
  });
  place.replaceChildren(followed(job, onEnd));
  place.scrollIntoView({ block: "nearest" });
}

/** Follows an ingest that runs, if one does, in `place`. */
export async function followRunning(place, onEnd) {
  const running = (await latestIngests()).find(({ state }) => state === "running");
  if (running) place.replaceChildren(followed(running, onEnd));
}

