// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { load as loadModule, sent } from "./page-modules.mjs";

/** As much of an element as the conversation touches. */
class Node {
  dataset = {};
  children = [];
  append(...children) {
    this.children.push(...children);
  }
  prepend(...children) {
    this.children.unshift(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
  addEventListener() {}
  setAttribute() {}
  querySelector() {
    return null;
  }
  scrollIntoView() {}
}

const kept = new Map();
Object.assign(globalThis, {
  document: { createElement: () => new Node() },
  location: { href: "/" },
  matchMedia: () => ({ matches: true }),
  sessionStorage: {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  },
});

const answer = { answer_id: "a1", conversation_id: "c1", status: "answered", answer: "好。", citations: [], notices: [], facts: [], suggestions: [] };
const turn = { question: "甲？", answer };
const { Conversation } = await loadModule("conversation.js");

/** The reply to a question: a stream of its sentences, then the whole answer; `pieces` are the texts sent. */
function streamOf(...pieces) {
  return new Response(new Blob(pieces).stream(), { headers: { "Content-Type": "text/event-stream" } });
}

const event = (name, data) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
const streamed = () => streamOf(event("sentence", { text: "好。", markers: [] }), event("done", answer));

/** A page just loaded; `begun` holds what it heard of its conversation. */
function load(response) {
  const requests = [];
  globalThis.fetch = async (path, { method = "GET", body } = {}) => {
    requests.push([method, sent(path), body]);
    return response();
  };
  const list = new Node();
  const begun = [];
  const heard = { announcer: new Node(), openSource() {}, onBusy() {}, onEdit() {}, onConversation: (now) => begun.push(now) };
  return { page: new Conversation(list, heard), list, begun, requests };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test("after a reload the turns are back and the next question goes on in the same conversation", async () => {
  kept.clear();
  const first = load(streamed);
  first.page.ask("甲？");
  await settled();

  const second = load(() => Response.json({ turns: [turn, turn] }));
  assert.equal(await second.page.restore(), true);
  assert.deepEqual(second.requests, [["GET", "api/conversations/c1", undefined]]);
  assert.equal(second.list.children.length, 2);
  assert.equal(second.begun.at(-1), "c1");
  globalThis.fetch = async (_, { body }) => {
    assert.equal(JSON.parse(body).conversation_id, "c1");
    return streamed();
  };
  assert.equal(second.page.ask("乙？"), true);
  await settled();
});

test("a new conversation is not the old one after a reload", async () => {
  kept.clear();
  const first = load(streamed);
  first.page.ask("甲？");
  await settled();
  first.page.clear();
  assert.equal(first.begun.at(-1), null);
  const second = load(() => Response.json({ turns: [turn] }));
  assert.equal(await second.page.restore(), false);
  assert.deepEqual(second.requests, []);
});

test("a conversation that is gone is forgotten", async () => {
  kept.set("city-assistant.conversation", "c1");
  const { page, list } = load(() => Response.json({ error: { message: "gone" } }, { status: 404 }));
  assert.equal(await page.restore(), false);
  assert.equal(list.children.length, 0);
  assert.equal(kept.size, 0);
});

test("sentences are on the page before the answer is whole", async () => {
  kept.clear();
  let goOn;
  const body = new ReadableStream({
    start(control) {
      control.enqueue(new TextEncoder().encode(event("sentence", { text: "到2025年建成10个[1]。", markers: [1] })));
      goOn = () => {
        control.enqueue(new TextEncoder().encode(event("done", answer)));
        control.close();
      };
    },
  });
  const { page, list } = load(() => new Response(body));
  page.ask("甲？");
  await settled();
  const result = list.children[0].children[1];
  assert.deepEqual(result.children[0].children, ["到2025年建成10个[1]。"]);
  goOn();
  await settled();
  assert.equal(result.children.length, 1);
  assert.notDeepEqual(result.children[0].children, ["到2025年建成10个[1]。"]);
});

test("a stream cut in the middle is a failure to try again, not an answer", async () => {
  kept.clear();
  const { page, list, begun } = load(() => streamOf(event("sentence", { text: "到2025年", markers: [] })));
  page.ask("甲？");
  await settled();
  const [failure] = list.children[0].children[1].children;
  assert.equal(failure.children[0].dataset.say, "networkFailure");
  assert.equal(begun.length, 0);
});
