// The HTTP contract, and the only module that makes requests. Addresses are relative to this module, so that it works under any path
// and on the pages of others.

import { eventsOf } from "./event-stream.js";

export const SERVER = new URL("../", import.meta.url);
const ASK_LIMIT_MS = 120_000;
const READ_LIMIT_MS = 30_000;
const NO_CONTENT = 204;
/** The headers of a request whose body is JSON. */
export const JSON_BODY = { "Content-Type": "application/json" };

/**
 * A request without a usable reply. `kind` is "network", "timeout", "stopped" or "server"; `message` is the server's own, for
 * the reader, `code` its name for what is wrong, both empty where it gave none. `status` is 0 where there was no reply.
 */
export class RequestFailure extends Error {
  constructor(kind, message = "", status = 0, code = "") {
    super(message);
    this.kind = kind;
    this.status = status;
    this.code = code;
  }

  /** Whether the same request may succeed later. */
  get retryable() {
    return this.kind !== "server" || this.status >= 500 || [404, 408, 429].includes(this.status);
  }
}

/** What the server refused with `status`; `body` is what it sent, if it was JSON. */
export function refusal(status, body) {
  return new RequestFailure("server", body?.error?.message ?? "", status, body?.error?.code ?? "");
}

async function reply(response) {
  if (response.status === NO_CONTENT) return null;
  let body = null;
  try {
    body = await response.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
  }
  if (!response.ok || body === null) throw refusal(response.ok ? 502 : response.status, body);
  return body;
}

/** The whole answer at the end of a stream; before it `arriving.begun()` hears that it begins, anew the second time, `arriving.sentence({text, markers})` each sentence. */
async function streamedAnswer(response, arriving) {
  if (!response.ok || !response.body) return reply(response);
  for await (const { name, data } of eventsOf(response.body)) {
    if (name === "status") arriving.begun();
    if (name === "sentence") arriving.sentence(data);
    if (name === "done") return data;
  }
  throw new RequestFailure("network");
}

/** Makes a request and resolves to the JSON of its reply; `limit` in ms. Throws RequestFailure. */
export async function request(path, { limit = READ_LIMIT_MS, signal, read = reply, ...options } = {}) {
  const control = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    control.abort();
  }, limit);
  signal?.addEventListener("abort", () => control.abort());
  try {
    return await read(await fetch(new URL(path, SERVER), { ...options, signal: control.signal }));
  } catch (error) {
    if (error instanceof RequestFailure) throw error;
    throw new RequestFailure(late ? "timeout" : signal?.aborted ? "stopped" : "network");
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks a question, in a conversation where `conversationId` is given, and resolves to the whole answer; `arriving` hears its
 * sentences as they come (`begun()`, `sentence({text, markers})`), `signal` stops the wait.
 */
export function ask(question, conversationId, signal, arriving) {
  const body = JSON.stringify(conversationId ? { question, conversation_id: conversationId } : { question });
  const read = (response) => streamedAnswer(response, arriving);
  return request("api/ask/stream", { method: "POST", headers: JSON_BODY, body, limit: ASK_LIMIT_MS, signal, read });
}

/** An answer given before. */
export function savedAnswer(id) {
  return request(`api/answers/${encodeURIComponent(id)}`);
}

function conversationPath(id) {
  return `api/conversations/${encodeURIComponent(id)}`;
}

/** A conversation with its turns, each `{question, answer}`. */
export function conversation(id) {
  return request(conversationPath(id));
}

/** Where a conversation is to be had as a file: `format` is "docx" or "markdown", `language` that of the file's own words. */
export function exportAddress(id, format, language) {
  return `${conversationPath(id)}/export?format=${format}&language=${language}`;
}

/** Deletes a conversation with its answers. */
export function deleteConversation(id) {
  return request(conversationPath(id), { method: "DELETE" });
}

/** Sends a reader's word on an answer: `rating` is "up" or "down"; `fault` and `comment` say what was wrong with it. */
export function giveFeedback(answerId, rating, fault, comment) {
  const body = JSON.stringify({ answer_id: answerId, rating, fault, comment });
  return request("api/feedback", { method: "POST", headers: JSON_BODY, body });
}

/** What the operator says: `contact`, `privacy_note` and the language `model`, each null where there is none. */
export function site() {
  return request("api/site");
}

/** Where the chat page shows the answer `id`. */
export function answerAddress(id) {
  return new URL(`#answer=${encodeURIComponent(id)}`, SERVER).href;
}

/** Questions to start with, in `language` ("zh" or "en"). */
export async function suggestions(language) {
  const body = await request(`api/suggestions?language=${language}`);
  return body.suggestions;
}

/** The list at `path` (targets, units/…), narrowed by `query`: the names and values of its filters. */
export function list(path, query = {}) {
  return request(`api/${path}?${new URLSearchParams(query)}`);
}

/** Where the same list is to be had as a file: `format` is "csv" or "xlsx", `language` that of its headings. */
export function fileAddress(path, query, format, language) {
  return `api/${path}?${new URLSearchParams({ ...query, format, language })}`;
}

/** What is known of a document, and its blocks. */
export async function documentWithBlocks(id) {
  const path = `api/documents/${encodeURIComponent(id)}`;
  const [about, { blocks }] = await Promise.all([request(path), request(`${path}/blocks`)]);
  return { about, blocks };
}
