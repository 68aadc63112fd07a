// The requests of the admin page.

import { JSON_BODY, refusal, request, RequestFailure, SERVER } from "../api.js";

const call = (path) => request(`api/admin/${path}`);
const send = (method, path, body = {}) => request(`api/admin/${path}`, { method, headers: JSON_BODY, body: JSON.stringify(body) });
const named = (file) => file.split("/").map(encodeURIComponent).join("/");
const own = encodeURIComponent;

/** Signs in with a key. */
export const signIn = (key) => send("POST", "sign-in", { key });
/** Ends the sign-in. */
export const signOut = () => send("POST", "sign-out");

/** Every source file with its state. */
export const sourceFiles = async () => (await call("files")).files;
/** Leaves a file out from the next ingest on. */
export const withdrawFile = (file, note) => send("POST", `files/${named(file)}/withdraw`, { note });
/** Takes a file in again from the next ingest on. */
export const restoreFile = (file) => send("POST", `files/${named(file)}/restore`);
/** Corrects metadata of a file's documents; null takes a correction back. */
export const correctFile = (file, fields, heading) => send("PATCH", `files/${named(file)}/metadata`, { fields, heading });
/** The facts of a published document. */
export const factsOf = async (id) => (await call(`documents/${own(id)}/facts`)).facts;

/** All drafts, and how large a file may be: `{drafts, max_upload_mb}`. */
export const allDrafts = () => call("drafts");
/** One draft. */
export const draftOf = (id) => call(`drafts/${own(id)}`);
/** What is read from a draft: documents with blocks and facts, and warnings. */
export const draftPreview = (id) => request(`api/admin/drafts/${own(id)}/preview`, { limit: 600_000 });
/** Corrects a draft's metadata or says what it replaces: `{fields, replaces}`. */
export const changeDraft = (id, changes) => send("PATCH", `drafts/${own(id)}`, changes);
/** Throws a draft away. */
export const discardDraft = (id) => request(`api/admin/drafts/${own(id)}`, { method: "DELETE" });

/** Begins to publish the drafts with these ids, and what was decided. */
export const startIngest = (drafts) => send("POST", "ingests", { drafts });
/** The latest ingests. */
export const latestIngests = async () => (await call("ingests")).ingests;
/** One ingest as it stands. */
export const ingestOf = (id) => call(`ingests/${own(id)}`);
/** The states that can be gone back to. */
export const keptGenerations = async () => (await call("generations")).generations;
/** Goes back to a former state. */
export const useGeneration = (id) => send("POST", `generations/${own(id)}/use`);

/** Corrections of facts, the last one first; "" for those of any state. */
export const factCorrections = async (state) => (await call(`corrections${state ? `?state=${own(state)}` : ""}`)).corrections;
/** Proposes how a fact reads: `{fact_id, quote, fields, evidence, note}`. */
export const proposeCorrection = (proposal) => send("POST", "corrections", proposal);
/** Decides on a correction: "approved", "rejected" or "revoked". */
export const reviewCorrection = (id, verdict, note) => send("POST", `corrections/${own(id)}/review`, { verdict, note });

/** Sends a file, under its name, as a draft; `onProgress(part)` hears how much has gone, from 0 to 1. */
export function uploadFile(file, replaces, onProgress) {
  // fetch does not tell how much of a body has gone.
  const exchange = new XMLHttpRequest();
  const query = new URLSearchParams(replaces ? { name: file.name, replaces } : { name: file.name });
  return new Promise((resolve, reject) => {
    exchange.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    exchange.addEventListener("error", () => reject(new RequestFailure("network")));
    exchange.addEventListener("load", () => {
      const body = parsed(exchange.responseText);
      if (exchange.status === 201 && body) resolve(body);
      else reject(refusal(exchange.status, body));
    });
    exchange.open("POST", new URL(`api/admin/drafts?${query}`, SERVER));
    exchange.setRequestHeader("Content-Type", "application/octet-stream");
    exchange.send(file);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
